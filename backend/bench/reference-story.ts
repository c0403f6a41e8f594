import { storyOfProject } from './reference-size.js';

/**
 * Five years of changes as sets: first which change comes when, then for each table every version of its rows, and from
 * those the rows as they stand and as the history keeps them. Run with triggers and foreign keys at rest, so what the
 * database would have kept by itself is written here; `reference-check.ts` holds the result to what it would have been.
 */
export const storyStatements: readonly string[] = [
  // ── what happens when: `month` counts from the first day, and orders the changes ─────────────────────────────
  `create unlogged table reference.happening as
   select row_number() over (order by told.month, told.project, told.kind) as place, told.*
   from (
     select project, kind, nth, month + reference.pick(project, nth, 5, 1000) / 25000.0 as month
     from generate_series(1, (select projects from reference.size)) project,
       lateral (
         select 'register' as kind, 1 as nth, reference.pick(project, 0, 6, 500) / 1000.0 as month
         union all select 'link', n, 0.55 + n * 0.1 from generate_series(1, ${storyOfProject.links}) n
         union all select 'frame', n, case n when 1 then 0.6 else 24 + reference.pick(project, n, 7, 20) end
           from generate_series(1, ${storyOfProject.frames}) n
         union all select 'appropriate', n, 12 * (n - 1) + 0.9 from generate_series(1, ${storyOfProject.appropriations}) n
         union all select 'book', n, 3 * n - 0.3 from generate_series(1, ${storyOfProject.bookings}) n
         union all select 'report', n, n - 0.2 from generate_series(1, ${storyOfProject.reports}) n
         union all select 'edit', n, 6 * n - 0.05 from generate_series(1, ${storyOfProject.edits}) n
       ) happens
   ) told`,
  `create unlogged table reference.event as
   select (select number from reference.base) + happening.place as number,
     (select starts_at from reference.base) + happening.month * (select month from reference.base)
       + happening.place * interval '1 microsecond' as at,
     happening.project::int, happening.kind, happening.nth::int
   from reference.happening happening`,
  `create index on reference.event (project, number)`,
  `analyze reference.event`,
  `insert into change (number, at, action, actor, request_id)
   select event.number, event.at, case event.kind
       when 'register' then 'project.registered' when 'link' then 'contribution.proposed' when 'frame' then 'frame.decided'
       when 'appropriate' then 'appropriation.put' when 'book' then 'accounts.put' when 'report' then 'status-report.submitted'
       else 'project.changed' end, 'Referanse', 'reference'
   from reference.event event order by event.number`,

  // ── what each project is in the end, and the numbers its money is made of ────────────────────────────────────
  `create unlogged table reference.fate as
   select project, lifecycle,
     case lifecycle when 'not-started' then 1 + reference.pick(project, 0, 12, 3) when 'finished' then 6
       when 'in-progress' then (array[1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 5])[1 + reference.pick(project, 0, 13, 12)]
       else 1 + reference.pick(project, 0, 14, 4) end as phase,
     (1 + reference.pick(project, 0, 15, 400)) * 100000000::bigint as frame,
     (1 + reference.pick(project, 0, 16, 900)) * 1234567::bigint as booked
   from (
     select project::int, case when reference.pick(project, 0, 11, 100) < 8 then 'not-started' when reference.pick(project, 0, 11, 100) < 73 then 'in-progress'
       when reference.pick(project, 0, 11, 100) < 88 then 'finished' when reference.pick(project, 0, 11, 100) < 92 then 'postponed'
       when reference.pick(project, 0, 11, 100) < 97 then 'stopped' else 'rejected' end as lifecycle
     from generate_series(1, (select projects from reference.size)) project
   ) fated`,
  `create unlogged table reference.sector as select sector.id, row_number() over (order by sector.code) - 1 as place from sector`,
  `create unlogged table reference.phase as select phase.id, phase.position from phase`,
  `create unlogged table reference.strategy as
   select strategy.id, row_number() over (order by strategy.position) - 1 as place,
     array(select measure.id from measure where measure.strategy_id = strategy.id order by measure.number) as measures
   from strategy`,

  // ── status reports: one version each ─────────────────────────────────────────────────────────────────────────
  `create unlogged table reference.report as
   select told.*, case when 'red' in (told.progress, told.economy, told.quality) then 'red'
     when 'yellow' in (told.progress, told.economy, told.quality) then 'yellow' else 'green' end as overall
   from (
     select event.number, event.at, event.project, event.nth,
       ${light(21, 82, 96)} as progress, ${light(22, 88, 96)} as economy, ${light(23, 95, 99)} as quality,
       ${light(24, 94, 99)} as scope, ${light(25, 86, 96)} as risk,
       current_date + 30 * (reference.pick(event.project, 0, 31, 44) - 3) + 15 * reference.pick(event.project, event.nth, 26, 6) as forecast_ends_on,
       fate.frame / 100 * (98 + reference.pick(event.project, event.nth, 27, 6)) as final_forecast_ore
     from reference.event event join reference.fate fate on fate.project = event.project where event.kind = 'report'
   ) told`,
  `insert into status_report (id, project_id, period_id, submitted_at, submitted_by_id, progress, economy, quality, scope, risk, overall,
     overall_reason, summary, forecast_ends_on, final_forecast_ore, unchanged, deviations)
   select reference.id('report', report.project, report.nth), reference.id('project', report.project, 0), period.id, report.at, ${managerOf('report')},
     report.progress, report.economy, report.quality, report.scope, report.risk, report.overall, '',
     (array['Arbeidet følger planen.', 'Entreprenøren er i gang med neste etappe.', 'Prosjekteringen er levert til kontroll.', 'Høringen er avsluttet.',
       'To av tre delleveranser er ferdige.', 'Brukerne har godkjent løsningen.', 'Tilbudene er under vurdering.'])[1 + reference.pick(report.project, report.nth, 28, 7)]
       || ' Rapport ' || report.nth || ' av prosjekt ' || report.project || ', skrevet av prosjektlederen etter møte i styringsgruppa.',
     report.forecast_ends_on, report.final_forecast_ore, false,
     ${['progress', 'economy', 'quality', 'scope', 'risk'].map(deviation).join(' || ')}
   from reference.report report
   left join reporting_period period on (report.at at time zone 'Europe/Oslo')::date between period.starts_on and period.ends_on`,

  // ── links and money ──────────────────────────────────────────────────────────────────────────────────────────
  `insert into contribution (id, project_id, strategy_id, measure_id, kind, statement, proposed_by_id, proposed_on, approved_by_id, approved_on)
   select reference.id('link', event.project, event.nth), reference.id('project', event.project, 0), strategy.id,
     strategy.measures[1 + reference.pick(event.project, event.nth, 41, 4)], case event.nth when 1 then 'main' else 'partial' end,
     'Prosjektet bidrar til strategien med det som bygges og læres, del ' || event.nth || '.', ${managerOf('event')},
     (event.at at time zone 'Europe/Oslo')::date, reference.uuid('eier 1'), (event.at at time zone 'Europe/Oslo')::date
   from reference.event event
   -- a tenth of the strategies has nobody; a project's second link is to another strategy than its first
   join reference.strategy strategy on strategy.place = (reference.pick(event.project, 0, 42, 1000000)
       + (event.nth - 1) * 7) % ((select count(*) from reference.strategy) * 9 / 10)
   where event.kind = 'link' and reference.pick(event.project, event.nth, 43, 100) < case event.nth when 1 then 90 else 60 end`,
  `insert into frame_decision (id, project_id, decided_on, decided_by, case_number, amount_ore, reason)
   select reference.id('frame', event.project, event.nth), reference.id('project', event.project, 0), (event.at at time zone 'Europe/Oslo')::date,
     'Kommunestyret', to_char(event.at, 'YY') || '/' || 100 + event.project, case event.nth when 1 then fate.frame else fate.frame / 20 end,
     case event.nth when 1 then 'Investeringsvedtak' else 'Prisstigning' end
   from reference.event event join reference.fate fate on fate.project = event.project where event.kind = 'frame'`,
  `insert into appropriation (id, project_id, year, original_ore, revised_ore, case_number)
   select reference.id('appropriation', event.project, event.nth), reference.id('project', event.project, 0),
     (select first_year from reference.base) + event.nth - 1, fate.frame / 5, fate.frame / 5 + fate.booked, '25/2291'
   from reference.event event join reference.fate fate on fate.project = event.project where event.kind = 'appropriate'`,
  `create unlogged table reference.booking as
   select event.number, event.at, event.project, (event.nth - 1) / 4 as year, fate.booked * ((event.nth - 1) % 4 + 1) as amount,
     lead(event.number) over same_year as closed_by, lead(event.at) over same_year as closed_at
   from reference.event event join reference.fate fate on fate.project = event.project where event.kind = 'book'
   window same_year as (partition by event.project, (event.nth - 1) / 4 order by event.number)`,
];

/** A light that is green so many times in a hundred, and green or yellow so many. */
function light(salt: number, green: number, notRed: number): string {
  const pick = `reference.pick(event.project, event.nth, ${salt}, 100)`;
  return `case when ${pick} < ${green} then 'green' when ${pick} < ${notRed} then 'yellow' else 'red' end`;
}

/** What a light that is not green must say. */
function deviation(dimension: string): string {
  return `case when report.${dimension} = 'green' then '[]'::jsonb else jsonb_build_array(jsonb_build_object(
    'dimension', '${dimension}', 'cause', 'Leveransen er forsinket fra underleverandøren.', 'consequence', 'Neste etappe starter senere.',
    'action', 'Rekkefølgen på arbeidet er endret.', 'responsible', 'Prosjektleder', 'dueOn', (report.at + interval '60 days')::date)) end`;
}

/** Every eighth project shares a manager. */
export function managerOf(row: string): string {
  return `reference.uuid('leder ' || 1 + ${row}.project % greatest((select projects from reference.size) / 8, 4))`;
}
