import { createHash } from 'node:crypto';
import type { FaultyChange } from './history-fault.js';

/** Asks the database, on one connection or in one transaction. */
export type Ask = <Row>(statement: string, values?: unknown[]) => Promise<Row[]>;

/** A table whose rows are part of what a change made, with its columns in the order of their names. */
export interface SealedTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/**
 * The canonical form (shared/docs/history-archive.md) must not follow anybody's settings. For the transaction only.
 */
export const plainForms = `
  set local timezone to 'UTC'; set local datestyle to 'ISO, YMD'; set local intervalstyle to 'postgres';
  set local extra_float_digits to 1; set local bytea_output to 'hex'; set local xmlbinary to 'base64'`;

/** `change` first, then every table with a history, by name. */
export async function sealedTables(ask: Ask): Promise<SealedTable[]> {
  const rows = await ask<SealedTable>(
    `select tables.relname as name,
      json_agg(json_build_object('name', columns.attname, 'type', format_type(columns.atttypid, null))
        order by columns.attname collate "C") as columns
     from pg_class tables
     join pg_attribute columns on columns.attrelid = tables.oid and columns.attnum > 0 and not columns.attisdropped
     where tables.relkind in ('r', 'p')
       and (tables.relnamespace = 'history'::regnamespace or tables.oid = 'public.change'::regclass)
     group by tables.oid, tables.relname
     order by tables.oid <> 'public.change'::regclass, tables.relname collate "C"`,
  );
  const bookkeeping = ['id', 'change_number', 'closed_by', 'valid'];
  return rows.map(({ name, columns }, index) => ({
    name,
    columns: columns.filter((column) => (index === 0 ? column.name !== 'number' : !bookkeeping.includes(column.name))),
  }));
}

/**
 * A query of every line: `change`, `place` (of the table), `id`, `opened` and the `line` itself. Lines stand in the
 * order of those four. With `ranged`, those of the changes $1 to $2, by index; without, all there are, those too that
 * say in a broken way which change closed them.
 */
export function linesQuery(tables: readonly SealedTable[], ranged: boolean): string {
  const [change, ...mirrors] = tables;
  const pieces = mirrors.flatMap(({ name, columns }, index) => {
    const subject = quoted(JSON.stringify(name));
    const table = `history.${identifier(name)} kept`;
    const place = index + 1;
    return [
      `select kept.change_number as change, ${place} as place, kept.id, true as opened,
        concat('{"change":', kept.change_number, ',"table":', ${subject}, ',"id":"', kept.id, '","event":"opened",',
          case when lower_inc(kept.valid) then '"since":' else '"after":' end, to_json(lower(kept.valid)),
          ',"row":', ${rowText(columns)}, '}') as line
       from ${table} ${ranged ? 'where kept.change_number between $1 and $2' : ''}`,
      `select ${ranged ? 'kept.closed_by' : closingChange}, ${place}, kept.id, false,
        concat('{"change":', kept.closed_by, ',"table":', ${subject}, ',"id":"', kept.id, '","event":"closed","opened":',
          kept.change_number, case when upper_inc(kept.valid) then ',"through":' else ',"until":' end,
          to_json(upper(kept.valid)), '}')
       from ${table}
       where ${ranged ? 'kept.closed_by between $1 and $2' : 'kept.closed_by is not null or not upper_inf(kept.valid)'}`,
    ];
  });
  return [
    `select kept.number as change, 0 as place, null::uuid as id, true as opened,
      concat('{"change":', kept.number, ',"table":"change","event":"made","row":', ${rowText(change!.columns)}, '}') as line
     from public.change kept ${ranged ? 'where kept.number between $1 and $2' : ''}`,
    ...pieces,
  ].join('\nunion all\n');
}

/** An end without a change is laid to the change of that instant, where it is missed. */
const closingChange = `coalesce(kept.closed_by,
  (select made.number from public.change made where made.at = upper(kept.valid)), kept.change_number)`;

/** `{"name":"Ny skole","year":2026}`: columns in the order of their names, without those that are null. */
function rowText(columns: SealedTable['columns']): string {
  const fields = columns.map(({ name, type }) => `${quoted(`${JSON.stringify(name)}:`)} || ${valueText(name, type)}`);
  return `'{' || concat_ws(',', ${fields.join(', ')}) || '}'`;
}

/** A value as JSON. The short ways say the same as `to_json`, sooner. */
function valueText(name: string, type: string): string {
  const value = `kept.${identifier(name)}`;
  if (['boolean', 'smallint', 'integer', 'bigint', 'jsonb'].includes(type)) return `${value}::text`;
  if (['uuid', 'date'].includes(type)) return `'"' || ${value} || '"'`;
  return `to_json(${value})::text`;
}

/** Bytes of a seal's mark: table, row, line. */
export const markSize = { table: 4, id: 16, line: 4, whole: 24 } as const;

/** What a table is called in a mark. */
export function tableMark(name: string): Buffer {
  return createHash('sha256').update(name).digest().subarray(0, markSize.table);
}

/**
 * A query of each change's `digest` and `marks`, over the lines of `linesQuery`. The digest is the hash of the hashes of
 * its lines, one after another.
 */
export function digestsQuery(tables: readonly SealedTable[], ranged: boolean, where = 'true'): string {
  const marks = tables.map(({ name }) => `'\\x${tableMark(name).toString('hex')}'::bytea`);
  const order = 'order by leaf.place, leaf.id, leaf.opened';
  const noId = `'\\x${'00'.repeat(markSize.id)}'::bytea`;
  return `
    select leaf.change, sha256(string_agg(leaf.digest, ''::bytea ${order})) as digest
      ${
        ranged
          ? `, string_agg((array[${marks.join(', ')}])[leaf.place + 1] || coalesce(uuid_send(leaf.id), ${noId})
              || substr(leaf.digest, 1, ${markSize.line}), ''::bytea ${order}) as marks`
          : ''
      }
    from (
      select line.change, line.place, line.id, line.opened, sha256(convert_to(line.line, 'UTF8')) as digest
      from (${linesQuery(tables, ranged)}) line where ${where}) leaf
    group by leaf.change`;
}

/** Who made it, as far as the change still says. */
export async function changeOf(ask: Ask, number: number): Promise<FaultyChange> {
  const [change] = await ask<FaultyChange>(
    'select number, action, actor, to_json(at) as at from change where number = $1',
    [number],
  );
  return change ?? { number, action: null, actor: null, at: null };
}

export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
