import type { Lifecycle } from '#shared';
import {
  brief,
  finished,
  notStarted,
  plan,
  postponed,
  project,
  stopped,
  today,
} from '../../../testing/follow-up-facts.js';
import type { ProjectFacts } from './facts.js';
import { judgeProject } from './judge.js';
import { defaultRuleSet } from './rule-set.js';

const findingsOn = (changes: Partial<ProjectFacts>, date = today, ruleSet = defaultRuleSet) =>
  judgeProject(project(changes), plan(), ruleSet, date).findings;

const cases: { it: string; given: Partial<ProjectFacts>; finds: string[] }[] = [
  { it: 'is silent about a project in order', given: {}, finds: [] },
  { it: 'P04: no manager', given: { managerActive: null }, finds: ['P04 material'] },
  { it: 'P04: no owner', given: { ownerActive: null }, finds: ['P04 material'] },
  {
    it: 'P04: both missing is one finding',
    given: { managerActive: null, ownerActive: null },
    finds: ['P04 material'],
  },
  { it: 'P04: a manager who has left', given: { managerActive: false }, finds: ['P04 material'] },
  { it: 'P04: an owner who has left', given: { ownerActive: false }, finds: ['P04 material'] },
  { it: 'Q2: P04 holds for an idea too', given: { category: 'idea', ownerActive: null }, finds: ['P04 material'] },
  { it: 'P07: the planned end is tomorrow', given: { endsOn: '2026-11-24' }, finds: [] },
  { it: 'P07: the planned end is today', given: { endsOn: '2026-11-23' }, finds: [] },
  { it: 'P07: the planned end was yesterday', given: { endsOn: '2026-11-22' }, finds: ['P07 material'] },
  { it: 'P07: no planned end', given: { endsOn: null }, finds: [] },
  { it: 'Q1: P07 is for projects under way', given: { ...notStarted, endsOn: '2020-01-01' }, finds: [] },
  {
    it: 'T12: a project finished tomorrow is under way today',
    given: { ...finished('2026-11-24'), endsOn: '2026-11-22' },
    finds: ['P07 material'],
  },
  { it: 'P08: postponed with date and reason', given: postponed('2027-06-01'), finds: [] },
  { it: 'P08: postponed without date', given: postponed(null), finds: ['P08 material'] },
  {
    it: 'P08: postponed without reason',
    given: { ...postponed('2027-06-01'), reasonGiven: false },
    finds: ['P08 material'],
  },
  { it: 'R4: a new date today is a date', given: postponed('2026-11-23'), finds: [] },
  { it: 'R4: a new date tomorrow is a date', given: postponed('2026-11-24'), finds: [] },
  { it: 'R4: a new date yesterday is none', given: postponed('2026-11-22'), finds: ['P08 material'] },
  { it: 'Q1: P08 is for postponed projects', given: { ...stopped, reasonGiven: false }, finds: [] },
  { it: 'P11: no approved link', given: { linkedSince: null }, finds: ['P11 note'] },
  { it: 'P11: approved today', given: { linkedSince: '2026-11-23' }, finds: [] },
  { it: 'P11: approved tomorrow', given: { linkedSince: '2026-11-24' }, finds: ['P11 note'] },
  { it: 'Q5: a proposed link is not enough', given: { linkedSince: null, linkProposed: true }, finds: ['P11 note'] },
];

describe('project rules', () => {
  for (const { it: title, given, finds } of cases) it(title, () => expect(brief(findingsOn(given))).toEqual(finds));

  it('Q1: P04 and P11 apply to projects not started, under way or postponed', () => {
    const lifecycles: Lifecycle[] = ['not-started', 'in-progress', 'postponed', 'finished', 'stopped', 'rejected'];
    const wrong = { managerActive: null, linkedSince: null, postponedTo: '2027-01-01', finishedOn: null };
    const found = lifecycles.map((lifecycle) => brief(findingsOn({ ...wrong, lifecycle })).length);
    expect(found).toEqual([2, 2, 2, 0, 0, 0]);
  });

  it('tells since when P07 and P08 have held', () => {
    expect(findingsOn({ endsOn: '2026-10-31' })[0]!.since).toBe('2026-11-01');
    expect(findingsOn(postponed('2026-10-31'))[0]!.since).toBe('2026-11-01');
    expect(findingsOn(postponed(null))[0]!.since).toBeNull();
  });

  it('gives P07 the days of grace the rule set allows', () => {
    const patient = { ...defaultRuleSet, plannedEndPassed: { graceDays: 14 } };
    const on = (date: string) => brief(findingsOn({ endsOn: '2026-11-01' }, date, patient));
    expect([on('2026-11-15'), on('2026-11-16')]).toEqual([[], ['P07 material']]);
  });

  it('skips a rule that is not enabled', () => {
    expect(findingsOn({ managerActive: null }, today, { ...defaultRuleSet, enabled: ['P07'] })).toEqual([]);
  });
});
