import { type PastInstant, tablesAt } from '../platform/instant.js';
import type { RequestContext } from '../platform/request-context.js';
import { type Sql, sql } from '../platform/sql.js';
import { seesProposedLinks } from './project-access.js';

/** The six lights of `project` as the contract has them; null before the first status report. */
export const lightsOfProject: Sql = sql`case when project.overall_light is not null then json_build_object(
  'progress', project.progress_light, 'economy', project.economy_light, 'quality', project.quality_light,
  'scope', project.scope_light, 'risk', project.risk_light, 'overall', project.overall_light) end`;

/** A person of `account` as the contract has it; null for nobody. */
export function personRef(id: Sql, asOf: PastInstant | null): Sql {
  return sql`(select json_build_object('id', account.id, 'name', account.name) from ${tablesAt(asOf)('account')} account where account.id = ${id})`;
}

/** The phase `phase`, named in the language that is asked for. */
export function phaseOf({ language }: RequestContext): Sql {
  return sql`json_build_object('code', phase.code, 'name', phase.names ->> ${language}, 'category', phase.category, 'position', phase.position)`;
}

/** A row of the list (`ProjectRow`) from `project` joined with `sector` and `phase`. */
export function projectRow(ctx: RequestContext): Sql {
  const at = tablesAt(ctx.asOf);
  const onlyApproved = seesProposedLinks(ctx) ? sql`` : sql` and contribution.approved_on is not null`;
  return sql`json_build_object(
    'number', project.number,
    'name', project.name,
    'sector', json_build_object('code', sector.code, 'name', sector.name),
    'phase', ${phaseOf(ctx)},
    'lifecycle', project.lifecycle,
    'manager', ${personRef(sql`project.manager_id`, ctx.asOf)},
    'owner', ${personRef(sql`project.owner_id`, ctx.asOf)},
    'startsOn', project.starts_on,
    'endsOn', project.ends_on,
    'forecastEndsOn', project.forecast_ends_on,
    'light', project.overall_light,
    'lights', ${lightsOfProject},
    'reportedAt', project.reported_at,
    'strategies', (
      select coalesce(json_agg(strategy.code order by strategy.position), '[]')
      from ${at('strategy')} strategy
      where strategy.id = any(array(
        select contribution.strategy_id from ${at('contribution')} contribution
        where contribution.project_id = project.id and contribution.ended_on is null${onlyApproved}))),
    'place', project.place,
    'caseNumber', project.case_number,
    'moneyKind', project.money_kind,
    'approvedFrameOre', project.approved_frame_ore,
    'accountsToDateOre', project.accounts_to_date_ore,
    'finalForecastOre', project.final_forecast_ore,
    'deviationOre', project.approved_frame_ore - project.final_forecast_ore,
    'example', project.example)`;
}
