import * as z from 'zod';

/** How far the history is sealed (shared/docs/history-archive.md). */
export const SealedSoFar = z
  .object({
    seal: z
      .object({
        number: z.int(),
        at: z.iso.datetime({ offset: true }),
        hash: z
          .string()
          .regex(/^[\da-f]{64}$/)
          .meta({ description: 'SHA-256 in hexadecimal; `--head` of the verifier' }),
        lastChange: z.int(),
      })
      .nullable()
      .meta({ description: 'The last one; null when nothing is sealed yet' }),
    waiting: z.int().meta({ description: 'Changes since, which the next seal takes' }),
  })
  .meta({ id: 'SealedSoFar' });
export type SealedSoFar = z.infer<typeof SealedSoFar>;
