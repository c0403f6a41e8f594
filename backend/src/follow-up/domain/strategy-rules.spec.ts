import type { Lifecycle } from '#shared';
import {
  brief,
  carriedBy,
  finished,
  idea,
  judged,
  linked,
  measured,
  notStarted,
  operating,
  postponed,
  stopped,
  today,
  tomorrow,
  yesterday,
  type RuleCase,
} from '../../../testing/follow-up-facts.js';
import type { FollowUpFacts } from './facts.js';
import { defaultRuleSet } from './rule-set.js';

/** At most one of S01–S04, in their order. */
const carrying: RuleCase[] = [
  { it: 'S01: nothing is linked', facts: carriedBy([]), finds: ['S01 critical'] },
  {
    it: 'S02: an idea linked 12 months ago less a day is a note',
    facts: carriedBy([idea], linked({ approvedOn: '2025-11-24' })),
    finds: ['S02 note'],
  },
  {
    it: 'S02: 12 months to the day is material',
    facts: carriedBy([idea], linked({ approvedOn: '2025-11-23' })),
    finds: ['S02 material'],
  },
  {
    it: 'S02: 12 months and a day is material',
    facts: carriedBy([idea], linked({ approvedOn: '2025-11-22' })),
    finds: ['S02 material'],
  },
  {
    it: 'S02: 24 months less a day is material',
    facts: carriedBy([idea], linked({ approvedOn: '2024-11-24' })),
    finds: ['S02 material'],
  },
  {
    it: 'S02: 24 months to the day is critical',
    facts: carriedBy([idea], linked({ approvedOn: '2024-11-23' })),
    finds: ['S02 critical'],
  },
  {
    it: 'S02: 24 months and a day is critical',
    facts: carriedBy([idea], linked({ approvedOn: '2024-11-22' })),
    finds: ['S02 critical'],
  },
  {
    it: 'S02: a concept is as early as an idea',
    facts: carriedBy([{ category: 'concept', ...notStarted }]),
    finds: ['S02 note'],
  },
  {
    it: 'S02: an idea speaks before anything finished, postponed or stopped',
    facts: carriedBy([stopped, postponed(tomorrow), finished('2020-01-01'), idea]),
    finds: ['S02 note'],
  },
  {
    it: 'R1: ending a link and making it again does not restart the clock',
    facts: carriedBy([idea], linked({ approvedOn: '2024-01-01', endedOn: '2026-01-01' }, { approvedOn: '2026-02-01' })),
    finds: ['S02 critical'],
  },
  {
    it: 'R1: the clock is that of the ideas, not of other projects',
    facts: carriedBy(
      [idea, stopped],
      linked({ approvedOn: '2026-01-01' }, { project: '2026-002', approvedOn: '2020-01-01' }),
    ),
    finds: ['S02 note'],
  },
  {
    it: 'R1: the earliest of several ideas decides',
    facts: carriedBy(
      [idea, idea],
      linked({ approvedOn: '2026-01-01' }, { project: '2026-002', approvedOn: '2025-01-01' }),
    ),
    finds: ['S02 material'],
  },
  {
    it: 'T3: a finished idea is judged as finished',
    facts: carriedBy([{ ...idea, ...finished('2025-01-01') }]),
    finds: ['S04 material'],
  },
  {
    it: 'T3: a postponed concept is judged as postponed',
    facts: carriedBy([{ category: 'concept', ...postponed('2027-01-01') }]),
    finds: ['S03 material'],
  },
  {
    it: 'T3: a rejected idea is judged as rejected',
    facts: carriedBy([{ ...idea, lifecycle: 'rejected' }]),
    finds: ['S03 critical'],
  },
  { it: 'S03: all stopped is critical', facts: carriedBy([stopped, stopped]), finds: ['S03 critical'] },
  {
    it: 'R3: any postponed with a new date makes it material',
    facts: carriedBy([stopped, postponed('2027-06-01')]),
    finds: ['S03 material'],
  },
  { it: 'R3: postponed without a date is as stopped', facts: carriedBy([postponed(null)]), finds: ['S03 critical'] },
  { it: 'R4: a new date today is a date', facts: carriedBy([postponed(today)]), finds: ['S03 material'] },
  { it: 'R4: a new date yesterday is none', facts: carriedBy([postponed(yesterday)]), finds: ['S03 critical'] },
  {
    it: 'T2: a start too far ahead is as postponed with a date',
    facts: carriedBy([stopped, { ...notStarted, startsOn: '2029-01-01' }]),
    finds: ['S03 material'],
  },
  {
    it: 'T2: no start date is as postponed without',
    facts: carriedBy([stopped, { ...notStarted, startsOn: null }]),
    finds: ['S03 critical'],
  },
  { it: 'S04: finished 12 months ago to the day is quiet', facts: carriedBy([finished('2025-11-23')]), finds: [] },
  { it: 'S04: finished less than 12 months ago is quiet', facts: carriedBy([finished('2025-11-24')]), finds: [] },
  {
    it: 'S04: finished 12 months and a day ago speaks',
    facts: carriedBy([finished('2025-11-22')]),
    finds: ['S04 material'],
  },
  {
    it: 'S04: 24 months of the plan left to the day speaks',
    facts: carriedBy([finished('2020-01-01')], {}, { horizonOn: '2028-11-23' }),
    finds: ['S04 material'],
  },
  {
    it: 'S04: 24 months and a day left speaks',
    facts: carriedBy([finished('2020-01-01')], {}, { horizonOn: '2028-11-24' }),
    finds: ['S04 material'],
  },
  {
    it: 'S04: a day less than 24 months left is quiet',
    facts: carriedBy([finished('2020-01-01')], {}, { horizonOn: '2028-11-22' }),
    finds: [],
  },
  {
    it: 'I7: S04 is quiet past the horizon',
    facts: carriedBy([finished('2020-01-01')], {}, { horizonOn: '2026-01-01' }),
    finds: [],
  },
  {
    it: 'R5: the latest finish decides',
    facts: carriedBy([finished('2020-01-01'), finished('2026-06-01')]),
    finds: [],
  },
  {
    it: 'R5: a quiet S04 lets no other of the four speak',
    facts: carriedBy([finished('2026-06-01'), stopped, postponed(null)]),
    finds: [],
  },
  {
    it: 'R5: anything finished speaks before what is postponed',
    facts: carriedBy([finished('2020-01-01'), postponed('2027-06-01')]),
    finds: ['S04 material'],
  },
  {
    it: 'R6: a missing finish date is the planned end',
    facts: carriedBy([{ ...finished(null), endsOn: '2025-01-01', lifecycleSetOn: '2026-11-01' }]),
    finds: ['S04 material'],
  },
  {
    it: 'R6: and else the day it was set',
    facts: carriedBy([{ ...finished(null), endsOn: null, lifecycleSetOn: '2026-11-01' }]),
    finds: [],
  },
  { it: 'a driftstiltak that counts keeps S02 quiet', facts: carriedBy([idea], operating({})), finds: [] },
  { it: 'a driftstiltak that counts keeps S03 quiet', facts: carriedBy([stopped], operating({})), finds: [] },
];

/** S06, S08 and S09, evaluated whatever S01–S04 say (rules R10). */
const responsibility: RuleCase[] = [
  {
    it: 'S06: one measure of three without carrier is a note',
    facts: carriedBy([{}], { measures: measured(3), ...linked({ measure: 'BY-A1.1' }, { measure: 'BY-A1.2' }) }),
    finds: ['S06 note'],
  },
  {
    it: 'S06: one of two is material',
    facts: carriedBy([{}], { measures: measured(2), ...linked({ measure: 'BY-A1.1' }) }),
    finds: ['S06 material'],
  },
  {
    it: 'R9: three of seven is a note',
    facts: carriedBy([{}], { measures: measured(7), ...linked(...measured(4).map((measure) => ({ measure }))) }),
    finds: ['S06 note'],
  },
  {
    it: 'R9: four of seven is material',
    facts: carriedBy([{}], { measures: measured(7), ...linked(...measured(3).map((measure) => ({ measure }))) }),
    finds: ['S06 material'],
  },
  {
    it: 'S06: all measures carried is quiet',
    facts: carriedBy([{}], {
      measures: measured(2),
      ...linked({ measure: 'BY-A1.1' }, { measure: 'BY-A1.2', kind: 'partial' }),
    }),
    finds: [],
  },
  {
    it: 'R8: a link to the whole strategy covers no measure',
    facts: carriedBy([{}], { measures: measured(1) }),
    finds: ['S06 material'],
  },
  {
    it: 'R9: a finished project covers',
    facts: carriedBy([finished('2026-10-01')], { measures: measured(1), ...linked({ measure: 'BY-A1.1' }) }),
    finds: [],
  },
  {
    it: 'R9: a stopped project does not cover',
    facts: carriedBy([stopped, {}], {
      measures: measured(1),
      ...linked({ measure: 'BY-A1.1' }, { project: '2026-002' }),
    }),
    finds: ['S06 material'],
  },
  {
    it: 'R9: a proposed link does not cover',
    facts: carriedBy([{}], { measures: measured(1), ...linked({}, { measure: 'BY-A1.1', approvedOn: null }) }),
    finds: ['S06 material'],
  },
  {
    it: 'R9: a driftstiltak on the measure covers',
    facts: carriedBy([], { measures: measured(1), ...operating({ measure: 'BY-A1.1' }) }),
    finds: [],
  },
  {
    it: 'R9: a lapsed driftstiltak does not',
    facts: carriedBy([{}], { measures: measured(1), ...operating({ measure: 'BY-A1.1', confirmedOn: '2024-01-01' }) }),
    finds: ['S06 material'],
  },
  {
    it: 'R10: S06 and S08 speak beside S01',
    facts: carriedBy([], { measures: measured(1), leadSector: null }),
    finds: ['S01 critical', 'S06 material', 'S08 material'],
  },
  { it: 'S08: no lead sector', facts: carriedBy([{}], { leadSector: null }), finds: ['S08 material'] },
  ...(
    [
      ['from today', today, null, []],
      ['from tomorrow', tomorrow, null, ['S08 material']],
      ['to and including today', '2015-01-01', today, []],
      ['to and including yesterday', '2015-01-01', yesterday, ['S08 material']],
    ] as const
  ).map(([when, validFrom, validTo, finds]): RuleCase => ({
    it: `S08: a sector valid ${when}`,
    facts: carriedBy([{}], { leadSector: { code: 'samfunn', name: 'Samfunnsutvikling', validFrom, validTo } }),
    finds: [...finds],
  })),
  {
    it: 'R11: a responsible role that somebody active holds is quiet',
    facts: carriedBy([{}], { responsibleRole: 'planner', responsibleRoleHeld: true }),
    finds: [],
  },
  {
    it: 'R11: one that nobody active holds speaks',
    facts: carriedBy([{}], { responsibleRole: 'planner', responsibleRoleHeld: false }),
    finds: ['S08 material'],
  },
  { it: 'S09: only delbidrag', facts: carriedBy([{}], linked({ kind: 'partial' })), finds: ['S09 note'] },
  {
    it: 'S09: one hovedbidrag among several is enough',
    facts: carriedBy([{}, {}], linked({ kind: 'partial' }, { project: '2026-002' })),
    finds: [],
  },
  {
    it: "T14: the strongest of a project's links is its kind",
    facts: carriedBy([{}], {
      measures: measured(1),
      ...linked({ kind: 'partial', measure: 'BY-A1.1' }, { kind: 'main' }),
    }),
    finds: [],
  },
  {
    it: 'R12: the hovedbidrag of a stopped project is none',
    facts: carriedBy([{}, stopped], linked({ kind: 'partial' }, { project: '2026-002' })),
    finds: ['S09 note'],
  },
  {
    it: 'R12: only stopped projects with delbidrag is not S09',
    facts: carriedBy([stopped], linked({ kind: 'partial' })),
    finds: ['S03 critical'],
  },
  {
    it: 'R12: a driftstiltak that counts keeps S09 quiet',
    facts: carriedBy([{}], { ...linked({ kind: 'partial' }), ...operating({}) }),
    finds: [],
  },
  {
    it: 'R12: an approved delbidrag beside a proposed hovedbidrag is delbidrag',
    facts: carriedBy([{}], { measures: [], ...linked({ kind: 'partial' }, { kind: 'main', approvedOn: null }) }),
    finds: ['S09 note'],
  },
];

describe('strategy rules', () => {
  for (const { it: title, facts, on, finds } of [...carrying, ...responsibility])
    it(title, () => expect(brief(judged(facts, on).findings)).toEqual(finds));

  it('lets exactly one of S01–S04 speak for every lifecycle alone', () => {
    const lifecycles: Lifecycle[] = ['not-started', 'in-progress', 'finished', 'postponed', 'stopped', 'rejected'];
    const far = { startsOn: null, finishedOn: null, endsOn: '2020-01-01' };
    const spoken = lifecycles.map((lifecycle) => brief(judged(carriedBy([{ ...far, lifecycle }])).findings).join());
    expect(spoken).toEqual(['S03 critical', '', 'S04 material', 'S03 critical', 'S03 critical', 'S03 critical']);
  });

  it('T11: adds months to the earlier date, and stops at the end of a short month', () => {
    const monthly = { ...defaultRuleSet, onlyIdeas: { materialAfterMonths: 1, criticalAfterMonths: 24 } };
    const facts = carriedBy([idea], linked({ approvedOn: '2026-01-31' }));
    const on = (date: string) => brief(judged(facts, date, monthly).findings);
    expect([on('2026-02-27'), on('2026-02-28')]).toEqual([['S02 note'], ['S02 material']]);
  });

  it('reads a threshold from the rule set, and skips a rule that is not enabled', () => {
    const strict = { ...defaultRuleSet, measuresWithoutCarrier: { materialFromPercent: 10 } };
    const without = { ...defaultRuleSet, enabled: defaultRuleSet.enabled.filter((code) => code !== 'S06') };
    const facts = carriedBy([{}], { measures: measured(3), ...linked({ measure: 'BY-A1.1' }, { measure: 'BY-A1.2' }) });
    expect(brief(judged(facts, today, strict).findings)).toEqual(['S06 material']);
    expect(judged(facts, today, without).findings).toEqual([]);
  });

  it('tells since when S02, S04 and a lapsed S08 have held', () => {
    const since = (facts: FollowUpFacts) => judged(facts).findings[0]!.since;
    expect(since(carriedBy([idea], linked({ approvedOn: '2025-03-01' })))).toBe('2025-03-01');
    expect(since(carriedBy([finished('2024-02-29')]))).toBe('2025-03-01');
    const leadSector = { code: 'nav', name: 'NAV', validFrom: '2015-01-01', validTo: '2025-12-31' };
    expect(since(carriedBy([{}], { leadSector }))).toBe('2026-01-01');
  });

  it('refuses facts that link to a project they do not hold', () => {
    const facts = { ...carriedBy([{}]), projects: [] };
    expect(() => judged(facts)).toThrowError('The facts of BY-A1 link to 2026-001, which they do not hold');
  });
});
