import * as z from 'zod';
import { AsOf } from './problem.js';

export const SearchQuery = z.strictObject({
  q: z.string().trim().min(1, 'required').max(200, 'too-long'),
  'as-of': AsOf.optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** What the field in the top bar finds, best first: at most eight of each kind. */
export const SearchAnswer = z
  .object({
    strategies: z.array(
      z.object({
        plan: z.string().meta({ description: 'Slug of the plan' }),
        code: z.string().meta({ description: 'Code of the strategy or measure', example: 'BY-A1.3' }),
        strategyCode: z.string().meta({ description: 'The strategy whose page shows it', example: 'BY-A1' }),
        text: z.string(),
      }),
    ),
    projects: z.array(z.object({ number: z.string(), name: z.string(), sector: z.string() })),
  })
  .meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.infer<typeof SearchAnswer>;
