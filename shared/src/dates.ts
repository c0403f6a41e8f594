import * as z from 'zod';

/** A year with a misprint, `0226`, is no date of ours. */
const isInOurTime = (written: string): boolean => /^(19|2\d)\d\d-/.test(written);

/** A calendar date in Europe/Oslo, `2026-11-23`. Never an instant. */
export const LocalDate = z.iso
  .date({ abort: true })
  .refine(isInOurTime, 'invalid-format')
  .meta({ id: 'LocalDate', description: 'A calendar date in Europe/Oslo', example: '2026-11-23' });
export type LocalDate = string;

/** A calendar date that a form asks for; `code` is what is wrong when there is none. */
export function requiredDate(code: string) {
  return z.iso.date({ error: code, abort: true }).refine(isInOurTime, code).meta({ example: '2026-11-23' });
}

/** A point in time, `2026-11-23T17:56:00.000Z`. */
export const Instant = z.iso
  .datetime({ offset: true, abort: true })
  .refine(isInOurTime, 'invalid-format')
  .meta({ id: 'Instant', description: 'A point in time, ISO 8601', example: '2026-11-23T16:56:00.000Z' });
export type Instant = string;
