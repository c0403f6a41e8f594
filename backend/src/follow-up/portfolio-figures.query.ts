import { Injectable } from '@nestjs/common';
import type { Overview } from '#shared';
import { Database } from '../platform/database.js';
import { tablesAt } from '../platform/instant.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';
import { owesStatus } from '../projects/project-filter.js';

export type PortfolioFigures = Pick<Overview, 'projects' | 'money' | 'missingStatus'> & {
  /** The plan that leads: the newest adopted. */
  plan: string | null;
};

/** The portfolio in figures: by phase and light per sector, money against frame, who owes a status. One statement. */
@Injectable()
export class PortfolioFiguresQuery {
  constructor(private readonly database: Database) {}

  async at(ctx: RequestContext): Promise<PortfolioFigures> {
    const at = tablesAt(ctx.asOf);
    const row = await this.database.row<{ figures: PortfolioFigures }>(sql`
      with going as (
        select project.id, project.number, project.year, project.serial, project.name, project.lifecycle, project.starts_on, project.registered_at,
          project.approved_frame_ore, project.final_forecast_ore, project.accounts_to_date_ore, project.manager_id,
          coalesce(project.overall_light, 'none') as light, phase.category, sector.code as sector_code, sector.name as sector_name
        from ${at('project')} project
        join ${at('phase')} phase on phase.id = project.phase_id
        join ${at('sector')} sector on sector.id = project.sector_id
        where project.lifecycle not in ('finished', 'stopped', 'rejected')
      ),
      cell as (
        select going.sector_code, going.sector_name, going.category, going.light, count(*) as n
        from going group by going.sector_code, going.sector_name, going.category, going.light
      ),
      sector_light as (
        select cell.sector_code, cell.sector_name, sum(cell.n) as total,
          json_build_object(
            'green', coalesce(sum(cell.n) filter (where cell.light = 'green'), 0), 'yellow', coalesce(sum(cell.n) filter (where cell.light = 'yellow'), 0),
            'red', coalesce(sum(cell.n) filter (where cell.light = 'red'), 0), 'none', coalesce(sum(cell.n) filter (where cell.light = 'none'), 0)) as lights
        from cell group by cell.sector_code, cell.sector_name
      ),
      sector_phase as (
        select one.sector_code, json_agg(json_build_object('category', one.category, 'count', one.n) order by array_position(
          array['idea', 'concept', 'planning', 'execution', 'closing', 'realisation'], one.category)) as phases
        from (select cell.sector_code, cell.category, sum(cell.n) as n from cell group by cell.sector_code, cell.category) one
        group by one.sector_code
      ),
      closed_period as (
        select reporting_period.* from ${at('reporting_period')} reporting_period
        where reporting_period.due_on < ${ctx.today}::date order by reporting_period.ends_on desc limit 1
      ),
      owing as (
        select going.*, account.name as manager, exists (
          select 1 from ${at('status_report')} status_report
          where status_report.period_id = closed_period.id and status_report.project_id = going.id) as reported
        from going cross join closed_period
        left join ${at('account')} account on account.id = going.manager_id
        where ${owesStatus(sql`going`, sql`closed_period.ends_on`)}
      )
      select json_build_object(
        'plan', (select plan.slug from ${at('plan')} plan where plan.status = 'adopted' order by plan.adopted_on desc, plan.slug limit 1),
        'projects', json_build_object(
          'total', (select count(*) from going),
          'lights', (select json_build_object(
            'green', count(*) filter (where going.light = 'green'), 'yellow', count(*) filter (where going.light = 'yellow'),
            'red', count(*) filter (where going.light = 'red'), 'none', count(*) filter (where going.light = 'none')) from going),
          'phases', coalesce((select json_agg(json_build_object('category', one.category, 'count', one.n) order by array_position(
            array['idea', 'concept', 'planning', 'execution', 'closing', 'realisation'], one.category))
            from (select going.category, count(*) as n from going group by going.category) one), '[]'),
          'sectors', coalesce((select json_agg(json_build_object('code', sector_light.sector_code, 'name', sector_light.sector_name,
              'total', sector_light.total, 'lights', sector_light.lights, 'phases', sector_phase.phases) order by sector_light.sector_name collate "nb-x-icu")
            from sector_light join sector_phase on sector_phase.sector_code = sector_light.sector_code), '[]')),
        'money', (select json_build_object(
            'approvedFrameOre', coalesce(sum(going.approved_frame_ore), 0), 'accountsToDateOre', coalesce(sum(going.accounts_to_date_ore), 0),
            'finalForecastOre', coalesce(sum(going.final_forecast_ore), 0), 'deviationOre', coalesce(sum(going.approved_frame_ore - going.final_forecast_ore), 0),
            'projectsWithBoth', count(*), 'overFrame', count(*) filter (where going.final_forecast_ore > going.approved_frame_ore))
          from going where going.approved_frame_ore is not null and going.final_forecast_ore is not null),
        'missingStatus', json_build_object(
          'period', (select json_build_object('code', closed_period.code, 'name', closed_period.names ->> ${ctx.language}, 'dueOn', closed_period.due_on) from closed_period),
          'owed', (select count(*) from owing), 'missing', (select count(*) from owing where not owing.reported),
          'projects', coalesce((select json_agg(json_build_object('number', owing.number, 'name', owing.name,
              'sector', json_build_object('code', owing.sector_code, 'name', owing.sector_name), 'manager', owing.manager) order by owing.year, owing.serial)
            from (select * from owing where not owing.reported order by owing.year, owing.serial limit 50) owing), '[]'))
      ) as figures`);
    return row!.figures;
  }

  /** The last period whose deadline has passed on a date: its name in the language asked for, and its last day. */
  async closedPeriod(ctx: RequestContext): Promise<{ name: string; endsOn: string } | undefined> {
    const at = tablesAt(ctx.asOf);
    return this.database.row(sql`
      select reporting_period.names ->> ${ctx.language} as name, reporting_period.ends_on as "endsOn" from ${at('reporting_period')} reporting_period
      where reporting_period.due_on < ${ctx.today}::date order by reporting_period.ends_on desc limit 1`);
  }
}
