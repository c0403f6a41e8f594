import { addDays } from '#shared';
import {
  carriedBy,
  exception,
  idea,
  judged,
  linked,
  operating,
  plan,
  project,
  today,
} from '../../../testing/follow-up-facts.js';
import type { ExceptionFacts, PlanFacts, StrategyFacts } from './facts.js';
import { judgeProject } from './judge.js';
import { defaultRuleSet } from './rule-set.js';

/** An empty strategy, critical by S01, with one exception. */
const excepted = (
  changes: Partial<ExceptionFacts>,
  on = today,
  strategy: Partial<StrategyFacts> = {},
  planned: Partial<PlanFacts> = {},
) => judged(carriedBy([], { exceptions: [exception(changes)], ...strategy }, planned), on);
const verdict = (changes: Partial<ExceptionFacts>, on = today) => excepted(changes, on).verdict;
const reason = (length: number) => 'x'.repeat(length);
const inForce = { financialPlans: [{ adoptedOn: '2025-12-11', lastYear: 2029 }] };

describe('exceptions', () => {
  const sound: [string, Partial<ExceptionFacts>][] = [
    ['E3: on its first day', { decidedOn: today, validFrom: today }],
    ['E3: on its last day', { validTo: today }],
    ['E5: with a reason of 40 characters', { reason: reason(40) }],
    ['E8: decided above the level asked for', { level: 'municipal-council' }],
    ['E8: decided by the formannskap', { level: 'executive-committee' }],
    ['E9: to be withdrawn tomorrow', { withdrawnOn: '2026-11-24' }],
    ['E10: that names the rule among others', { rules: ['S06', 'S01'] }],
    ['E11: of any other type', { type: 'later-start' }],
    ['with an odd case number', { caseNumber: 'muntlig i møte' }],
  ];
  for (const [title, changes] of sound) it(`cover a finding ${title}`, () => expect(verdict(changes)).toBe('excepted'));

  const unsound: [string, Partial<ExceptionFacts>][] = [
    ['E3: before the first day', { decidedOn: '2026-11-01', validFrom: '2026-11-24' }],
    ['E3: after the last day', { validTo: '2026-11-22' }],
    ['E5: that are not decided', { decidedOn: null, decidedBy: null, level: null }],
    ['T12: decided tomorrow', { decidedOn: '2026-11-24' }],
    ['E5: decided by the proposer', { decidedBy: 'Kari Nordmann' }],
    ['E5: proposed by nobody known', { proposedBy: null }],
    ['E5: with a reason of 39 characters', { reason: reason(39) }],
    ['E5: with a reason filled up with blanks', { reason: `${reason(39)}     ` }],
    ['E5: without case number', { caseNumber: ' ' }],
    ['E4: decided by a kommunalsjef for a critical finding', { level: 'sector-director', deciderSector: 'samfunn' }],
    ['E9: withdrawn today', { withdrawnOn: today }],
    ['E10: that name another rule', { rules: ['S06'] }],
    ['E2: of type not-prioritised below the council', { type: 'not-prioritised', level: 'executive-committee' }],
  ];
  for (const [title, changes] of unsound) it(`do not count ${title}`, () => expect(verdict(changes)).toBe('lacking'));

  it('name every defect they have', () => {
    const changes = { decidedBy: 'Kari Nordmann', reason: 'Kort', caseNumber: null, level: 'sector-director' } as const;
    const [standing] = excepted({ ...changes, deciderSector: 'nav', decidedOn: null }).exceptions;
    expect(standing!.defects).toEqual([
      'undecided',
      'same-person',
      'no-case-number',
      'reason-too-short',
      'other-sector',
    ]);
  });

  it('E8: let a kommunalsjef decide a material finding in the own sector only', () => {
    const by = (deciderSector: string) =>
      judged(
        carriedBy([{}], {
          measures: ['BY-A1.1'],
          exceptions: [exception({ rules: ['S06'], level: 'sector-director', deciderSector })],
        }),
      ).verdict;
    expect([by('samfunn'), by('nav')]).toEqual(['excepted', 'weak']);
  });

  it('E1: hold for 12 months, whatever is stored beyond', () => {
    const long = { decidedOn: '2025-11-23', validFrom: '2025-11-23', validTo: '2030-01-01' };
    expect(verdict(long, '2026-11-23')).toBe('excepted');
    expect(verdict(long, '2026-11-24')).toBe('lacking');
    expect(excepted(long).exceptions[0]!.lastDay).toBe('2026-11-23');
  });

  it('E2: hold to the end of the økonomiplan in force on the day of decision, for the types of the council', () => {
    const council = { type: 'not-prioritised', level: 'municipal-council', validTo: '2031-01-01' } as const;
    const on = (date: string) => excepted(council, date, {}, inForce).verdict;
    expect([on('2029-12-31'), on('2030-01-01')]).toEqual(['excepted', 'lacking']);
    expect(excepted({ ...council, validTo: '2028-06-30' }, today, {}, inForce).exceptions[0]!.lastDay).toBe(
      '2028-06-30',
    );
    expect(excepted(council).exceptions[0]!.lastDay).toBe('2027-02-14');
  });

  it('E2: read the økonomiplan adopted last, and on the day of decision at the latest', () => {
    const council = { type: 'completed', level: 'municipal-council', validTo: '2040-01-01' } as const;
    const plans = [
      { adoptedOn: '2026-02-14', lastYear: 2030 },
      { adoptedOn: '2025-12-11', lastYear: 2029 },
      { adoptedOn: '2026-02-15', lastYear: 2031 },
    ];
    for (const financialPlans of [plans, plans.toReversed()])
      expect(excepted(council, today, {}, { financialPlans }).exceptions[0]!.lastDay).toBe('2030-12-31');
  });

  it('E9: give notice from 30 days before the last covered day', () => {
    const soon = (on: string) => excepted({ validTo: '2026-12-31' }, on).exceptions[0]!.endsSoon;
    expect(addDays('2026-12-31', -30)).toBe('2026-12-01');
    expect([soon('2026-11-30'), soon('2026-12-01'), soon('2026-12-31'), soon('2027-01-01')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('E9: let the finding return when they end, with the day they ended', () => {
    const [finding] = excepted({ validTo: '2026-11-22' }).findings;
    expect(finding!.says).toEqual(['S01', 'exception-ended']);
    expect(finding!.data['exceptionEndedOn']).toBe('2026-11-22');
  });

  it('E9: say nothing of an end when they were withdrawn, never counted, or another covers', () => {
    const says = (...exceptions: Partial<ExceptionFacts>[]) =>
      judged(carriedBy([], { exceptions: exceptions.map((one) => exception(one)) })).findings[0]!.says;
    const ended = { validTo: '2026-11-22' };
    expect(says({ ...ended, withdrawnOn: '2026-10-01' })).toEqual(['S01']);
    expect(says({ ...ended, caseNumber: null })).toEqual(['S01']);
    expect(says(ended, {})).toEqual(['S01']);
    expect(says(ended, { validTo: '2026-10-01' })).toEqual(['S01', 'exception-ended']);
  });

  it('V5: let every finding return with the day when the one for completed has ended', () => {
    const changes: Partial<ExceptionFacts> = {
      type: 'completed',
      rules: [],
      level: 'municipal-council',
      validTo: '2026-11-22',
    };
    const { verdict: word, findings } = excepted(changes, today, { leadSector: null });
    expect(word).toBe('lacking');
    expect(findings.map(({ says }) => says.at(-1))).toEqual(['exception-ended', 'exception-ended']);
  });

  it('V2: leave a strategy without findings as followed up', () => {
    expect(excepted({}, today, operating()).verdict).toBe('followed-up');
  });

  it('E4: cover while their level is enough, and tell the day it will not be', () => {
    const facts = carriedBy([idea], {
      ...linked({ approvedOn: '2025-03-01' }),
      exceptions: [
        exception({
          rules: ['S02'],
          level: 'sector-director',
          deciderSector: 'samfunn',
          validTo: '2027-06-30',
          validFrom: '2026-08-01',
        }),
      ],
    });
    expect(judged(facts).exceptions[0]!.outgrownOn).toBe('2027-03-01');
    expect(judged(facts, '2027-02-28').verdict).toBe('excepted');
    expect(judged(facts, '2027-03-01').verdict).toBe('lacking');
  });

  it('E4: tell no such day when their level is enough for what comes', () => {
    const exceptions = [exception({ rules: ['S02'], level: 'chief-executive' })];
    const facts = carriedBy([idea], { ...linked({ approvedOn: '2025-03-01' }), exceptions });
    expect(judged(facts).exceptions[0]!.outgrownOn).toBeNull();
  });

  it('E7: never cover a note', () => {
    const exceptions = [exception({ rules: ['S02'] })];
    const { findings, verdict: word } = judged(carriedBy([idea], { exceptions }));
    expect([findings[0]!.covered, word]).toEqual([false, 'followed-up']);
  });

  it('E6: cover the findings of a project by the level of its own sector', () => {
    const by = (deciderSector: string) => {
      const exceptions = [exception({ rules: ['P04'], level: 'sector-director', deciderSector })];
      const given = project({ managerActive: null, endsOn: '2026-01-01', exceptions });
      return judgeProject(given, plan(), defaultRuleSet, today).findings.map(({ rule, covered }) => [rule, covered]);
    };
    expect(by('samfunn')).toEqual([
      ['P04', true],
      ['P07', false],
    ]);
    expect(by('nav')).toEqual([
      ['P04', false],
      ['P07', false],
    ]);
  });
});
