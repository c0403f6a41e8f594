import type { ProjectFilter } from '#shared';
import { tablesAt } from '../platform/instant.js';
import type { RequestContext } from '../platform/request-context.js';
import { type Sql, joinSql, sql } from '../platform/sql.js';
import { seesProposedLinks } from './project-access.js';

/** The filters that have a count beside each of their values. */
export const faceted = ['sector', 'phase', 'lifecycle', 'light'] as const;
export type Faceted = (typeof faceted)[number];

/**
 * The conditions a filter means, on `project`. Several values of one filter mean any of them, filters together all.
 * The faceted ones stand apart, since the counts of a filter are over everything but its own choice; they are held
 * against `sector_id`, `phase_id`, `lifecycle` and `overall_light` of the row that `row` names.
 */
export function conditionsOf(
  ctx: RequestContext,
  filter: ProjectFilter,
): { faceted: (row: Sql) => Record<Faceted, Sql>; others: Sql } {
  const at = tablesAt(ctx.asOf);
  return {
    faceted: (row) => ({
      sector: filter.sector
        ? sql`${row}.sector_id in (select sector.id from ${at('sector')} sector where sector.code = any(${filter.sector}))`
        : always,
      phase: filter.phase
        ? sql`${row}.phase_id in (select phase.id from ${at('phase')} phase where phase.code = any(${filter.phase}))`
        : always,
      lifecycle: filter.lifecycle ? sql`${row}.lifecycle = any(${filter.lifecycle})` : always,
      light: filter.light ? sql`coalesce(${row}.overall_light, 'none') = any(${filter.light})` : always,
    }),
    others: allOf([
      ...wordsOf(filter.q).map(
        (word) =>
          sql`project_search_text(project.number, project.name, project.description, project.place, project.case_number) like ${containing(word)}`,
      ),
      ...(filter.strategy ? [carriesOneOf(filter.strategy, ctx)] : []),
      ...(filter.manager ? [managedByOneOf(filter.manager, ctx)] : []),
      ...(filter.missing ? [missing[filter.missing](ctx)] : []),
      ...(filter.over === 'frame' ? [sql`project.final_forecast_ore > project.approved_frame_ore`] : []),
    ]),
  };
}

const always = sql`true`;
export const allOf = (conditions: readonly Sql[]): Sql => joinSql(conditions, ' and ', 'true');
export const wordsOf = (q: string | undefined): string[] => (q ?? '').split(/\s+/).filter((word) => word !== '');
/** The pattern of texts that hold the word, in small letters. What is typed is meant as it stands: `%` is no wildcard. */
export const containing = (word: string): Sql => sql`lower(${`%${word.replace(/[\\%_]/g, '\\$&')}%`})`;

/** Linked, approved or as far as the asker may know proposed, to a strategy, a measure, or anything in an area, by code in any plan. */
function carriesOneOf(codes: readonly string[], ctx: RequestContext): Sql {
  const at = tablesAt(ctx.asOf);
  const known = sql`contribution.ended_on is null and (${seesProposedLinks(ctx)} or contribution.approved_on is not null)`;
  // codes become ids first, so that the few links of each are found by their index
  return sql`project.id in (
    select contribution.project_id
    from ${at('strategy')} strategy
    join ${at('plan_area')} plan_area on plan_area.id = strategy.plan_area_id
    join ${at('contribution')} contribution on contribution.strategy_id = strategy.id and ${known}
    where strategy.code = any(${codes}) or plan_area.code = any(${codes})
    union all
    select contribution.project_id
    from ${at('measure')} measure
    join ${at('contribution')} contribution on contribution.measure_id = measure.id and ${known}
    where measure.code = any(${codes}))`;
}

function managedByOneOf(managers: readonly string[], { actor }: RequestContext): Sql {
  const ids = managers.map((manager) => (manager === 'me' ? actor.accountId : manager)).filter((id) => id !== 'none');
  return sql`(project.manager_id = any(${ids}::uuid[]) or (${managers.includes('none')} and project.manager_id is null))`;
}

const missing: Record<NonNullable<ProjectFilter['missing']>, (ctx: RequestContext) => Sql> = {
  status: ({ asOf, today }) => {
    const at = tablesAt(asOf);
    return sql`project.id in (
      select owing.id
      from (
        select period.id, period.ends_on from ${at('reporting_period')} period
        where period.due_on < ${today}::date order by period.due_on desc limit 1
      ) closed
      join ${at('project')} owing on ${owesStatus(sql`owing`, sql`closed.ends_on`)}
      where not exists (
        select 1 from ${at('status_report')} report where report.period_id = closed.id and report.project_id = owing.id))`;
  },
  strategy: ({ asOf }) => {
    const at = tablesAt(asOf);
    return sql`not exists (
      select 1
      from ${at('contribution')} contribution
      join ${at('strategy')} strategy on strategy.id = contribution.strategy_id
      join ${at('plan')} plan on plan.id = strategy.plan_id and plan.status = 'adopted'
      where contribution.project_id = project.id and contribution.approved_on is not null and contribution.ended_on is null)`;
  },
  people: ({ asOf }) => {
    const at = tablesAt(asOf);
    return sql`(
      not exists (select 1 from ${at('account')} manager where manager.id = project.manager_id and manager.active)
      or not exists (select 1 from ${at('account')} owner where owner.id = project.owner_id and owner.active))`;
  },
};

/** Whether a project owes status for a period that ended: *Under arbeid* since before its last day (rules Q7). */
export function owesStatus(project: Sql, endsOn: Sql): Sql {
  return sql`(${project}.lifecycle = 'in-progress'
    and coalesce(${project}.starts_on, (${project}.registered_at at time zone 'Europe/Oslo')::date) < ${endsOn})`;
}
