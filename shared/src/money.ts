import * as z from 'zod';

/** Whole øre. Kroner with two decimals never pass through a float on their way here. Up to 90 000 mrd. kr. */
export const Ore = z
  .int()
  .min(-9_000_000_000_000_00)
  .max(9_000_000_000_000_00)
  .meta({ id: 'Ore', description: 'An amount in whole øre', example: 4_820_000_000 });
export type Ore = number;

/** An amount that cannot be negative, in whole øre. */
export const PositiveOre = z
  .int()
  .min(0)
  .max(9_000_000_000_000_00)
  .meta({ description: 'An amount in whole øre, not negative', example: 4_820_000_000 });
