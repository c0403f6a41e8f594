import { Injectable } from '@nestjs/common';
import type { CouncilOverview, MoneyKind } from '#shared';
import { Database } from '../platform/database.js';
import { tablesAt } from '../platform/instant.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';

export type MoneyRow = CouncilOverview['money'][number]['rows'][number] & { kind: MoneyKind };
export type FrameChange = CouncilOverview['money'][number]['frameChanges'][number] & { kind: MoneyKind };

export interface CouncilFigures {
  municipality: string;
  lifecycles: CouncilOverview['summary']['projects']['lifecycles'];
  explained: CouncilOverview['portfolio']['explained'];
  finishedInYear: CouncilOverview['portfolio']['finishedInYear'];
  moneyRows: MoneyRow[];
  frameChanges: FrameChange[];
}

/**
 * What the council reads of projects and money in a year, as it stood at an instant. One statement, whole øre. What was
 * spent without an appropriation is overspending: the budget of the year counts as nought then.
 */
@Injectable()
export class CouncilFiguresQuery {
  constructor(private readonly database: Database) {}

  async of(ctx: Pick<RequestContext, 'language' | 'asOf'>, year: number): Promise<CouncilFigures> {
    const at = tablesAt(ctx.asOf);
    const row = await this.database.row<{ figures: CouncilFigures }>(sql`
      with booked as (
        select booked_amount.project_id,
          sum(booked_amount.amount_ore) filter (where booked_amount.year < ${year}) as earlier_ore,
          sum(booked_amount.amount_ore) filter (where booked_amount.year = ${year}) as this_year_ore,
          sum(booked_amount.amount_ore) filter (where booked_amount.year <= ${year}) as to_date_ore
        from ${at('booked_amount')} booked_amount group by booked_amount.project_id
      ),
      row as (
        select project.*, phase.category, phase.names ->> ${ctx.language} as phase_name, sector.code as sector_code, sector.name as sector_name,
          appropriation.original_ore, appropriation.revised_ore, booked.earlier_ore, booked.this_year_ore, booked.to_date_ore,
          project.finished_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31) as finished_in_year
        from ${at('project')} project
        join ${at('phase')} phase on phase.id = project.phase_id
        join ${at('sector')} sector on sector.id = project.sector_id
        left join ${at('appropriation')} appropriation on appropriation.project_id = project.id and appropriation.year = ${year}
        left join booked on booked.project_id = project.id
      ),
      shown as (
        select row.*, jsonb_build_object('number', row.number, 'name', row.name,
          'sector', jsonb_build_object('code', row.sector_code, 'name', row.sector_name),
          'phase', row.phase_name, 'category', row.category, 'lifecycle', row.lifecycle) as head
        from row
      )
      select json_build_object(
        'municipality', coalesce((select municipality.name from ${at('municipality')} municipality limit 1), ''),
        'lifecycles', coalesce((
          select json_agg(json_build_object('lifecycle', one.lifecycle, 'count', one.n) order by one.place)
          from (select project.lifecycle, count(*) as n, array_position(array['not-started', 'in-progress', 'finished', 'postponed', 'stopped', 'rejected'], project.lifecycle) as place
            from ${at('project')} project group by project.lifecycle) one), '[]'),
        'explained', coalesce((
          select json_agg(shown.head || jsonb_build_object('light', status_report.overall,
              'reportedOn', (status_report.submitted_at at time zone 'Europe/Oslo')::date,
              'deviations', (
                select coalesce(jsonb_agg(deviation.value || jsonb_build_object('light', to_jsonb(status_report) ->> (deviation.value ->> 'dimension')) order by deviation.ordinality), '[]')
                from jsonb_array_elements(status_report.deviations) with ordinality deviation))
            order by status_report.overall = 'red' desc, shown.year, shown.serial)
          from shown join ${at('status_report')} status_report on status_report.id = shown.latest_report_id
          where shown.lifecycle in ('not-started', 'in-progress', 'postponed') and status_report.overall <> 'green'), '[]'),
        'finishedInYear', coalesce((
          select json_agg(shown.head || jsonb_build_object('finishedOn', shown.finished_on, 'approvedFrameOre', shown.approved_frame_ore,
              'accountsToDateOre', coalesce(shown.to_date_ore, 0), 'deviationOre', shown.approved_frame_ore - coalesce(shown.to_date_ore, 0))
            order by shown.finished_on, shown.year, shown.serial)
          from shown where shown.lifecycle = 'finished' and shown.finished_in_year), '[]'),
        'moneyRows', coalesce((
          select json_agg(shown.head || jsonb_build_object('kind', shown.money_kind, 'approvedFrameOre', shown.approved_frame_ore,
              'accountsEarlierOre', coalesce(shown.earlier_ore, 0), 'originalBudgetOre', shown.original_ore, 'revisedBudgetOre', shown.revised_ore,
              'accountsThisYearOre', shown.this_year_ore, 'deviationThisYearOre', case when shown.revised_ore is not null or shown.this_year_ore is not null
                then coalesce(shown.revised_ore, 0) - coalesce(shown.this_year_ore, 0) end,
              'accountsToDateOre', coalesce(shown.to_date_ore, 0), 'finalForecastOre', shown.final_forecast_ore,
              'deviationOre', shown.approved_frame_ore - shown.final_forecast_ore, 'endsOn', coalesce(shown.forecast_ends_on, shown.ends_on),
              'lights', case when shown.overall_light is not null then jsonb_build_object('progress', shown.progress_light, 'economy', shown.economy_light,
                'quality', shown.quality_light, 'scope', shown.scope_light, 'risk', shown.risk_light, 'overall', shown.overall_light) end)
            order by shown.year, shown.serial)
          from shown
          where (shown.lifecycle in ('not-started', 'in-progress', 'postponed') or shown.finished_in_year
              or shown.revised_ore is not null or shown.this_year_ore is not null)
            and (shown.approved_frame_ore is not null or shown.revised_ore is not null or shown.this_year_ore is not null)), '[]'),
        'frameChanges', coalesce((
          select json_agg(json_build_object('number', shown.number, 'name', shown.name, 'kind', shown.money_kind, 'decidedOn', frame_decision.decided_on,
              'decidedBy', frame_decision.decided_by, 'caseNumber', frame_decision.case_number, 'amountOre', frame_decision.amount_ore, 'reason', frame_decision.reason)
            order by frame_decision.decided_on, shown.year, shown.serial, frame_decision.amount_ore desc, frame_decision.id)
          from ${at('frame_decision')} frame_decision join shown on shown.id = frame_decision.project_id
          where frame_decision.decided_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)), '[]')
      ) as figures`);
    return row!.figures;
  }

  /** The years the history can answer for: from the first change on. */
  async years(now: number): Promise<number[]> {
    const row = await this.database.row<{ first: number | null }>(sql`
      select extract(year from (select change.at from change order by change.number limit 1) at time zone 'Europe/Oslo')::int as first`);
    const first = row?.first ?? now;
    return Array.from({ length: now - first + 1 }, (_, index) => now - index);
  }
}
