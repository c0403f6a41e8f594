import { Injectable } from '@nestjs/common';
import type { HistoryEntry, HistoryPage } from '#shared';
import { Database } from './database.js';
import type { TrackedTable } from './instant.js';
import { type Sql, joinSql, rawSql, sql } from './sql.js';

/** One kind of record whose story is told: which table, which rows, and what to call each. */
export interface Told {
  readonly table: TrackedTable;
  /** Condition on the history row `kept`. */
  readonly where: Sql;
  /** Text that says which record, from the history row `kept`; null where there is only one. */
  readonly label: Sql;
  /** Columns that follow from others and would only repeat them. */
  readonly leaveOut?: readonly string[];
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

/** The audit trail: each version of each record beside the one before it, newest change first. */
@Injectable()
export class HistoryQuery {
  constructor(private readonly database: Database) {}

  /** @param name how ids in the rows are put in words: column → lookup of a name by id, in SQL */
  async of(told: readonly Told[], page: number, size: number): Promise<HistoryPage> {
    const rows = await this.database.rows<HistoryEntry & { total: number }>(sql`
      with version as (${joinSql(told.map(versionsOf), ' union all ')}),
      step as (
        select version.*, lag(version.row) over (partition by version.subject, version.id order by version.change_number) as before
        from version
      ),
      told as (
        select step.subject, step.label, step.change_number,
          case when step.before is null then 'created' else 'changed' end as event,
          (
            select coalesce(jsonb_agg(jsonb_build_object('name', field.key, 'from', step.before -> field.key, 'to', field.value) order by field.key), '[]')
            from jsonb_each(step.row) field
            where field.value is distinct from coalesce(step.before -> field.key, 'null'::jsonb)
          ) as fields
        from step
        union all
        select version.subject, version.label, version.closed_by, 'removed', '[]'::jsonb
        from version
        where version.closed_by is not null and not exists (
          select 1 from version next
          where next.subject = version.subject and next.id = version.id and next.change_number = version.closed_by)
      )
      select count(*) over () as total, change.number as change, change.at, change.action, change.actor as by,
        told.subject, told.label, told.event, told.fields
      from told join change on change.number = told.change_number
      where told.event <> 'changed' or told.fields <> '[]'::jsonb
      order by change.number desc, told.subject, told.label
      limit ${size} offset ${(page - 1) * size}`);
    return {
      total: rows[0]?.total ?? 0,
      items: rows.map(({ total: _, ...entry }) => ({ ...entry, at: new Date(entry.at).toISOString() })),
    };
  }
}

function versionsOf({ table, where, label, leaveOut = [] }: Told): Sql {
  return sql`
    select ${table}::text as subject, kept.id, kept.change_number, kept.closed_by, (${label})::text as label,
      to_jsonb(kept) - ${[...bookkeeping, ...leaveOut]}::text[] as row
    from ${rawSql(`history.${table}`)} kept where ${where}`;
}
