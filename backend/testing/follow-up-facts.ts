import type {
  ExceptionFacts,
  FollowUpFacts,
  LinkFacts,
  OperationalMeasureFacts,
  PlanFacts,
  ProjectFacts,
  StrategyFacts,
} from '../src/follow-up/domain/facts.js';
import type { Finding } from '../src/follow-up/domain/finding.js';
import { judge, type StrategyJudgement } from '../src/follow-up/domain/judge.js';
import { defaultRuleSet } from '../src/follow-up/domain/rule-set.js';

/** The date the examples are judged on, unless they say another. */
export const today = '2026-11-23';

export const plan = (changes: Partial<PlanFacts> = {}): PlanFacts => ({
  status: 'adopted',
  adoptedOn: '2018-03-22',
  horizonOn: '2030-12-31',
  financialPlans: [],
  ...changes,
});

/** A strategy that nothing can be said against but that nobody carries it. */
export const strategy = (changes: Partial<StrategyFacts> = {}): StrategyFacts => ({
  code: 'BY-A1',
  addedOn: null,
  continued: false,
  startYear: null,
  startYearDecidedOn: null,
  completedOn: null,
  leadSector: { code: 'samfunn', name: 'Samfunnsutvikling', validFrom: '2015-01-01', validTo: null },
  responsibleRole: null,
  responsibleRoleHeld: null,
  measures: [],
  links: [],
  operationalMeasures: [],
  exceptions: [],
  ...changes,
});

/** A project that counts and that nothing can be said against. */
export const project = (changes: Partial<ProjectFacts> = {}): ProjectFacts => ({
  number: '2026-001',
  name: 'Ny sentrumsadkomst',
  sector: 'samfunn',
  category: 'execution',
  lifecycle: 'in-progress',
  lifecycleSetOn: '2025-01-01',
  startsOn: '2025-01-01',
  endsOn: '2028-12-31',
  finishedOn: null,
  postponedTo: null,
  reasonGiven: true,
  managerActive: true,
  ownerActive: true,
  linkedSince: '2025-01-01',
  linkProposed: false,
  exceptions: [],
  ...changes,
});

export const link = (changes: Partial<LinkFacts> = {}): LinkFacts => ({
  project: '2026-001',
  measure: null,
  kind: 'main',
  approvedOn: '2026-06-01',
  endedOn: null,
  ...changes,
});

/** A driftstiltak that counts. */
export const operationalMeasure = (changes: Partial<OperationalMeasureFacts> = {}): OperationalMeasureFacts => ({
  name: 'Demensvennlig opplæring',
  measure: null,
  unit: 'Hjemmetjenesten',
  responsible: 'Enhetsleder',
  evidence: 'Virksomhetsplan 2026, kap. 3',
  confirmedOn: '2026-06-01',
  ...changes,
});

/** An exception that covers S01 at every severity. */
export const exception = (changes: Partial<ExceptionFacts> = {}): ExceptionFacts => ({
  type: 'line-operations',
  rules: ['S01'],
  reason: 'Opplæringen inngår i hjemmetjenestens virksomhetsplan for 2026.',
  proposedBy: 'Kari Nordmann',
  decidedBy: 'Ola Nordmann',
  level: 'chief-executive',
  deciderSector: null,
  caseNumber: '26/412',
  decidedOn: '2026-02-14',
  validFrom: '2026-02-14',
  validTo: '2027-01-31',
  withdrawnOn: null,
  ...changes,
});

/** One strategy with these projects, each approved as hovedbidrag for all of it unless links are given. */
export function carriedBy(
  projects: Partial<ProjectFacts>[],
  changes: Partial<StrategyFacts> = {},
  planChanges: Partial<PlanFacts> = {},
): FollowUpFacts {
  const numbered = projects.map((one, index) => project({ number: `2026-00${index + 1}`, ...one }));
  const links = numbered.map(({ number }) => link({ project: number }));
  return { plan: plan(planChanges), strategies: [strategy({ links, ...changes })], projects: numbered };
}

/** The judgement of the only strategy of the facts. */
export function judged(facts: FollowUpFacts, date = today, ruleSet = defaultRuleSet): StrategyJudgement {
  return judge(facts, ruleSet, date).strategies[0]!;
}

/** `S02 critical`, so that a table reads. */
export const brief = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, severity }) => `${rule} ${severity}`);

/** A row of a table: what is given, on which date, and which findings it must give. */
export interface RuleCase {
  it: string;
  facts: FollowUpFacts;
  on?: string;
  finds: string[];
}

export const yesterday = '2026-11-22';
export const tomorrow = '2026-11-24';
export const idea: Partial<ProjectFacts> = { category: 'idea' };
export const notStarted: Partial<ProjectFacts> = { lifecycle: 'not-started' };
export const stopped: Partial<ProjectFacts> = { lifecycle: 'stopped' };
export const postponed = (postponedTo: string | null): Partial<ProjectFacts> => ({
  lifecycle: 'postponed',
  postponedTo,
});
export const finished = (finishedOn: string | null): Partial<ProjectFacts> => ({ lifecycle: 'finished', finishedOn });

/** These links instead of those `carriedBy` makes. */
export const linked = (...links: Partial<LinkFacts>[]): Partial<StrategyFacts> => ({
  links: links.map((one) => link(one)),
});

export const operating = (changes: Partial<OperationalMeasureFacts> = {}): Partial<StrategyFacts> => ({
  operationalMeasures: [operationalMeasure(changes)],
});

/** Codes of `n` measures of BY-A1. */
export const measured = (n: number): string[] => Array.from({ length: n }, (_, index) => `BY-A1.${index + 1}`);
