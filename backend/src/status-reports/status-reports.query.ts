import { Injectable } from '@nestjs/common';
import {
  type LightFacts,
  type StatusReportList,
  type StatusReportQuery,
  type SuggestedLight,
  type SuggestionQuery,
  explainSuggestion,
  suggestLights,
} from '#shared';
import { Database } from '../platform/database.js';
import { tablesAt } from '../platform/instant.js';
import { notFound } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';
import { openPeriod } from './reporting-periods.query.js';

/** A project's story: its reports, the newest first, and the period the next one is for. */
@Injectable()
export class StatusReportsQuery {
  constructor(private readonly database: Database) {}

  /** @throws Refusal 404 not-found */
  async of(ctx: RequestContext, number: string, { page, size }: StatusReportQuery): Promise<StatusReportList> {
    const at = tablesAt(ctx.asOf);
    const row = await this.database.row<{ list: StatusReportList }>(sql`
      select json_build_object(
        'total', (select count(*) from ${at('status_report')} report where report.project_id = project.id),
        'items', (
          select coalesce(json_agg(json_build_object(
            'id', report.id,
            'period', (
              select json_build_object('code', period.code, 'name', period.names ->> ${ctx.language})
              from ${at('reporting_period')} period where period.id = report.period_id),
            'submittedAt', report.submitted_at,
            'submittedBy', (select account.name from ${at('account')} account where account.id = report.submitted_by_id),
            'progress', report.progress, 'economy', report.economy, 'quality', report.quality,
            'scope', report.scope, 'risk', report.risk, 'overall', report.overall,
            'overallReason', report.overall_reason,
            'summary', report.summary,
            'forecastEndsOn', report.forecast_ends_on,
            'finalForecastOre', report.final_forecast_ore,
            'unchanged', report.unchanged,
            'deviations', report.deviations
          ) order by report.submitted_at desc, report.id), '[]')
          from (
            select report.* from ${at('status_report')} report
            where report.project_id = project.id
            order by report.submitted_at desc, report.id
            limit ${size} offset ${(page - 1) * size}
          ) report),
        'openPeriod', ${openPeriod(ctx)}
      ) as list
      from ${at('project')} project
      where project.number = ${number}`);
    if (!row) throw notFound('project');
    return row.list;
  }

  /** The lights the facts suggest, with a forecast that may not be submitted yet. @throws Refusal 404 not-found */
  async suggestion(
    ctx: RequestContext,
    number: string,
    { 'as-of': _, ...typed }: SuggestionQuery,
  ): Promise<SuggestedLight[]> {
    const facts = await this.database.row<Omit<LightFacts, 'today'>>(sql`
      select project.starts_on as "startsOn", project.ends_on as "endsOn", project.forecast_ends_on as "forecastEndsOn",
        project.approved_frame_ore as "approvedFrameOre", project.final_forecast_ore as "finalForecastOre"
      from ${tablesAt(ctx.asOf)('project')} project where project.number = ${number}`);
    if (!facts) throw notFound('project');
    return suggestLights({ today: ctx.today, ...facts, ...typed }).map((suggestion) => ({
      dimension: suggestion.dimension,
      light: suggestion.light,
      reason: explainSuggestion(suggestion, ctx.language),
    }));
  }
}
