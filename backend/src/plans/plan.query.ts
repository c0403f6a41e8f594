import { Injectable } from '@nestjs/common';
import type { PlanSummary, PlanView } from '#shared';
import { Database } from '../platform/database.js';
import { tablesAt } from '../platform/instant.js';
import { notFound } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';

/** Plans as they are, or as they stood; each answer is one statement. */
@Injectable()
export class PlanQuery {
  constructor(private readonly database: Database) {}

  /** Every plan, the adopted ones first, the newest first. */
  list(ctx: RequestContext): Promise<PlanSummary[]> {
    const at = tablesAt(ctx.asOf);
    return this.database.rows<PlanSummary>(sql`
      select plan.slug, plan.title, plan.kind, plan.status, plan.adopted_on as "adoptedOn", plan.adopted_by as "adoptedBy",
        plan.case_number as "caseNumber", plan.horizon_on as "horizonOn", plan.horizon_assumed as "horizonAssumed",
        (select count(*) from ${at('strategy')} strategy where strategy.plan_id = plan.id) as strategies,
        (select count(*) from ${at('measure')} measure join ${at('strategy')} strategy on strategy.id = measure.strategy_id
          where strategy.plan_id = plan.id) as measures
      from ${at('plan')} plan
      order by plan.status = 'adopted' desc, plan.adopted_on desc nulls last, plan.slug`);
  }

  /** One plan, whole, in the plan's own order. @throws Refusal 404 */
  async bySlug(ctx: RequestContext, slug: string): Promise<PlanView> {
    const at = tablesAt(ctx.asOf);
    const row = await this.database.row<{ plan: PlanView }>(sql`
      with strategy as (
        select strategy.plan_area_id, json_agg(json_build_object(
          'code', strategy.code, 'number', strategy.number, 'kind', strategy.kind, 'title', strategy.title, 'text', strategy.text,
          'subGoal', strategy.sub_goal_code, 'responsibleRole', strategy.responsible_role,
          'leadSector', case when sector.id is not null then json_build_object('code', sector.code, 'name', sector.name) end,
          'measures', coalesce((
            select json_agg(json_build_object('code', measure.code, 'number', measure.number, 'text', measure.text) order by measure.number)
            from ${at('measure')} measure where measure.strategy_id = strategy.id), '[]')
        ) order by strategy.position) as list
        from ${at('strategy')} strategy left join ${at('sector')} sector on sector.id = strategy.lead_sector_id
        group by strategy.plan_area_id
      ),
      goal as (
        select goal.plan_id, goal.plan_area_id, json_agg(json_build_object(
          'code', goal.code, 'kind', goal.kind, 'number', goal.number, 'paragraphs', goal.paragraphs
        ) order by goal.kind = 'sub', goal.number) as list
        from ${at('goal')} goal group by goal.plan_id, goal.plan_area_id
      )
      select json_build_object(
        'slug', plan.slug, 'title', plan.title, 'kind', plan.kind, 'status', plan.status, 'language', plan.language,
        'adoptedOn', plan.adopted_on, 'adoptedBy', plan.adopted_by, 'caseNumber', plan.case_number,
        'horizonOn', plan.horizon_on, 'horizonAssumed', plan.horizon_assumed, 'version', plan.version,
        'source', plan.front_matter -> 'source', 'foreword', plan.front_matter -> 'foreword', 'vision', plan.front_matter -> 'vision',
        'developmentGoalsIntro', plan.front_matter -> 'developmentGoalsIntro',
        'developmentGoalsCommentary', plan.front_matter -> 'developmentGoalsCommentary',
        'developmentGoals', coalesce((select goal.list from goal where goal.plan_id = plan.id and goal.plan_area_id is null), '[]'),
        'areas', coalesce((
          select json_agg(json_build_object(
            'code', plan_area.code, 'kind', plan_area.kind, 'title', plan_area.title, 'titleSource', plan_area.title_source,
            'slogan', plan_area.slogan, 'relatedPriorityArea', plan_area.related_priority_area,
            'desiredDevelopment', case when plan_area.kind = 'priority' then plan_area.paragraphs else '[]' end,
            'signsOfAchievement', case when plan_area.kind = 'effort' then plan_area.paragraphs else '[]' end,
            'closing', plan_area.closing, 'goals', coalesce(goal.list, '[]'), 'strategies', coalesce(strategy.list, '[]')
          ) order by plan_area.position)
          from ${at('plan_area')} plan_area
          left join goal on goal.plan_area_id = plan_area.id
          left join strategy on strategy.plan_area_id = plan_area.id
          where plan_area.plan_id = plan.id), '[]')
      ) as plan
      from ${at('plan')} plan where plan.slug = ${slug}`);
    if (!row) throw notFound('plan');
    return { ...row.plan, mayChange: ctx.asOf === null && ctx.actor.permissions.has('plan.change') };
  }
}
