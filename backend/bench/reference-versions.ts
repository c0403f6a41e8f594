import { managerOf } from './reference-story.js';

/** Columns of the project that a version of it says, in the order of the table. */
const projectColumns = `id, year, serial, number, name, description, sector_id, committee_id, owner_id, manager_id, phase_id, lifecycle,
  starts_on, ends_on, finished_on, postponed_to, lifecycle_reason, lifecycle_decided_by, place, case_number, money_kind, example,
  registered_by_id, registered_at, version, latest_report_id, reported_at, progress_light, economy_light, quality_light, scope_light,
  risk_light, overall_light, forecast_ends_on, final_forecast_ore, approved_frame_ore, accounts_to_date_ore`;

/** Tables whose rows stand as first written, with the id each row's event gives it. */
const writtenOnce: readonly (readonly [table: string, kind: string, idWord: string])[] = [
  ['status_report', 'report', 'report'],
  ['contribution', 'link', 'link'],
  ['frame_decision', 'frame', 'frame'],
  ['appropriation', 'appropriate', 'appropriation'],
];

/** The rows that go through several versions, and the history of all of them. */
export const versionStatements: readonly string[] = [
  `create unlogged table reference.step as
   select event.number, event.at, event.project, event.kind,
     count(*) filter (where event.kind = 'report') over so_far as reports,
     count(*) filter (where event.kind = 'edit') over so_far as edits,
     count(*) filter (where event.kind = 'frame') over so_far as frames,
     count(*) filter (where event.kind = 'book') over so_far as bookings,
     min(event.at) filter (where event.kind = 'register') over so_far as registered_at,
     max(event.number) filter (where event.kind <> 'report') over so_far as version,
     lead(event.number) over in_order as closed_by, lead(event.at) over in_order as closed_at
   from reference.event event
   window in_order as (partition by event.project order by event.number), so_far as (in_order rows unbounded preceding)`,
  `create unlogged table reference.project_version as
   select reference.id('project', step.project, 0) as id, extract(year from step.registered_at)::int as year, step.project as serial,
     extract(year from step.registered_at)::int || '-' || lpad(step.project::text, greatest(3, length(step.project::text)), '0') as number,
     (array['Ny skole', 'Omsorgssenter', 'Gang- og sykkelveg', 'Digital tjeneste', 'Barnehage', 'Byrom', 'Klimatiltak', 'Vannledning'])[1 + reference.pick(step.project, 0, 51, 8)]
       || ' ' || step.project || case when step.edits >= 3 then ', trinn 2' else '' end as name,
     'Prosjekt ' || step.project || ' i referansedataene: bygging, opplæring og drift i samarbeid med innbyggere og næringsliv. Endret '
       || step.edits || ' ganger.' as description,
     sector.id as sector_id, null::uuid as committee_id,
     case when reference.pick(step.project, 0, 52, 100) >= 2 then reference.uuid('eier ' || 1 + step.project % greatest((select projects from reference.size) / 20, 3)) end as owner_id,
     case when reference.pick(step.project, 0, 53, 100) >= 4 then ${managerOf('step')} end as manager_id,
     phase.id as phase_id, state.lifecycle,
     case fate.lifecycle when 'not-started' then current_date + 30 * (reference.pick(step.project, 0, 54, 22) - 2)
       else (step.registered_at at time zone 'Europe/Oslo')::date + 30 * reference.pick(step.project, 0, 55, 12) end as starts_on,
     current_date + 30 * (reference.pick(step.project, 0, 31, 44) + 24 - (10 - step.edits::int) / 3) as ends_on,
     case state.lifecycle when 'finished' then current_date - 30 * reference.pick(step.project, 0, 56, 30) end as finished_on,
     case state.lifecycle when 'postponed' then current_date + 30 * (reference.pick(step.project, 0, 57, 18) - 2) end as postponed_to,
     case when state.lifecycle in ('postponed', 'stopped') then 'Rammen er brukt til andre prosjekter.' else '' end as lifecycle_reason,
     case when state.lifecycle in ('postponed', 'stopped') then 'Kommunestyret' else '' end as lifecycle_decided_by,
     (array['Sentrum', 'Hunndalen', 'Biri', 'Snertingdal', 'Vardal', 'Redalen'])[1 + reference.pick(step.project, 0, 58, 6)] as place,
     to_char(step.registered_at, 'YY') || '/' || 100 + step.project as case_number,
     case when reference.pick(step.project, 0, 59, 10) < 6 then 'investment' else 'operations' end as money_kind,
     true as example, null::uuid as registered_by_id, step.registered_at, step.version,
     case when step.reports > 0 then reference.id('report', step.project, step.reports) end as latest_report_id,
     report.at as reported_at, report.progress as progress_light, report.economy as economy_light, report.quality as quality_light,
     report.scope as scope_light, report.risk as risk_light, report.overall as overall_light, report.forecast_ends_on, report.final_forecast_ore,
     case step.frames when 0 then null when 1 then fate.frame else fate.frame + fate.frame / 20 end as approved_frame_ore,
     -- four bookings a year, each the sum of the year so far
     fate.booked * step.bookings as accounts_to_date_ore,
     step.number as change_number, step.closed_by, tstzrange(step.at, step.closed_at) as valid
   from reference.step step
   join reference.fate fate on fate.project = step.project
   cross join lateral (select case when step.edits >= 10 then fate.lifecycle when step.edits >= 1 and fate.lifecycle <> 'not-started' then 'in-progress'
     else 'not-started' end as lifecycle) state
   join reference.phase phase on phase.position = least(fate.phase, 1 + step.edits / 2)
   join reference.sector sector on sector.place = step.project % (select count(*) from reference.sector)
   left join reference.report report on report.project = step.project and report.nth = step.reports`,
  `insert into project (${projectColumns}) select ${projectColumns} from reference.project_version version where version.closed_by is null`,
  `insert into history.project (${projectColumns}, change_number, closed_by, valid)
   select ${projectColumns}, change_number, closed_by, valid from reference.project_version`,
  `insert into booked_amount (id, project_id, year, amount_ore, extracted_on)
   select reference.id('booked', booking.project, booking.year), reference.id('project', booking.project, 0),
     (select first_year from reference.base) + booking.year, booking.amount, (booking.at at time zone 'Europe/Oslo')::date
   from reference.booking booking where booking.closed_by is null`,
  `insert into history.booked_amount (id, project_id, year, amount_ore, extracted_on, change_number, closed_by, valid)
   select reference.id('booked', booking.project, booking.year), reference.id('project', booking.project, 0),
     (select first_year from reference.base) + booking.year, booking.amount, (booking.at at time zone 'Europe/Oslo')::date,
     booking.number, booking.closed_by, tstzrange(booking.at, booking.closed_at)
   from reference.booking booking`,
  ...writtenOnce.map(
    ([table, kind, idWord]) => `
     insert into history.${table} select event.number, null, tstzrange(event.at, null), written.*
     from reference.event event join ${table} written on written.id = reference.id('${idWord}', event.project, event.nth)
     where event.kind = '${kind}'`,
  ),
];
