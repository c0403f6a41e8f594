import { addDays, addMonths, formatDate, type LocalDate } from '#shared';
import type { Offset } from './demonstration.js';

/** The date an offset names, from a day: `-18m` the same day 18 months earlier, `+21d` three weeks later. */
export function dateAt(offset: Offset, from: LocalDate): LocalDate {
  const amount = Number(offset.slice(0, -1));
  return offset.endsWith('m') ? addMonths(from, amount) : addDays(from, amount);
}

/** Work starts with a month: the first day of the month an offset in months falls in. */
export function startAt(offset: Offset, from: LocalDate): LocalDate {
  const date = dateAt(offset, from);
  return offset.endsWith('m') ? `${date.slice(0, 8)}01` : date;
}

/** Work ends with a month: the last day of the month an offset in months falls in. */
export function endAt(offset: Offset, from: LocalDate): LocalDate {
  const date = dateAt(offset, from);
  return offset.endsWith('m') ? addDays(addMonths(`${date.slice(0, 8)}01`, 1), -1) : date;
}

/** Councils meet on Thursdays: the last one not after the date an offset names. */
export function meetingAt(offset: Offset, from: LocalDate): LocalDate {
  const date = dateAt(offset, from);
  const daysSinceThursday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 3) % 7;
  return addDays(date, -daysSinceThursday);
}

/** `24/1187`: a case number of the year of a date. */
export function caseNumberOf(serial: number, date: LocalDate): string {
  return `${date.slice(2, 4)}/${serial}`;
}

/** Puts dates and years where a text leaves room for them: `{-21d}`, `{year+1}`. */
export function withDates(text: string, from: LocalDate): string {
  return text.replaceAll(/\{(?:year([+-]\d+)?|([+-]\d+[md]))\}/g, (_, years?: string, offset?: string) =>
    offset === undefined ? String(Number(from.slice(0, 4)) + Number(years ?? 0)) : formatDate(dateAt(offset, from)),
  );
}
