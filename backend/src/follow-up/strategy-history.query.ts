import { Injectable } from '@nestjs/common';
import type { HistoryPage } from '#shared';
import { Database } from '../platform/database.js';
import { HistoryQuery, tableThen } from '../platform/history.query.js';
import { tablesAt } from '../platform/instant.js';
import { notFound } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';

/** The story of a strategy: who answers for it, what was linked to it, which exceptions were made. */
@Injectable()
export class StrategyHistoryQuery {
  constructor(
    private readonly database: Database,
    private readonly history: HistoryQuery,
  ) {}

  /** @throws Refusal 404 */
  async of(ctx: RequestContext, slug: string, code: string, page: number, size: number): Promise<HistoryPage> {
    const at = tablesAt(ctx.asOf);
    const strategy = await this.database.row<{ id: string }>(sql`
      select strategy.id from ${at('strategy')} strategy join ${at('plan')} plan on plan.id = strategy.plan_id
      where plan.slug = ${slug} and strategy.code = ${code}`);
    if (!strategy) throw notFound('strategy');
    return this.history.of(
      ctx,
      [
        {
          table: 'strategy',
          where: sql`kept.id = ${strategy.id}`,
          label: sql`null`,
          leaveOut: ['plan_area_id', 'position'],
        },
        {
          table: 'contribution',
          where: sql`kept.strategy_id = ${strategy.id}`,
          label: sql`
            select concat_ws(' ', project.number, project.name, '(' || measure.code || ')')
            from ${tableThen('project')} project left join ${tableThen('measure')} measure on measure.id = kept.measure_id
            where project.id = kept.project_id`,
        },
        { table: 'operational_measure', where: sql`kept.strategy_id = ${strategy.id}`, label: sql`kept.name` },
        {
          table: 'follow_up_exception',
          where: sql`kept.strategy_id = ${strategy.id}`,
          label: sql`kept.type`,
          leaveOut: ['decided_by_id', 'decider_sector_id', 'decision_level'], // the body that decided says it
        },
      ],
      page,
      size,
    );
  }
}
