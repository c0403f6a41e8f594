import type { Severity, Verdict } from '#shared';
import {
  brief,
  carriedBy,
  exception,
  idea,
  judged,
  linked,
  plan,
  project,
  today,
} from '../../../testing/follow-up-facts.js';
import type { FollowUpFacts, PlanFacts, StrategyFacts } from './facts.js';
import { byOrderOfListing, byProjectNumber } from './finding.js';
import { judge } from './judge.js';
import { defaultRuleSet, type RuleCode } from './rule-set.js';
import { verdictOf } from './verdict.js';

describe('the verdict of findings', () => {
  const open = (severity: Severity) => ({ severity, covered: false });
  const covered = (severity: Severity) => ({ severity, covered: true });
  const table: [string, Parameters<typeof verdictOf>[0], Verdict][] = [
    ['no findings', [], 'followed-up'],
    ['V4: notes only', [open('note'), open('note')], 'followed-up'],
    ['any material', [open('note'), open('material')], 'weak'],
    ['any critical', [open('material'), open('critical')], 'lacking'],
    ['all covered', [covered('material'), covered('critical')], 'excepted'],
    ['E7: notes beside covered ones', [covered('material'), open('note')], 'excepted'],
    ['V6: covered critical, open material', [covered('critical'), open('material')], 'weak'],
    ['V6: covered material, open critical', [covered('material'), open('critical')], 'lacking'],
  ];
  for (const [title, findings, verdict] of table)
    it(`${title}: ${verdict}`, () => expect(verdictOf(findings)).toBe(verdict));
});

describe('the stages before judgement', () => {
  /** An empty strategy, critical by S01 when it is judged. */
  const verdict = (changes: Partial<StrategyFacts>, planChanges: Partial<PlanFacts> = {}, date = today) =>
    judged(carriedBy([], changes, planChanges), date).verdict;
  const adopted = (...dates: string[]) => dates.map((adoptedOn) => ({ adoptedOn, lastYear: 2030 }));
  const start = (startYear: number, startYearDecidedOn: string | null = '2026-01-01') => ({
    startYear,
    startYearDecidedOn,
  });
  const council = exception({ type: 'completed', rules: [], level: 'municipal-council' });

  const table: [string, Partial<StrategyFacts>, Partial<PlanFacts>, Verdict | null][] = [
    ['I1: 12 months after adoption less a day', {}, { adoptedOn: '2025-11-24' }, 'phasing-in'],
    ['I1: 12 months after adoption to the day', {}, { adoptedOn: '2025-11-23' }, 'lacking'],
    ['I1: 12 months and a day after adoption', {}, { adoptedOn: '2025-11-22' }, 'lacking'],
    [
      'I1: the first økonomiplan is tomorrow',
      {},
      { financialPlans: adopted('2026-11-24', '2027-12-01') },
      'phasing-in',
    ],
    ['I1: the first økonomiplan is today', {}, { financialPlans: adopted('2026-11-23', '2027-12-01') }, 'lacking'],
    [
      'I1: an økonomiplan older than the plan does not end it',
      {},
      { adoptedOn: '2025-11-24', financialPlans: adopted('2025-06-01') },
      'phasing-in',
    ],
    [
      'I1: an økonomiplan of the same day is not after it',
      {},
      { adoptedOn: '2025-11-23', financialPlans: adopted('2025-11-23', '2026-12-10') },
      'phasing-in',
    ],
    ['I2: no økonomiplan registered', {}, { adoptedOn: '2025-06-01' }, 'lacking'],
    ['I5: added 12 months ago less a day', { addedOn: '2025-11-24' }, {}, 'phasing-in'],
    ['I5: added 12 months ago to the day', { addedOn: '2025-11-23' }, {}, 'lacking'],
    [
      'I5: added, and the first økonomiplan after it is tomorrow',
      { addedOn: '2025-01-01' },
      { financialPlans: adopted('2024-12-01', '2026-11-24') },
      'phasing-in',
    ],
    ['I5: continued from an older plan', { addedOn: '2026-06-01', continued: true }, {}, 'lacking'],
    [
      'I5: continued, in a plan that is itself new',
      { addedOn: '2026-06-01', continued: true },
      { adoptedOn: '2026-06-01' },
      'phasing-in',
    ],
    ['I6: starts next year', start(2027), {}, 'planned'],
    ['I6: started 1 January this year', start(2026), {}, 'lacking'],
    ['I6: a start year that is not decided', start(2028, null), {}, 'lacking'],
    ['I6: decided tomorrow', start(2028, '2026-11-24'), {}, 'lacking'],
    ['V5: declared completed today', { completedOn: today }, {}, 'completed'],
    ['V5: declared completed tomorrow', { completedOn: '2026-11-24' }, {}, 'lacking'],
    ['V5: a valid exception of type completed', { exceptions: [council] }, {}, 'completed'],
    ['V5: one that is not valid', { exceptions: [{ ...council, level: 'chief-executive' }] }, {}, 'lacking'],
    ['V3: completed before planned', { completedOn: today, ...start(2028) }, {}, 'completed'],
    ['V3: planned before phasing in', { ...start(2028), addedOn: today }, {}, 'planned'],
    ['I7: a superseded plan', {}, { status: 'superseded' }, null],
    ['I7: a draft', {}, { status: 'draft', adoptedOn: null }, null],
    ['T12: a plan adopted tomorrow', {}, { adoptedOn: '2026-11-24' }, null],
    ['I7: past the horizon', {}, { horizonOn: '2025-12-31' }, 'lacking'],
  ];
  for (const [title, changes, planChanges, expected] of table)
    it(`${title}: ${expected ?? 'not judged'}`, () => expect(verdict(changes, planChanges)).toBe(expected));

  it('I6: is planned until New Year’s Eve, and judged from 1 January', () => {
    expect(verdict(start(2027), {}, '2026-12-31')).toBe('planned');
    expect(verdict(start(2027), {}, '2027-01-01')).toBe('lacking');
  });

  it('T11: phasing in that began on 29 February ends on 28 February', () => {
    expect(verdict({}, { adoptedOn: '2024-02-29' }, '2025-02-27')).toBe('phasing-in');
    expect(verdict({}, { adoptedOn: '2024-02-29' }, '2025-02-28')).toBe('lacking');
  });

  it('I3, I4: silences the strategy rules and no project rule, and still lists what carries the strategy', () => {
    const facts = carriedBy([{ managerActive: null }], { leadSector: null }, { adoptedOn: '2026-06-01' });
    const { findings, projects, projectFindings } = judged(facts);
    expect(findings).toEqual([]);
    expect(projects.map(({ number }) => number)).toEqual(['2026-001']);
    expect(projectFindings).toEqual({ count: 1, worst: 'material' });
  });
});

describe('a whole judgement', () => {
  it('V1: counts open project findings on the strategy without letting them move it', () => {
    const covering = exception({ rules: ['P04'], level: 'chief-executive' });
    const facts = carriedBy([
      { managerActive: null, endsOn: '2026-01-01' },
      { managerActive: null, exceptions: [covering] },
      { linkedSince: null },
    ]);
    const { verdict, projectFindings } = judged(facts);
    expect(verdict).toBe('followed-up');
    expect(projectFindings).toEqual({ count: 3, worst: 'material' });
  });

  it('V1: says nothing where the projects have no findings', () => {
    expect(judged(carriedBy([{}])).projectFindings).toBeNull();
  });

  it('R13: lists findings by severity, then by code', () => {
    const facts = carriedBy([idea], {
      leadSector: null,
      measures: ['BY-A1.1', 'BY-A1.2', 'BY-A1.3', 'BY-A1.4'],
      ...linked(
        { kind: 'partial', approvedOn: '2024-01-01', measure: 'BY-A1.1' },
        { kind: 'partial', measure: 'BY-A1.2' },
        { kind: 'partial', measure: 'BY-A1.3' },
      ),
    });
    expect(brief(judged(facts).findings)).toEqual(['S02 critical', 'S08 material', 'S06 note', 'S09 note']);
  });

  it('R13: orders project numbers by year and number', () => {
    const numbers = ['2027-001', '2026-1000', '2026-014', '2026-013', '2025-10000'];
    expect(numbers.sort(byProjectNumber)).toEqual(['2025-10000', '2026-013', '2026-014', '2026-1000', '2027-001']);
  });

  it('R13: puts S before P and then goes by project number', () => {
    const [finding] = judged(carriedBy([])).findings;
    const one = (rule: RuleCode, project: string | null) => ({ ...finding!, rule, project });
    const listed = [one('P04', '2026-002'), one('S09', null), one('P04', '2026-001'), one('S01', null)];
    const order = listed.sort(byOrderOfListing).map(({ rule, project: number }) => `${rule} ${number ?? ''}`.trim());
    expect(order).toEqual(['S01', 'S09', 'P04 2026-001', 'P04 2026-002']);
  });

  it('gives the same judgement twice, and leaves the facts as they were', () => {
    const facts: FollowUpFacts = {
      plan: plan(),
      strategies: carriedBy([idea, {}], { leadSector: null, measures: ['BY-A1.1'], exceptions: [exception()] })
        .strategies,
      projects: [project({ endsOn: '2026-01-01' }), project({ number: '2026-002', managerActive: false })],
    };
    const before = structuredClone(facts);
    const first = judge(facts, defaultRuleSet, today);
    expect(judge(structuredClone(facts), defaultRuleSet, today)).toEqual(first);
    expect(facts).toEqual(before);
  });

  it('judges 300 strategies and 2,000 projects well within the time of a request', () => {
    const projects = Array.from({ length: 2000 }, (_, index) =>
      project({ number: `2026-${String(index).padStart(4, '0')}`, managerActive: index % 7 > 0 || null }),
    );
    const strategies = Array.from({ length: 300 }, (_, index) => ({
      ...carriedBy(
        [],
        linked(...projects.filter((_one, at) => at % 300 === index).map(({ number }) => ({ project: number }))),
      ).strategies[0]!,
      code: `BY-A${index}`,
    }));
    const facts = { plan: plan(), strategies, projects };
    const times = Array.from({ length: 10 }, () => {
      const started = performance.now();
      judge(facts, defaultRuleSet, today);
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});
