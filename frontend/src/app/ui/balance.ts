import type { Ore } from '#shared';

/** How forecasts stand to their frames. */
export interface Balance {
  /** `unknown`: the amounts together are beyond what is counted exactly. */
  readonly side: 'over' | 'under' | 'even' | 'unknown';
  /** How far, in whole øre, without sign. */
  readonly ore: Ore;
}

/** avvik = budsjett − prognose: negative is over the frame (domain.md, Money). */
export function balanceOf(deviationOre: Ore | null): Balance {
  if (deviationOre === null) return { side: 'unknown', ore: 0 };
  return { side: deviationOre < 0 ? 'over' : deviationOre > 0 ? 'under' : 'even', ore: Math.abs(deviationOre) };
}
