import { type LocalDate, addDays, osloDate } from '#shared';
import { Refusal } from './refusal.js';
import { type Sql, rawSql, sql } from './sql.js';

/** A past instant that is asked about: ISO 8601 with microseconds, in UTC, and the date it falls on in Norway. */
export interface PastInstant {
  readonly instant: string;
  readonly date: LocalDate;
}

/** Tables whose every version is kept in `history`. */
export type TrackedTable =
  | 'municipality'
  | 'sector'
  | 'committee'
  | 'account'
  | 'role_assignment'
  | 'financial_plan'
  | 'plan'
  | 'plan_area'
  | 'goal'
  | 'strategy'
  | 'measure'
  | 'phase'
  | 'project'
  | 'contribution'
  | 'reporting_period'
  | 'status_report'
  | 'frame_decision'
  | 'appropriation'
  | 'booked_amount'
  | 'rule_set'
  | 'operational_measure'
  | 'follow_up_exception';

/**
 * The one way a query names its tables: as they are, or as they stood at an instant. The same statement answers both.
 * `from ${at('project')} project`
 */
export function tablesAt(asOf: PastInstant | null): (table: TrackedTable) => Sql {
  return asOf === null
    ? (table) => rawSql(table)
    : (table) =>
        sql`(select * from ${rawSql(`history.${table}`)} kept where kept.valid @> ${asOf.instant}::timestamptz)`;
}

/**
 * Reads `as-of`: a date is the last microsecond of that day in Norway, an instant itself. Today's date is now: null.
 * @throws Refusal 400 as-of-in-the-future
 */
export function readAsOf(given: string | undefined, now: Date): PastInstant | null {
  if (given === undefined) return null;
  const today = osloDate(now);
  if (/^\d{4}-\d{2}-\d{2}$/.test(given)) {
    if (given > today)
      throw new Refusal(400, 'as-of-in-the-future', {
        fields: [{ path: 'as-of', code: 'as-of-in-the-future', message: 'must not be after today' }],
      });
    return given === today ? null : { instant: lastMicrosecondOf(given), date: given };
  }
  const instant = new Date(given);
  if (instant > now)
    throw new Refusal(400, 'as-of-in-the-future', {
      fields: [{ path: 'as-of', code: 'as-of-in-the-future', message: 'must not be after now' }],
    });
  return { instant: given, date: osloDate(instant) };
}

function lastMicrosecondOf(date: LocalDate): string {
  const nextDay = addDays(date, 1);
  // Norway is one or two hours ahead of UTC: the right one makes it midnight there
  const midnight = [2, 1]
    .map((ahead) => new Date(Date.parse(`${nextDay}T00:00:00Z`) - ahead * 3_600_000))
    .find((candidate) => osloDate(candidate) === nextDay && osloDate(new Date(candidate.getTime() - 1)) === date)!;
  return new Date(midnight.getTime() - 1000).toISOString().replace(/\.\d{3}Z$/, '.999999Z');
}
