import type { ProjectList, Verdict } from '#shared';
import { type TestApplication, testApplication } from '../../testing/test-application.js';
import { firstStart } from '../first-start.js';
import { judgeProject } from '../follow-up/domain/judge.js';
import { ruleCodes } from '../follow-up/domain/rule-set.js';
import { FollowUpFactsQuery } from '../follow-up/follow-up-facts.query.js';
import { type JudgedPlan, Judgements } from '../follow-up/judgements.js';
import { Change } from '../platform/change.js';
import { Database } from '../platform/database.js';
import { ENVIRONMENT, type Environment } from '../platform/environment.js';
import { systemContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';
import { LoadDemonstration } from './load-demonstration.js';

/** The day of loading and of judging: the example is the same whenever it is loaded, and the plan is not yet old. */
const today = '2026-11-23';
const ctx = systemContext(new Date(`${today}T12:00:00Z`), today);
const withoutDemonstration = firstStart.filter((step) => step !== LoadDemonstration);

describe('the demonstration', () => {
  let test: TestApplication;
  let judged: JudgedPlan;

  beforeAll(async () => {
    test = await testApplication({ PLANSPOR_DEMO: 'on' }, withoutDemonstration);
    await test.app.get(LoadDemonstration, { strict: false }).run(ctx, () => undefined);
    judged = await test.app.get(Judgements, { strict: false }).of(ctx, 'langtidsplan-2018');
  });

  const findingsOn = (code: string) => judged.strategies.find(({ facts }) => facts.code === code)!.judged.findings;
  const number = async (statement: ReturnType<typeof sql>): Promise<number> =>
    (await test.database.database.row<{ n: number }>(statement))!.n;

  it('is marked as example, every project of it', async () => {
    expect(await number(sql`select count(*) as n from project`)).toBeGreaterThanOrEqual(40);
    expect(await number(sql`select count(*) as n from project where not project.example`)).toBe(0);
  });

  it('leaves BY-A1 and Huntonarmen for a person to register', async () => {
    expect(judged.strategies.find(({ facts }) => facts.code === 'BY-A1')!.facts.links).toEqual([]);
    expect(findingsOn('BY-A1').map(({ rule }) => rule)).toContain('S01');
    expect(
      await number(
        sql`select count(*) as n from project where project.name ilike '%hunton%arm%' or project.description ilike '%hunton%arm%'`,
      ),
    ).toBe(0);
  });

  it('keeps on each project what its decisions, accounts and newest report add up to', async () => {
    const wrong = await test.database.database.rows(sql`
      select project.number from project
      left join lateral (
        select report.* from status_report report where report.project_id = project.id order by report.submitted_at desc limit 1
      ) newest on true
      where project.approved_frame_ore is distinct from
          (select sum(decision.amount_ore) from frame_decision decision where decision.project_id = project.id)
        or project.accounts_to_date_ore is distinct from
          (select coalesce(sum(booked.amount_ore), 0) from booked_amount booked where booked.project_id = project.id)
        or (project.latest_report_id, project.reported_at, project.progress_light, project.economy_light,
            project.quality_light, project.scope_light, project.risk_light, project.overall_light,
            project.forecast_ends_on, project.final_forecast_ore)
          is distinct from (newest.id, newest.submitted_at, newest.progress, newest.economy, newest.quality,
            newest.scope, newest.risk, newest.overall, newest.forecast_ends_on, newest.final_forecast_ore)
        or project.version is distinct from (
          select max(kept.change_number) from history.project kept
          join change on change.number = kept.change_number and change.action <> 'status-report.submitted'
          where kept.id = project.id)`);
    expect(wrong).toEqual([]);
  });

  it('tells the story of three years in status reports, most of them green', async () => {
    expect(await number(sql`select count(*) as n from status_report`)).toBeGreaterThan(150);
    const lights = await test.database.database.row<{ green: number; yellow: number; red: number }>(sql`
      select round(100 * avg((project.overall_light = 'green')::int))::int as green,
        round(100 * avg((project.overall_light = 'yellow')::int))::int as yellow,
        round(100 * avg((project.overall_light = 'red')::int))::int as red
      from project where project.overall_light is not null and project.lifecycle = 'in-progress'`);
    expect(lights).toEqual({ green: 68, yellow: 22, red: 10 });
  });

  it('has no empty text where a person would have written one', async () => {
    expect(
      await number(sql`
        select count(*) as n from (
          select project.name as said from project union all select project.description from project
          union all select contribution.statement from contribution
          union all select decision.reason from frame_decision decision
          union all select report.summary from status_report report
          union all select deviation.value from status_report report,
            jsonb_array_elements(report.deviations) one, jsonb_each_text(one) deviation
          union all select measure.evidence from operational_measure measure
          union all select exception.reason from follow_up_exception exception) texts
        where btrim(texts.said) = ''`),
    ).toBe(0);
  });

  it('spreads the strategies over the verdicts a leadership would recognise', () => {
    const verdicts: Partial<Record<Verdict, number>> = {};
    for (const { judged: one } of judged.strategies) verdicts[one.verdict!] = (verdicts[one.verdict!] ?? 0) + 1;
    expect(verdicts).toEqual({
      'followed-up': 45,
      weak: 13,
      lacking: 9,
      excepted: 3,
      planned: 1,
    });
  });

  it('shows every rule at work', async () => {
    const facts = test.app.get(FollowUpFactsQuery, { strict: false });
    const projects = await test.database.database.rows<{ number: string }>(sql`select project.number from project`);
    const ofProjects = await Promise.all(
      projects.map(async (one) => {
        const { project, financialPlans, ruleSet } = await facts.ofProject(ctx, one.number);
        return judgeProject(project, { financialPlans }, ruleSet, today).findings;
      }),
    );
    const rules = [...judged.strategies.flatMap((one) => one.judged.findings), ...ofProjects.flat()];
    expect([...new Set(rules.map(({ rule }) => rule))].sort()).toEqual([...ruleCodes].sort());
  });

  it('has one exception that ends within 30 days and one that ended lately', async () => {
    expect(
      await number(sql`select count(*) as n from follow_up_exception exception
        where exception.valid_to between ${today}::date and ${today}::date + 30`),
    ).toBe(1);
    expect(findingsOn('TJENESTE-I6').map(({ data }) => data['exceptionEndedOn'])).toEqual(['2026-11-11']);
  });

  it('is loaded once: a second start changes nothing', async () => {
    const before = await number(sql`select max(change.number) as n from change`);
    const told: string[] = [];
    await test.app.get(LoadDemonstration, { strict: false }).run(ctx, (line) => told.push(line));
    expect(told).toEqual([]);
    expect(await number(sql`select max(change.number) as n from change`)).toBe(before);
  });
});

describe('a first start', () => {
  it('loads no projects when the demonstration is off', async () => {
    const test = await testApplication({ PLANSPOR_DEMO: 'off' });
    expect(await test.database.database.rows(sql`select from project`)).toEqual([]);
  });

  it('leaves a database with projects of its own alone', async () => {
    const test = await testApplication({ PLANSPOR_DEMO: 'on' }, withoutDemonstration);
    const leader = await test.as('kommunedirektor');
    await leader.post('/api/projects', { name: 'Vår egen', sector: 'oppvekst', phase: 'ide' });
    await test.app.get(LoadDemonstration, { strict: false }).run(ctx, () => undefined);
    expect(await test.database.database.rows(sql`select project.name from project`)).toEqual([{ name: 'Vår egen' }]);
  });

  it('goes on where one that was killed stopped', async () => {
    const test = await testApplication({ PLANSPOR_DEMO: 'on' }, withoutDemonstration);
    const { dataSource } = test.database;
    /** Dies before its third change. */
    class Killed extends Change {
      private changes = 0;
      override as<Answer>(...act: Parameters<typeof Change.prototype.as<Answer>>): Promise<Answer> {
        this.changes += 1;
        return this.changes === 3 ? Promise.reject(new Error('killed')) : super.as(...act);
      }
    }
    const environment = test.app.get<Environment>(ENVIRONMENT, { strict: false });
    const killed = new LoadDemonstration(new Killed(dataSource), new Database(dataSource), environment);
    await expectAsync(killed.run(ctx, () => undefined)).toBeRejectedWithError('killed');
    const told: string[] = [];
    await test.app.get(LoadDemonstration, { strict: false }).run(ctx, (line) => told.push(line));
    expect(told.length).toBe(1);
    const leader = await test.as('kommunedirektor');
    const list = await leader.get<ProjectList>('/api/projects?size=1');
    expect(list.body.total).toBeGreaterThanOrEqual(40);
    expect(told[0]).toContain(`La inn ${list.body.total} eksempelprosjekter`);
  });
});
