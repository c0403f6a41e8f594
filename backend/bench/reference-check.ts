import type { DataSource } from 'typeorm';

/**
 * What holds in every database the product has written: changes in order, each row as the newest version of it, versions
 * without gap or overlap, foreign keys, and the sums and lights a project keeps.
 * @returns what does not hold, in words; empty when all does
 */
export async function faultsIn(dataSource: DataSource): Promise<string[]> {
  const tables = await dataSource.query<{ name: string; columns: string }[]>(
    `select tables.tablename as name, string_agg(format('%I', columns.attname), ', ' order by columns.attnum) as columns
     from pg_tables tables
     join pg_attribute columns on columns.attrelid = format('history.%I', tables.tablename)::regclass and columns.attnum > 0
       and not columns.attisdropped and columns.attname not in ('change_number', 'closed_by', 'valid')
     where tables.schemaname = 'history' group by tables.tablename`,
  );
  const keys = await dataSource.query<{ name: string; condition: string }[]>(
    `select conname as name, format('select count(*) from %s referring where referring.%I is not null and not exists (select 1 from %s referred where referred.%I = referring.%I)',
       conrelid::regclass, own.attname, confrelid::regclass, other.attname, own.attname) as condition
     from pg_constraint
     join pg_attribute own on own.attrelid = conrelid and own.attnum = conkey[1]
     join pg_attribute other on other.attrelid = confrelid and other.attnum = confkey[1]
     where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  const checks: [fault: string, count: string][] = [
    ['changes that are not later than the one before', changesOutOfOrder],
    ...tables.flatMap(({ name, columns }): [string, string][] => [
      [`rows of ${name} that are not their newest version`, notAsKept(name, columns)],
      [`versions of ${name} that do not follow each other`, brokenStory(name)],
    ]),
    ...keys.map(({ name, condition }): [string, string] => [`rows that break ${name}`, condition]),
    ['projects whose frame or accounts are not the sum of their parts', wrongSums],
    ['projects whose lights are not those of their newest report', wrongLights],
    ['projects whose version is not their last change but reports', wrongVersions],
  ];
  const faults: string[] = [];
  for (const [fault, count] of checks) {
    const [{ n }] = await dataSource.query<[{ n: number }]>(`select (${count}) as n`);
    if (n > 0) faults.push(`${n} ${fault}`);
  }
  return faults;
}

const changesOutOfOrder = `
  select count(*) from (
    select number - lag(number) over (order by number) as step, at > lag(at) over (order by number) as later from change) change
  where step <> 1 or not later`;

const notAsKept = (table: string, columns: string): string => `
  select count(*) from (
    (select ${columns} from ${table} except select ${columns} from history.${table} where upper_inf(valid))
    union all (select ${columns} from history.${table} where upper_inf(valid) except select ${columns} from ${table})) differing`;

const brokenStory = (table: string): string => `
  select count(*) from (
    select kept.*, lead(kept.change_number) over story as next_number, lead(kept.valid) over story as next_valid
    from history.${table} kept window story as (partition by kept.id order by kept.change_number)) kept
  left join change opened on opened.number = kept.change_number
  left join change closed on closed.number = kept.closed_by
  where opened.at is distinct from lower(kept.valid) or closed.at is distinct from upper(kept.valid)
    or (kept.closed_by is null) <> upper_inf(kept.valid)
    or (kept.next_number is not null and kept.next_number is distinct from kept.closed_by)`;

const wrongSums = `
  select count(*) from project
  where project.approved_frame_ore is distinct from
      (select sum(decision.amount_ore) from frame_decision decision where decision.project_id = project.id)
    or project.accounts_to_date_ore is distinct from
      (select coalesce(sum(booked.amount_ore), 0) from booked_amount booked where booked.project_id = project.id)`;

const wrongLights = `
  select count(*) from project
  left join lateral (
    select report.* from status_report report where report.project_id = project.id order by report.submitted_at desc limit 1) newest on true
  where (project.latest_report_id, project.reported_at, project.progress_light, project.economy_light, project.quality_light,
      project.scope_light, project.risk_light, project.overall_light, project.forecast_ends_on, project.final_forecast_ore)
    is distinct from (newest.id, newest.submitted_at, newest.progress, newest.economy, newest.quality, newest.scope,
      newest.risk, newest.overall, newest.forecast_ends_on, newest.final_forecast_ore)`;

const wrongVersions = `
  select count(*) from project
  where project.version is distinct from (
    select max(kept.change_number) from history.project kept
    join change on change.number = kept.change_number and change.action <> 'status-report.submitted' where kept.id = project.id)`;
