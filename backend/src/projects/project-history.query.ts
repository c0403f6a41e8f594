import { Injectable } from '@nestjs/common';
import type { HistoryKind, HistoryPage, ProjectHistoryQuery as HistoryAsked } from '#shared';
import { Database } from '../platform/database.js';
import { HistoryQuery, type Told, tableThen } from '../platform/history.query.js';
import { type TrackedTable, tablesAt } from '../platform/instant.js';
import { notFound } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';

/** What is kept on the project from its reports and its money, which tell of it themselves. */
const kept = [
  ...['latest_report_id', 'reported_at', 'progress_light', 'economy_light', 'quality_light', 'scope_light'],
  ...['risk_light', 'overall_light', 'forecast_ends_on', 'final_forecast_ore'],
  ...['approved_frame_ore', 'accounts_to_date_ore'],
];

const tables: Record<HistoryKind, readonly TrackedTable[]> = {
  project: ['project'],
  contribution: ['contribution'],
  'status-report': ['status_report'],
  budget: ['frame_decision', 'appropriation', 'booked_amount'],
};

/** The story of a project: itself, what it contributes to, its reports and its money. */
@Injectable()
export class ProjectHistoryQuery {
  constructor(
    private readonly database: Database,
    private readonly history: HistoryQuery,
  ) {}

  /** @throws Refusal 404 not-found */
  async of(ctx: RequestContext, number: string, { kind, page, size }: HistoryAsked): Promise<HistoryPage> {
    const project = await this.database.row<{ id: string }>(
      sql`select project.id from ${tablesAt(ctx.asOf)('project')} project where project.number = ${number}`,
    );
    if (!project) throw notFound('project');
    const told = toldOf(project.id).filter(({ table }) => !kind || tables[kind].includes(table));
    return this.history.of(ctx, told, page, size);
  }
}

function toldOf(projectId: string): Told[] {
  const ofProject = sql`kept.project_id = ${projectId}`;
  return [
    {
      table: 'project',
      where: sql`kept.id = ${projectId}`,
      label: sql`null`,
      leaveOut: ['year', 'serial', 'registered_at', 'registered_by_id', ...kept],
    },
    {
      table: 'contribution',
      where: ofProject,
      label: sql`select coalesce(
        (select measure.code from ${tableThen('measure')} measure where measure.id = kept.measure_id),
        (select strategy.code from ${tableThen('strategy')} strategy where strategy.id = kept.strategy_id))`,
    },
    {
      table: 'status_report',
      where: ofProject,
      label: sql`select period.short_name from ${tableThen('reporting_period')} period where period.id = kept.period_id`,
      leaveOut: ['submitted_at', 'submitted_by_id'],
    },
    { table: 'frame_decision', where: ofProject, label: sql`kept.case_number` },
    { table: 'appropriation', where: ofProject, label: sql`kept.year`, leaveOut: ['year'] },
    { table: 'booked_amount', where: ofProject, label: sql`kept.year`, leaveOut: ['year'] },
  ];
}
