import { addMonths, type LocalDate, type Verdict } from '#shared';
import type { ExceptionStanding } from './exceptions.js';
import type { PlanFacts, StrategyFacts } from './facts.js';
import type { JudgedFinding } from './finding.js';
import type { RuleSet } from './rule-set.js';

/** The verdicts with which no strategy rule is evaluated (rules V3). */
export type Stage = Extract<Verdict, 'completed' | 'planned' | 'phasing-in'>;

/** Adopted, and not superseded; rules are evaluated for no other plan (rules I7). */
export function isInForce(plan: PlanFacts, date: LocalDate): boolean {
  return plan.status === 'adopted' && plan.adoptedOn !== null && plan.adoptedOn <= date;
}

/**
 * The first day after the innfasing that a decision opens: the later of 12 months after it and the first økonomiplan
 * adopted after it; where that is not registered, 12 months alone decide (rules I1, I2).
 */
export function phasingInEnds(decidedOn: LocalDate, plan: PlanFacts, ruleSet: RuleSet): LocalDate {
  const monthsPassed = addMonths(decidedOn, ruleSet.phasingInMonths);
  const firstFinancialPlan = plan.financialPlans
    .map(({ adoptedOn }) => adoptedOn)
    .filter((adoptedOn) => adoptedOn > decidedOn)
    .reduce<LocalDate | null>((first, adoptedOn) => (first === null || adoptedOn < first ? adoptedOn : first), null);
  return firstFinancialPlan !== null && firstFinancialPlan > monthsPassed ? firstFinancialPlan : monthsPassed;
}

/** The decisions whose innfasing a strategy goes through: the plan's, and its own if it came later (rules I4, I5). */
function isPhasingIn(strategy: StrategyFacts, plan: PlanFacts, ruleSet: RuleSet, date: LocalDate): boolean {
  const own = strategy.continued ? null : strategy.addedOn;
  return [plan.adoptedOn, own].some(
    (decidedOn) => decidedOn !== null && date < phasingInEnds(decidedOn, plan, ruleSet),
  );
}

/** The year a strategy is planned to start, where that is decided by the date (rules I6, T12). */
export function startYearOn(strategy: StrategyFacts, date: LocalDate): number | null {
  const { startYear, startYearDecidedOn } = strategy;
  return startYearDecidedOn !== null && startYearDecidedOn <= date ? startYear : null;
}

/** Gjennomført, Planlagt or Innfasing, in that order, or null when the strategy is to be judged (rules V3, V5). */
export function stageOn(
  strategy: StrategyFacts,
  exceptions: readonly ExceptionStanding[],
  plan: PlanFacts,
  ruleSet: RuleSet,
  date: LocalDate,
): Stage | null {
  const declared = strategy.completedOn !== null && strategy.completedOn <= date;
  if (declared || exceptions.some(({ valid }, index) => valid && strategy.exceptions[index]!.type === 'completed'))
    return 'completed';
  const startYear = startYearOn(strategy, date);
  if (startYear !== null && date < `${startYear}-01-01`) return 'planned';
  return isPhasingIn(strategy, plan, ruleSet, date) ? 'phasing-in' : null;
}

/** One word for a strategy's own findings: covered ones are left out, and the rest decides (rules V2, V6). */
export function verdictOf(findings: readonly Pick<JudgedFinding, 'severity' | 'covered'>[]): Verdict {
  const open = findings.filter(({ covered }) => !covered);
  if (open.some(({ severity }) => severity === 'critical')) return 'lacking';
  if (open.some(({ severity }) => severity === 'material')) return 'weak';
  return open.length < findings.length ? 'excepted' : 'followed-up';
}
