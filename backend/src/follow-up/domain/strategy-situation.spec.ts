import type { PhaseCategory } from '#shared';
import {
  brief,
  carriedBy,
  finished,
  judged,
  linked,
  measured,
  notStarted,
  operating,
  stopped,
  today,
  tomorrow,
  yesterday,
  type RuleCase,
} from '../../../testing/follow-up-facts.js';

/** What counts (rules T). */
const counting: RuleCase[] = [
  {
    it: 'T1: a start in 12 months to the day counts',
    facts: carriedBy([{ ...notStarted, startsOn: '2027-11-23' }]),
    finds: [],
  },
  {
    it: 'T1: a start the day before that counts',
    facts: carriedBy([{ ...notStarted, startsOn: '2027-11-22' }]),
    finds: [],
  },
  {
    it: 'T1: a start the day after does not',
    facts: carriedBy([{ ...notStarted, startsOn: '2027-11-24' }]),
    finds: ['S03 material'],
  },
  {
    it: 'T1: a start that has passed counts',
    facts: carriedBy([{ ...notStarted, startsOn: '2020-01-01' }]),
    finds: [],
  },
  {
    it: 'T1: no start date does not count',
    facts: carriedBy([{ ...notStarted, startsOn: null }]),
    finds: ['S03 critical'],
  },
  { it: 'T6: a project under way counts after its end', facts: carriedBy([{ endsOn: '2020-01-01' }]), finds: [] },
  {
    it: 'T8: a confirmation lasts to the same day a year later',
    facts: carriedBy([], operating({ confirmedOn: '2025-11-23' })),
    finds: [],
  },
  {
    it: 'T8: and not a day longer',
    facts: carriedBy([], operating({ confirmedOn: '2025-11-22' })),
    finds: ['S01 critical'],
  },
  { it: 'T8: a confirmation today counts', facts: carriedBy([], operating({ confirmedOn: today })), finds: [] },
  {
    it: 'T8: registration alone is no confirmation',
    facts: carriedBy([], operating({ confirmedOn: null })),
    finds: ['S01 critical'],
  },
  { it: 'T7: a driftstiltak needs a unit', facts: carriedBy([], operating({ unit: ' ' })), finds: ['S01 critical'] },
  {
    it: 'T7: a driftstiltak needs somebody responsible',
    facts: carriedBy([], operating({ responsible: '' })),
    finds: ['S01 critical'],
  },
  {
    it: 'T7: a driftstiltak needs evidence',
    facts: carriedBy([], operating({ evidence: '' })),
    finds: ['S01 critical'],
  },
  {
    it: 'T11: confirmed on 29 February it lasts to 28 February',
    facts: carriedBy([], operating({ confirmedOn: '2024-02-29' })),
    on: '2025-02-28',
    finds: [],
  },
  {
    it: 'T11: and not into March',
    facts: carriedBy([], operating({ confirmedOn: '2024-02-29' })),
    on: '2025-03-01',
    finds: ['S01 critical'],
  },
  {
    it: 'T12: a confirmation tomorrow has not happened',
    facts: carriedBy([], operating({ confirmedOn: tomorrow })),
    finds: ['S01 critical'],
  },
  {
    it: 'T12: a link approved tomorrow has not happened',
    facts: carriedBy([{}], linked({ approvedOn: tomorrow })),
    finds: ['S01 critical'],
  },
  { it: 'T12: a finish tomorrow has not happened', facts: carriedBy([finished(tomorrow)]), finds: [] },
  {
    it: 'T13: a link counts from the day of approval',
    facts: carriedBy([{}], linked({ approvedOn: today })),
    finds: [],
  },
  {
    it: 'T13: a proposed link does not count',
    facts: carriedBy([{}], linked({ approvedOn: null })),
    finds: ['S01 critical'],
  },
  {
    it: 'T13: a link ended today does not count',
    facts: carriedBy([{}], linked({ endedOn: today })),
    finds: ['S01 critical'],
  },
  { it: 'T13: a link that ends tomorrow counts', facts: carriedBy([{}], linked({ endedOn: tomorrow })), finds: [] },
  {
    it: 'T14: a link to a measure is one to its strategy',
    facts: carriedBy([{}], { ...linked({ measure: 'BY-A1.1' }), measures: measured(1) }),
    finds: [],
  },
];

describe('what counts', () => {
  for (const { it: title, facts, on, finds } of counting)
    it(title, () => expect(brief(judged(facts, on).findings)).toEqual(finds));

  it('T5: planning and later count while under way, idea and concept do not', () => {
    const categories: PhaseCategory[] = ['idea', 'concept', 'planning', 'execution', 'closing', 'realisation'];
    const count = categories.map((category) => judged(carriedBy([{ category }])).projects[0]!.counts);
    expect(count).toEqual([false, false, true, true, true, true]);
  });

  it('T12: a finish has happened from the finish date on', () => {
    const counts = (finishedOn: string) => judged(carriedBy([finished(finishedOn)])).projects[0]!.counts;
    expect([counts(yesterday), counts(today), counts(tomorrow)]).toEqual([false, false, true]);
  });

  it('T12: lists a link that waits for approval as proposed, and an ended one not at all', () => {
    const facts = carriedBy([{}, {}], linked({ approvedOn: null }, { project: '2026-002', endedOn: today }));
    expect(judged(facts).projects).toEqual([
      { number: '2026-001', kind: 'main', approved: false, counts: false, measures: [] },
    ]);
  });

  it('T14: joins the links of one project, with the strongest kind and all its measures in the order of the plan', () => {
    const links = linked(
      { kind: 'partial', measure: 'BY-A1.10' },
      { kind: 'main', measure: 'BY-A1.2' },
      { kind: 'partial' },
    );
    expect(judged(carriedBy([{}], { measures: measured(10), ...links })).projects).toEqual([
      { number: '2026-001', kind: 'main', approved: true, counts: true, measures: ['BY-A1.2', 'BY-A1.10'] },
    ]);
  });

  it('says which projects and driftstiltak carry each measure, and which of them cover it', () => {
    const facts = carriedBy([{}, stopped, {}], {
      measures: measured(2),
      ...linked(
        { measure: 'BY-A1.1' },
        { project: '2026-002', measure: 'BY-A1.1', kind: 'partial' },
        { project: '2026-003', measure: 'BY-A1.2', approvedOn: null },
      ),
      ...operating({ measure: 'BY-A1.1' }),
    });
    expect(judged(facts).measures).toEqual([
      {
        code: 'BY-A1.1',
        covered: true,
        carriers: [
          { number: '2026-001', kind: 'main', approved: true, covers: true },
          { number: '2026-002', kind: 'partial', approved: true, covers: false },
        ],
        operational: ['Demensvennlig opplæring'],
      },
      {
        code: 'BY-A1.2',
        covered: false,
        carriers: [{ number: '2026-003', kind: 'main', approved: false, covers: false }],
        operational: [],
      },
    ]);
  });
});
