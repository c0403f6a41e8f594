import * as z from 'zod';

/** A calendar date in Europe/Oslo, `2026-11-23`. Never an instant. */
export const LocalDate = z.iso
  .date()
  .meta({ id: 'LocalDate', description: 'A calendar date in Europe/Oslo', example: '2026-11-23' });
export type LocalDate = string;

/** A point in time, `2026-11-23T17:56:00.000Z`. */
export const Instant = z.iso
  .datetime({ offset: true })
  .meta({ id: 'Instant', description: 'A point in time, ISO 8601', example: '2026-11-23T16:56:00.000Z' });
export type Instant = string;
