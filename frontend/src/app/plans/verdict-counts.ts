import type { StrategyFollowUp, Verdict } from '#shared';

/** Worst first, as they are read everywhere. */
export const verdicts: readonly Verdict[] = [
  'lacking',
  'weak',
  'followed-up',
  'excepted',
  'completed',
  'planned',
  'phasing-in',
];

/** How many strategies have each verdict that occurs, worst first. */
export function countVerdicts(strategies: readonly (StrategyFollowUp | null)[]): { verdict: Verdict; count: number }[] {
  return verdicts
    .map((verdict) => ({ verdict, count: strategies.filter((strategy) => strategy?.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
}
