import * as z from 'zod';
import { largestOre } from './kroner.js';

/** Whole øre. Kroner with two decimals never pass through a float on their way here. Up to 9 000 mrd. kr. */
export const Ore = z
  .int()
  .min(-largestOre)
  .max(largestOre)
  .meta({ id: 'Ore', description: 'An amount in whole øre', example: 4_820_000_000 });
export type Ore = number;

/**
 * What is reckoned from several amounts, in whole øre: every whole number up to the bound is exact. Beyond it, which is
 * 90 000 mrd. kr, there is no answer: null where the amounts are many, and refused when it is written for one project.
 */
export const OreSum = z
  .int()
  .min(-Number.MAX_SAFE_INTEGER)
  .max(Number.MAX_SAFE_INTEGER)
  .meta({ id: 'OreSum', description: 'Amounts added up, in whole øre', example: 4_820_000_000 });

/** Sums over projects. */
export const OreTotal = OreSum.nullable().meta({
  id: 'OreTotal',
  description: 'Amounts of many projects added up, in whole øre; null beyond what is counted exactly',
  example: 4_820_000_000,
});

/** An amount that cannot be negative, in whole øre. */
export const PositiveOre = z
  .int()
  .min(0, 'not-negative')
  .max(largestOre)
  .meta({ description: 'An amount in whole øre, not negative', example: 4_820_000_000 });
