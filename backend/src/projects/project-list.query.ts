import { Injectable } from '@nestjs/common';
import type { ProjectList, ProjectListQuery as Asked } from '#shared';
import { Database } from '../platform/database.js';
import { tablesAt } from '../platform/instant.js';
import type { RequestContext } from '../platform/request-context.js';
import { type Sql, sql } from '../platform/sql.js';
import { type Faceted, allOf, conditionsOf, faceted } from './project-filter.js';
import { orderOf } from './project-order.js';
import { projectRow } from './project-row.js';

/** The portfolio: a page of projects, with sums and counts over all that the filter matches. */
@Injectable()
export class ProjectListQuery {
  constructor(private readonly database: Database) {}

  async page(ctx: RequestContext, asked: Asked): Promise<ProjectList> {
    const row = await this.database.row<{ list: ProjectList }>(projectListSql(ctx, asked));
    return row!.list;
  }
}

/**
 * One statement. Projects are counted once, into one cell for each combination of what is faceted; total, sums and
 * every facet are then made of the few cells.
 */
export function projectListSql(ctx: RequestContext, asked: Asked): Sql {
  const at = tablesAt(ctx.asOf);
  const { faceted: facetedOf, others } = conditionsOf(ctx, asked);
  const ofCell = facetedOf(sql`cell`);
  const { joins, order } = orderOf(asked.sort, ctx.asOf);
  /** Projects by value, under all filters but the one that is counted for. */
  const counted = (own: Faceted, value: Sql): Sql => sql`(
    select ${value} as value, sum(cell.projects) as projects from cell
    where ${allOf(faceted.filter((name) => name !== own).map((name) => ofCell[name]))}
    group by ${value}) counted`;
  return sql`
    with cell as materialized (
      select project.sector_id, project.phase_id, project.lifecycle, project.overall_light,
        count(*) as projects,
        sum(project.approved_frame_ore) as frame,
        sum(project.accounts_to_date_ore) as accounts,
        sum(project.final_forecast_ore) as forecast,
        sum(project.approved_frame_ore - project.final_forecast_ore) as deviation
      from ${at('project')} project
      where ${others}
      group by project.sector_id, project.phase_id, project.lifecycle, project.overall_light
    ),
    chosen as materialized (
      select page.id, row_number() over () as place
      from (
        select project.id
        from ${at('project')} project ${joins}
        where ${others} and ${allOf(Object.values(facetedOf(sql`project`)))}
        order by ${order}
        limit ${asked.size} offset ${(asked.page - 1) * asked.size}
      ) page
    )
    select (
      select json_build_object(
        'total', coalesce(sum(cell.projects), 0),
        'page', ${asked.page}::int,
        'size', ${asked.size}::int,
        'sums', json_build_object(
          'approvedFrameOre', coalesce(sum(cell.frame), 0),
          'accountsToDateOre', coalesce(sum(cell.accounts), 0),
          'finalForecastOre', coalesce(sum(cell.forecast), 0),
          'deviationOre', coalesce(sum(cell.deviation), 0)),
        'facets', json_build_object(
          'sector', (
            select coalesce(json_agg(json_build_object('value', sector.code, 'name', sector.name, 'count', coalesce(counted.projects, 0))
              order by sector.name collate "nb-x-icu"), '[]')
            from ${at('sector')} sector
            left join ${counted('sector', sql`cell.sector_id`)} on counted.value = sector.id
            where counted.projects > 0 or sector.valid_to is null or sector.valid_to >= ${ctx.today}::date),
          'phase', (
            select coalesce(json_agg(json_build_object('value', phase.code, 'name', phase.names ->> ${ctx.language},
              'count', coalesce(counted.projects, 0)) order by phase.position), '[]')
            from ${at('phase')} phase
            left join ${counted('phase', sql`cell.phase_id`)} on counted.value = phase.id),
          'lifecycle', (
            select json_agg(json_build_object('value', known.value, 'count', coalesce(counted.projects, 0)) order by known.place)
            from unnest('{not-started,in-progress,postponed,stopped,finished,rejected}'::text[]) with ordinality known (value, place)
            left join ${counted('lifecycle', sql`cell.lifecycle`)} on counted.value = known.value),
          'light', (
            select json_agg(json_build_object('value', known.value, 'count', coalesce(counted.projects, 0)) order by known.place)
            from unnest('{green,yellow,red,none}'::text[]) with ordinality known (value, place)
            left join ${counted('light', sql`coalesce(cell.overall_light, 'none')`)} on counted.value = known.value)),
        'items', (
          select coalesce(json_agg(${projectRow(ctx)} order by chosen.place), '[]')
          from chosen
          join ${at('project')} project on project.id = chosen.id
          join ${at('sector')} sector on sector.id = project.sector_id
          join ${at('phase')} phase on phase.id = project.phase_id))
      from cell
      where ${allOf(Object.values(ofCell))}
    ) as list`;
}
