import { Injectable } from '@nestjs/common';
import type { HistoryEntry, HistoryPage } from '#shared';
import { Database } from './database.js';
import type { TrackedTable } from './instant.js';
import type { RequestContext } from './request-context.js';
import { type Sql, joinSql, rawSql, sql } from './sql.js';

/** One kind of record whose story is told: which table, which rows, and what to call each. */
export interface Told {
  readonly table: TrackedTable;
  /** Condition on the history row `kept`. */
  readonly where: Sql;
  /** Text that says which record, from the history row `kept` and `tableThen`; null where there is only one. */
  readonly label: Sql;
  /** Columns that follow from others and would only repeat them. */
  readonly leaveOut?: readonly string[];
  /** Acts on the record that are told although they leave it as it was. */
  readonly acts?: readonly string[];
}

const bookkeeping = [
  'id',
  'change_number',
  'closed_by',
  'valid',
  'version',
  'project_id',
  'strategy_id',
  'plan_id',
  'measure_id',
];

/** Columns that hold another record's id, and are told as its name at the time. The field loses `_id`: `sector`. */
const named: readonly { columns: readonly string[]; table: TrackedTable; name: (ctx: RequestContext) => Sql }[] = [
  { columns: ['sector_id', 'lead_sector_id', 'decider_sector_id'], table: 'sector', name: () => sql`named.name` },
  { columns: ['committee_id'], table: 'committee', name: () => sql`named.name` },
  {
    columns: ['owner_id', 'manager_id', 'proposed_by_id', 'approved_by_id', 'decided_by_id'],
    table: 'account',
    name: () => sql`named.name`,
  },
  { columns: ['phase_id'], table: 'phase', name: ({ language }) => sql`named.names ->> ${language}` },
  { columns: ['period_id'], table: 'reporting_period', name: ({ language }) => sql`named.names ->> ${language}` },
];

/** A table as it stood when the history row `kept` was written, so that what is said of then does not change. */
export function tableThen(table: TrackedTable): Sql {
  return sql`(select * from ${rawSql(`history.${table}`)} known where known.valid @> lower(kept.valid))`;
}

/** The audit trail: each version of each record beside the one before it, newest change first. */
@Injectable()
export class HistoryQuery {
  constructor(private readonly database: Database) {}

  /** A page of the story. Fields are named as in the contracts; with `as-of`, it ends there. */
  async of(ctx: RequestContext, told: readonly Told[], page: number, size: number): Promise<HistoryPage> {
    const row = await this.database.row<{ page: HistoryPage }>(sql`
      with version as (${joinSql(told.map(versionsOf), ' union all ')}),
      step as (
        select version.*, lag(version.row) over (partition by version.subject, version.id order by version.change_number) as before
        from version
      ),
      told as (
        select step.subject, step.id, step.label, step.change_number, step.before, step.row,
          case when step.before is null then 'created' else 'changed' end as event
        from step
        where step.before is null or step.before <> step.row or exists (
          select 1 from change act where act.number = step.change_number and act.action = any(step.acts))
        union all
        select version.subject, version.id, version.label, version.closed_by, null, null, 'removed'
        from version
        where version.closed_by is not null and not exists (
          select 1 from version next
          where next.subject = version.subject and next.id = version.id and next.change_number = version.closed_by)
      ),
      entry as (
        select told.*, change.number, change.at, change.action, change.actor
        from told join change on change.number = told.change_number
        where change.at <= coalesce(${ctx.asOf?.instant ?? null}::timestamptz, 'infinity')
      ),
      shown as (
        select entry.* from entry
        order by entry.number desc, entry.subject, entry.label, entry.id
        limit ${size} offset ${(page - 1) * size}
      )
      select json_build_object(
        'total', (select count(*) from entry),
        'items', (
          select coalesce(json_agg(json_build_object(
            'change', shown.number, 'at', shown.at, 'action', shown.action, 'by', shown.actor,
            'subject', shown.subject, 'label', shown.label, 'event', shown.event,
            'fields', (
              select coalesce(json_agg(json_build_object(
                'name', field.key,
                'from', ${inWords(ctx, sql`shown.before -> field.key`)},
                'to', ${inWords(ctx, sql`field.value`)}) order by field.key), '[]')
              from jsonb_each(shown.row) field
              where field.value is distinct from coalesce(shown.before -> field.key, 'null')
                and (shown.event = 'changed' or field.value not in ('""', '[]', 'false')))
          ) order by shown.number desc, shown.subject, shown.label, shown.id), '[]')
          from shown)
      ) as page`);
    return { ...row!.page, items: row!.page.items.map(asInTheContracts) };
  }
}

function versionsOf({ table, where, label, leaveOut = [], acts = [] }: Told): Sql {
  return sql`
    select ${table}::text as subject, kept.id, kept.change_number, kept.closed_by, (${label})::text as label,
      to_jsonb(kept) - ${[...bookkeeping, ...leaveOut]}::text[] as row,
      ${[...acts]}::text[] as acts
    from ${rawSql(`history.${table}`)} kept where ${where}`;
}

/** The value, or the name of what it is the id of, as it was when the change was made. */
function inWords(ctx: RequestContext, value: Sql): Sql {
  const cases = named.map(
    ({ columns, table, name }) => sql`when field.key = any(${columns}) then (
      select to_jsonb(${name(ctx)}) from ${rawSql(`history.${table}`)} named
      where named.id = (${value} #>> '{}')::uuid and named.valid @> shown.at)`,
  );
  return sql`case ${joinSql(cases, ' ')} else ${value} end`;
}

const namedColumns = new Set(named.flatMap(({ columns }) => columns));

function asInTheContracts(entry: HistoryEntry): HistoryEntry {
  const fields = entry.fields.map(({ name, ...values }) => ({ name: fieldOf(name), ...values }));
  return { ...entry, at: new Date(entry.at).toISOString(), fields };
}

/** `sector_id` → `sector`, `amount_ore` → `amountOre` */
function fieldOf(column: string): string {
  const bare = namedColumns.has(column) ? column.replace(/_id$/, '') : column;
  return bare.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
