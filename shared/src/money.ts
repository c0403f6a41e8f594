import * as z from 'zod';
import { largestOre } from './kroner.js';

/** Whole øre. Kroner with two decimals never pass through a float on their way here. Up to 9 000 mrd. kr. */
export const Ore = z
  .int()
  .min(-largestOre)
  .max(largestOre)
  .meta({ id: 'Ore', description: 'An amount in whole øre', example: 4_820_000_000 });
export type Ore = number;

/** An amount that cannot be negative, in whole øre. */
export const PositiveOre = z
  .int()
  .min(0, 'not-negative')
  .max(largestOre)
  .meta({ description: 'An amount in whole øre, not negative', example: 4_820_000_000 });
