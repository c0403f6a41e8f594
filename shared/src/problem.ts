import * as z from 'zod';
import { Instant, LocalDate } from './dates.js';

/** One wrong field of an input: where it is and what is wrong, as a code the interface has a sentence for. */
export const FieldProblem = z
  .object({
    path: z.string().meta({ description: 'The field, dotted', example: 'deviations.0.cause' }),
    code: z.string().meta({ example: 'cause-required' }),
    message: z.string().meta({ description: 'For developers, English' }),
  })
  .meta({ id: 'FieldProblem' });
export type FieldProblem = z.infer<typeof FieldProblem>;

/** RFC 9457. `code` is stable and translated by the interface; `requestId` finds the log lines. */
export const Problem = z
  .looseObject({
    type: z.string().meta({ example: 'urn:planspor:problem:invalid-input' }),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ example: 'invalid-input' }),
    detail: z.string().optional(),
    requestId: z.string().optional(),
    fields: z.array(FieldProblem).optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem', description: 'An error as RFC 9457 describes it' });
export type Problem = z.infer<typeof Problem>;

export const Language = z.enum(['nb', 'nn', 'en']);
export type Language = z.infer<typeof Language>;

/**
 * `as-of=2026-08-31` is the end of that day in Norway; an instant is that instant. Today's date is now. An answer as of
 * the past is the same whenever it is asked for: whatever it says of what the asker may do is false, since the past is
 * not written, and dates are counted from the day that is asked about.
 */
export const AsOf = z.union([LocalDate, Instant]).meta({
  description: 'Answer as it was at the end of this date (Europe/Oslo), or at this instant',
  example: '2026-08-31',
});
/** The query of a read that has nothing to ask by, and no past: it is of now or of the process. */
export const NothingAsked = z.strictObject({});
export type NothingAsked = z.infer<typeof NothingAsked>;
export const AsOfQuery = z.strictObject({ 'as-of': AsOf.optional() });
export type AsOfQuery = z.infer<typeof AsOfQuery>;

/** One change to one record, with what it was and became. Values are as stored; the interface puts them in words. */
export const HistoryEntry = z
  .object({
    change: z.int().meta({ description: 'Number of the change; order is commit order' }),
    at: z.iso.datetime({ offset: true }),
    action: z.string().meta({ example: 'project.changed' }),
    by: z.string().nullable().meta({ description: 'Who, by name; null for the system' }),
    subject: z.string().meta({ description: 'The kind of record', example: 'contribution' }),
    label: z.string().nullable().meta({ description: 'Which one, where a record has several', example: 'BY-A1.3' }),
    event: z.enum(['created', 'changed', 'removed']),
    fields: z.array(z.object({ name: z.string(), from: z.unknown(), to: z.unknown() })),
  })
  .meta({ id: 'HistoryEntry' });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const HistoryPage = z.object({ total: z.int(), items: z.array(HistoryEntry) }).meta({ id: 'HistoryPage' });
export type HistoryPage = z.infer<typeof HistoryPage>;

export const PageQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});

export const HistoryPageQuery = z.strictObject({ ...PageQuery.shape, 'as-of': AsOf.optional() });
export type HistoryPageQuery = z.infer<typeof HistoryPageQuery>;
