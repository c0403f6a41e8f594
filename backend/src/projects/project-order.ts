import type { ProjectSort } from '#shared';
import { type PastInstant, tablesAt } from '../platform/instant.js';
import { type Sql, rawSql, sql } from '../platform/sql.js';

type SortKey = ProjectSort extends infer Sort ? (Sort extends `-${infer Key}` ? Key : never) : never;

/** How a list of `project` is ordered: what to join to it, and the order itself, steady for equal values. */
export function orderOf(sort: ProjectSort, asOf: PastInstant | null): { joins: Sql; order: Sql } {
  const falling = sort.startsWith('-');
  const direction = rawSql(falling ? 'desc' : 'asc');
  const key = (falling ? sort.slice(1) : sort) as SortKey;
  if (key === 'number') return { joins: nothing, order: sql`project.year ${direction}, project.serial ${direction}` };
  const { joins = nothing, by } = keys(asOf)[key];
  // every project has a name: said without nulls, so that the index on it serves both directions
  const nulls = key === 'name' ? nothing : sql`nulls last`;
  return { joins, order: sql`${by} ${direction} ${nulls}, project.year, project.serial` };
}

const nothing = sql``;

function keys(asOf: PastInstant | null): Record<Exclude<SortKey, 'number'>, { joins?: Sql; by: Sql }> {
  const at = tablesAt(asOf);
  return {
    name: { by: sql`project.name collate "nb-x-icu"` },
    // names are put in order once a table, and projects by that number
    sector: {
      joins: sql`join (
        select sector.id, row_number() over (order by sector.name collate "nb-x-icu") as place from ${at('sector')} sector
      ) sector_order on sector_order.id = project.sector_id`,
      by: sql`sector_order.place`,
    },
    manager: {
      joins: sql`left join (
        select account.id, row_number() over (order by account.name collate "nb-x-icu", account.id) as place
        from ${at('account')} account
      ) manager_order on manager_order.id = project.manager_id`,
      by: sql`manager_order.place`,
    },
    phase: {
      joins: sql`join ${at('phase')} phase_order on phase_order.id = project.phase_id`,
      by: sql`phase_order.position`,
    },
    lifecycle: {
      by: sql`array_position('{not-started,in-progress,postponed,stopped,finished,rejected}'::text[], project.lifecycle)`,
    },
    light: { by: sql`array_position('{green,yellow,red}'::text[], project.overall_light)` },
    starts: { by: sql`project.starts_on` },
    ends: { by: sql`project.ends_on` },
    frame: { by: sql`project.approved_frame_ore` },
    forecast: { by: sql`project.final_forecast_ore` },
    deviation: { by: sql`project.approved_frame_ore - project.final_forecast_ore` },
    reported: { by: sql`project.reported_at` },
  };
}
