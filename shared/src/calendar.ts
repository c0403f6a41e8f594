import type { LocalDate } from './dates.js';

const oslo = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The minute last asked about: many requests ask within it, and a day begins with one. */
let asked = { minute: Number.NaN, date: '' };

/** The calendar date it is in Norway at an instant. */
export function osloDate(instant: Date): LocalDate {
  const minute = Math.floor(instant.getTime() / 60_000);
  if (minute !== asked.minute) asked = { minute, date: oslo.format(instant) };
  return asked.date;
}

const utc = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`);
const iso = (date: Date): LocalDate => date.toISOString().slice(0, 10);

/**
 * The same day `months` calendar months later (earlier when negative), or the last day of that month when it has no
 * such day (rules T11).
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const from = utc(date);
  const lastOfTarget = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0));
  return iso(
    new Date(
      Date.UTC(
        lastOfTarget.getUTCFullYear(),
        lastOfTarget.getUTCMonth(),
        Math.min(from.getUTCDate(), lastOfTarget.getUTCDate()),
      ),
    ),
  );
}

/** The date `days` days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return iso(new Date(utc(date).getTime() + days * 86_400_000));
}

/** Days from one date to another, negative when `to` is the earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}

const osloClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/**
 * The instant, in UTC, at which clocks in Norway show this time (`14:05` or `14:05:30`) on this date. Of an hour that
 * comes twice in autumn it is the first; an hour that is skipped in spring has none and is taken as summer time.
 */
export function osloInstant(date: LocalDate, time: string): string {
  const shown = `${date} ${time.length === 5 ? `${time}:00` : time}`;
  const [summer, winter] = [2, 1].map(
    (ahead) => new Date(Date.parse(`${shown.replace(' ', 'T')}Z`) - ahead * 3_600_000),
  );
  return (osloClock.format(winter) === shown && osloClock.format(summer) !== shown ? winter! : summer!).toISOString();
}

/** `23.11.2026`, as Norwegians write a date in text. */
export function formatDate(date: LocalDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/**
 * Reads a date as a person types it, `1.3.2027`, `01.03.27` or `2027-03-01`; null when it is no date.
 * Two-digit years are of this century.
 */
export function parseDate(text: string): LocalDate | null {
  const typed = /^\s*(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4}|\d{2})\s*$/.exec(text);
  const candidate = typed
    ? `${typed[3]!.length === 2 ? `20${typed[3]!}` : typed[3]!}-${typed[2]!.padStart(2, '0')}-${typed[1]!.padStart(2, '0')}`
    : text.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(candidate)) return null;
  const read = utc(candidate);
  return !Number.isNaN(read.getTime()) && iso(read) === candidate ? candidate : null;
}
