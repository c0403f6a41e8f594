import { Injectable } from '@nestjs/common';
import type { ReportingPeriod } from '#shared';
import { Database } from '../platform/database.js';
import { tablesAt } from '../platform/instant.js';
import type { RequestContext } from '../platform/request-context.js';
import { type Sql, sql } from '../platform/sql.js';

/** The reporting periods, the newest first. */
@Injectable()
export class ReportingPeriodsQuery {
  constructor(private readonly database: Database) {}

  async all(ctx: RequestContext): Promise<ReportingPeriod[]> {
    const rows = await this.database.rows<{ period: ReportingPeriod }>(sql`
      select ${periodOf(ctx)} as period
      from ${tablesAt(ctx.asOf)('reporting_period')} period
      order by period.ends_on desc`);
    return rows.map(({ period }) => period);
  }
}

/** `period` as the contract has it, named in the language that is asked for. */
export function periodOf({ language }: RequestContext): Sql {
  return sql`json_build_object(
    'code', period.code, 'name', period.names ->> ${language}, 'shortName', period.short_name,
    'startsOn', period.starts_on, 'endsOn', period.ends_on, 'dueOn', period.due_on, 'locksOn', period.locks_on)`;
}

/** The period a new report is for: the last one that has ended and is not locked, else the one that runs. */
export function openPeriod(ctx: RequestContext): Sql {
  return sql`(
    select ${periodOf(ctx)} from ${tablesAt(ctx.asOf)('reporting_period')} period
    where period.starts_on <= ${ctx.today}::date and period.locks_on >= ${ctx.today}::date
    order by period.ends_on < ${ctx.today}::date desc, period.ends_on desc limit 1)`;
}
