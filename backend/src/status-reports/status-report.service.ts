import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { StatusReport, SubmitStatusReport } from '#shared';
import type { EntityManager } from 'typeorm';
import { Change } from '../platform/change.js';
import { Database, preparedWithin } from '../platform/database.js';
import { Refusal, notFound, refusedField } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';
import { type ProjectInReach, requireReach, takesReports } from '../projects/project-access.js';

/** How often in a row a project may report «ingen endring». */
const MOST_UNCHANGED_IN_A_ROW = 2;

interface Reported extends ProjectInReach {
  readonly id: string;
  readonly hasReport: boolean;
  readonly period: { id: string; code: string; name: string; startsOn: string; locksOn: string } | null;
}

/** Takes status reports, and keeps the latest lights and forecast on the project in the same transaction. */
@Injectable()
export class StatusReportService {
  constructor(
    private readonly change: Change,
    private readonly database: Database,
  ) {}

  /**
   * @throws Refusal 404; 403 not-your-project; 409 project-takes-no-reports when it is finished or rejected; 400
   *   period-unknown, period-not-begun, period-locked, no-earlier-report or unchanged-too-often
   */
  async submit(ctx: RequestContext, number: string, input: SubmitStatusReport): Promise<StatusReport> {
    // what needs no turn is done before it: writers wait for each other from here to commit
    const project = await this.toReport(ctx, number, input);
    const id = randomUUID();
    const { period: _, ...content } = input;
    return this.change.as(ctx, 'status-report.submitted', async (tx) => {
      if (content.unchanged) await refuseUnchangedTooOften(tx, project.id);
      const { text, values } = sql`
        with report as (
          insert into status_report (id, project_id, period_id, submitted_at, submitted_by_id, progress, economy, quality,
            scope, risk, overall, overall_reason, summary, forecast_ends_on, final_forecast_ore, unchanged, deviations)
          select ${id}::uuid, project.id, ${project.period?.id ?? null}::uuid, ${ctx.now}::timestamptz,
            ${ctx.actor.accountId}::uuid, ${content.progress}, ${content.economy}, ${content.quality}, ${content.scope},
            ${content.risk}, ${content.overall}, ${content.overallReason}, ${content.summary},
            ${content.forecastEndsOn}::date, ${content.finalForecastOre}::bigint, ${content.unchanged}::boolean,
            ${JSON.stringify(content.deviations)}::jsonb
          from project
          where project.id = ${project.id} and project.lifecycle not in ('finished', 'rejected')
          returning *
        ),
        kept as (
          update project set latest_report_id = report.id, reported_at = report.submitted_at,
            progress_light = report.progress, economy_light = report.economy, quality_light = report.quality,
            scope_light = report.scope, risk_light = report.risk, overall_light = report.overall,
            forecast_ends_on = report.forecast_ends_on, final_forecast_ore = report.final_forecast_ore
          from report
          where project.id = report.project_id and coalesce(project.reported_at, '-infinity') <= report.submitted_at
        )
        select report.id from report`.toQuery();
      const submitted = await preparedWithin(tx, 'submit-status-report', text, values);
      if (submitted.length === 0) throw new Refusal(409, 'project-takes-no-reports');
      return {
        id,
        ...content,
        period: project.period && { code: project.period.code, name: project.period.name },
        submittedAt: ctx.now.toISOString(),
        submittedBy: ctx.actor.name,
      };
    });
  }

  private async toReport(ctx: RequestContext, number: string, input: SubmitStatusReport): Promise<Reported> {
    const { text, values } = sql`
      select project.id, project.number, project.lifecycle, project.sector_id as "sectorId",
        project.owner_id as "ownerId", project.manager_id as "managerId",
        project.latest_report_id is not null as "hasReport", (
          select json_build_object('id', period.id, 'code', period.code, 'name', period.names ->> ${ctx.language},
            'startsOn', period.starts_on, 'locksOn', period.locks_on)
          from reporting_period period where period.code = ${input.period}) as period
      from project where project.number = ${number}`.toQuery();
    const [project] = await this.database.prepared<Reported>('project-to-report', text, values);
    if (!project) throw notFound('project');
    requireReach(ctx, 'status-report.submit', project);
    if (!takesReports(project))
      throw new Refusal(409, 'project-takes-no-reports', { details: { lifecycle: project.lifecycle } });
    if (input.period !== null && !project.period) throw refusedField('period', 'period-unknown');
    if (project.period && project.period.startsOn > ctx.today) throw refusedField('period', 'period-not-begun');
    if (project.period && project.period.locksOn < ctx.today) throw refusedField('period', 'period-locked');
    if (input.unchanged && !project.hasReport) throw refusedField('unchanged', 'no-earlier-report');
    return project;
  }
}

/**
 * «Ingen endring» counts only twice in a row; after that somebody must look again. Held within the turn, so that two
 * who send at once are not both the second.
 * @throws Refusal 400 unchanged-too-often
 */
async function refuseUnchangedTooOften(tx: EntityManager, projectId: string): Promise<void> {
  const { text, values } = sql`
    select count(*) filter (where latest.unchanged) as unchanged
    from (
      select report.unchanged from status_report report where report.project_id = ${projectId}
      order by report.submitted_at desc, report.id limit ${MOST_UNCHANGED_IN_A_ROW}
    ) latest`.toQuery();
  const [{ unchanged }] = await tx.query<[{ unchanged: number }]>(text, values);
  if (unchanged === MOST_UNCHANGED_IN_A_ROW) throw refusedField('unchanged', 'unchanged-too-often');
}
