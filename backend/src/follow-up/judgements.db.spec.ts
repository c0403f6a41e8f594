import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { StrategyFollowUp } from '#shared';
import type { EntityManager } from 'typeorm';
import { type TestDatabase, testDatabase } from '../../testing/test-database.js';
import { loadPlan } from '../plans/load-plan.js';
import { PlanDocument } from '../plans/plan-document.js';
import { Change } from '../platform/change.js';
import { systemContext } from '../platform/request-context.js';
import { defaultRuleSet } from './domain/rule-set.js';
import { FollowUpFactsQuery } from './follow-up-facts.query.js';
import { Judgements } from './judgements.js';
import { followUpOf, strategyPageOf } from './strategy-follow-up.js';

const today = '2026-11-23';
const ctx = { ...systemContext(new Date(), today), revision: 0 };
let revision = 0;

describe('the follow-up of a plan, judged from the database', () => {
  let test: TestDatabase;
  let change: Change;

  beforeEach(async () => {
    test = await testDatabase();
    change = new Change(test.dataSource);
    const document = PlanDocument.parse(
      JSON.parse(await readFile('backend/data/gjovik-langtidsplan-2018.json', 'utf8')),
    );
    const { version, validFrom, ...settings } = defaultRuleSet;
    await change.as(ctx, 'test.prepared', async (tx, { number }) => {
      await loadPlan(
        tx,
        document,
        { file: '', slug: 'langtidsplan-2018', horizonOn: '2030-12-31', horizonAssumed: true },
        number,
      );
      await tx.query('insert into rule_set (id, number, valid_from, settings) values ($1, $2, $3, $4)', [
        randomUUID(),
        version,
        validFrom,
        settings,
      ]);
      await tx.query(
        `insert into sector (id, code, name, valid_from) values ($1, 'samfunnsutvikling', 'Samfunnsutvikling', '2015-01-01')`,
        [randomUUID()],
      );
      await tx.query(
        `insert into phase (id, code, names, category, position) values ($1, 'planlegging', '{"nb":"Planlegging","nn":"Planlegging","en":"Planning"}', 'planning', 3)`,
        [randomUUID()],
      );
    });
  });

  const judged = (asOf: { instant: string; date: string } | null = null) =>
    new Judgements(new FollowUpFactsQuery(test.database)).of(
      { ...ctx, asOf, today: asOf?.date ?? today, revision: (revision += 1) },
      'langtidsplan-2018',
    );

  const strategy = async (code: string, asOf: { instant: string; date: string } | null = null) => {
    const plan = await judged(asOf);
    return followUpOf(
      plan,
      plan.strategies.find(({ facts }) => facts.code === code)!,
      'nb',
    );
  };

  async function registerHuntonarmen(tx: EntityManager, approvedOn: string | null): Promise<void> {
    const project = randomUUID();
    await tx.query(
      `insert into project (id, year, serial, number, name, description, sector_id, phase_id, lifecycle, lifecycle_reason, lifecycle_decided_by, place, money_kind, registered_at, version)
       select $1, 2026, 1, '2026-001', 'Ny sentrumsadkomst (Huntonarmen)', '', sector.id, phase.id, 'in-progress', '', '', '', 'investment', now(), 0 from sector, phase`,
      [project],
    );
    await tx.query(
      `insert into contribution (id, project_id, strategy_id, measure_id, kind, statement, proposed_on, approved_on)
       select $1, $2, measure.strategy_id, measure.id, 'main', 'Vegen gir sentrum en ny adkomst.', '2026-11-01', $3 from measure where measure.code = 'BY-A1.3'`,
      [randomUUID(), project, approvedOn],
    );
  }

  it('finds all 71 strategies lacking by S01 when nothing is registered', async () => {
    const plan = await judged();
    const answers = plan.strategies.map((one) => followUpOf(plan, one, 'nb'));
    expect(answers.length).toBe(71);
    expect(new Set(answers.map(({ verdict }) => verdict))).toEqual(new Set(['lacking']));
    expect(
      answers.every(
        ({ findings }) =>
          findings[0]!.rule === 'S01' &&
          findings[0]!.text === 'Ingen prosjekter eller tiltak er registrert på strategien.',
      ),
    ).toBeTrue();
    expect(answers.map((answer) => StrategyFollowUp.safeParse(answer).error)).toEqual(answers.map(() => undefined));
  });

  it('no longer finds S01 on BY-A1 once a project carries one of its measures', async () => {
    await change.as(ctx, 'test.registered', (tx) => registerHuntonarmen(tx, '2026-11-02'));
    const { verdict, findings, measures, projects } = await strategy('BY-A1');
    expect(verdict).toBe('weak');
    expect(findings.map(({ rule }) => rule)).toEqual(['S06', 'S08']);
    expect(measures.covered).toBe(1);
    expect(
      projects.map(({ number, counts, approved, measures: codes }) => ({ number, counts, approved, codes })),
    ).toEqual([{ number: '2026-001', counts: true, approved: true, codes: ['BY-A1.3'] }]);
  });

  it('still finds S01 while the link only waits for approval', async () => {
    await change.as(ctx, 'test.registered', (tx) => registerHuntonarmen(tx, null));
    const { verdict, findings, projects } = await strategy('BY-A1');
    expect(verdict).toBe('lacking');
    expect(findings[0]!.rule).toBe('S01');
    expect(projects.map(({ approved }) => approved)).toEqual([false]);
  });

  it('answers as of an instant what it answered then, by the same statement', async () => {
    const [{ at }] = await test.dataSource.query<[{ at: string }]>(
      'select at::text from change order by number desc limit 1',
    );
    const before = await strategy('BY-A1');
    await change.as(ctx, 'test.registered', (tx) => registerHuntonarmen(tx, '2026-11-02'));
    expect(await strategy('BY-A1', { instant: at, date: today })).toEqual(before);
    expect((await strategy('BY-A1')).verdict).toBe('weak');
  });

  it('keeps what stood at an instant, but not while a change begun before it may be on its way', async () => {
    const judgements = new Judgements(new FollowUpFactsQuery(test.database));
    const at = (instant: Date, revision: number) =>
      judgements.of(
        { ...ctx, asOf: { instant: instant.toISOString(), date: today }, today, revision },
        'langtidsplan-2018',
      );
    const justNow = new Date();
    expect(await at(justNow, 1)).toBe(await at(justNow, 1));
    expect(await at(justNow, 2)).not.toBe(await at(justNow, 1));
    const longAgo = new Date('2020-01-01T12:00:00Z');
    await expectAsync(at(longAgo, 1)).toBeRejected(); // the plan was not registered then
    const [{ first }] = await test.dataSource.query<[{ first: Date }]>('select min(at) as first from change');
    jasmine
      .clock()
      .install()
      .mockDate(new Date(first.getTime() + 10 * 60_000));
    try {
      const settled = new Date(first.getTime() + 60_000);
      expect(await at(settled, 2)).toBe(await at(settled, 1));
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('shows a strategy with its measures, who carries each, and its neighbours', async () => {
    await change.as(ctx, 'test.registered', (tx) => registerHuntonarmen(tx, '2026-11-02'));
    const page = strategyPageOf(await judged(), 'BY-A1', ctx)!;
    expect(page.subGoal).toEqual({ code: 'BY-D1', text: 'Styrke by- og bydelssentre.' });
    expect(page.measureList[2]).toEqual(
      jasmine.objectContaining({
        code: 'BY-A1.3',
        text: 'bygge ny sentrumsadkomst (Huntonarmen) og ny sentrumsparkering,',
        carriers: [
          { number: '2026-001', name: 'Ny sentrumsadkomst (Huntonarmen)', kind: 'main', approved: true, covers: true },
        ],
      }),
    );
    expect([page.previous, page.next]).toEqual([null, 'BY-A2']);
  });
});
