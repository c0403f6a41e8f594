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
 * Which lines: those of the changes $1 to $2, found by index; all there are; or all and, as lines of the change they
 * belong with, ends of versions that do not say which change made them.
 */
export type LinesAsked = 'between' | 'all' | 'all-and-loose-ends';

/** A query of lines by `change`, `place` (of the table), `id` and `opened`: in the order of those four they are hashed. */
export function linesQuery(
  tables: readonly SealedTable[],
  asked: LinesAsked,
  shown: 'line' | 'digest' = 'line',
): string {
  const between = (column: string): string => (asked === 'between' ? `where kept.${column} between $1 and $2` : '');
  const show = (line: string): string =>
    shown === 'line' ? `${line} as line` : `sha256(convert_to(${line}, 'UTF8')) as digest`;
  const [change, ...mirrors] = tables;
  return [
    `select kept.number as change, 0 as place, null::uuid as id, true as opened, ${show(madeLine(change!))}
     from public.change kept ${between('number')}`,
    ...mirrors.flatMap((table, index) => [
      `select kept.change_number, ${index + 1}, kept.id, true, ${show(openedLine(table))}
       from history.${identifier(table.name)} kept ${between('change_number')}`,
      `select kept.closed_by, ${index + 1}, kept.id, false, ${show(closedLine(table))}
       from history.${identifier(table.name)} kept ${between('closed_by') || 'where kept.closed_by is not null'}`,
      ...(asked === 'all-and-loose-ends'
        ? [`select ${looseChange}, ${index + 1}, kept.id, false, ${show(closedLine(table))} ${fromLooseEnds(table)}`]
        : []),
    ]),
  ].join('\nunion all\n');
}

/** A query of the changes that ends of versions belong with which do not say so. */
export function looseEndsQuery([, ...mirrors]: readonly SealedTable[]): string {
  return mirrors.map((table) => `select ${looseChange} as change ${fromLooseEnds(table)}`).join('\nunion all\n');
}

/** The change of that instant, or the one that made the version. */
const looseChange = `coalesce(
  (select made.number from public.change made where made.at = upper(kept.valid)), kept.change_number)`;

const fromLooseEnds = ({ name }: SealedTable): string =>
  `from history.${identifier(name)} kept where kept.closed_by is null and not upper_inf(kept.valid)`;

const madeLine = ({ columns }: SealedTable): string =>
  `concat('{"change":', kept.number, ',"table":"change","event":"made","row":', ${rowText(columns)}, '}')`;

const openedLine = (table: SealedTable): string =>
  `concat('{"change":', kept.change_number, ${subject(table)}, kept.id, '","event":"opened",',
    case when lower_inc(kept.valid) then '"since":' else '"after":' end, to_json(lower(kept.valid)),
    ',"row":', ${rowText(table.columns)}, '}')`;

const closedLine = (table: SealedTable): string =>
  `concat('{"change":', kept.closed_by, ${subject(table)}, kept.id, '","event":"closed","opened":', kept.change_number,
    case when upper_inc(kept.valid) then ',"through":' else ',"until":' end, to_json(upper(kept.valid)), '}')`;

const subject = ({ name }: SealedTable): string => quoted(`,"table":${JSON.stringify(name)},"id":"`);

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

/** A query of each change's `digest`, the hash of the hashes of its lines, and of their `marks` where they are asked for. */
export function digestsQuery(tables: readonly SealedTable[], asked: LinesAsked, withMarks: boolean): string {
  const order = 'order by leaf.place, leaf.id, leaf.opened';
  const names = tables.map(({ name }) => `'\\x${tableMark(name).toString('hex')}'::bytea`);
  const mark = `(array[${names.join(', ')}])[leaf.place + 1]
    || coalesce(uuid_send(leaf.id), '\\x${'00'.repeat(markSize.id)}'::bytea) || substr(leaf.digest, 1, ${markSize.line})`;
  return `
    select leaf.change, sha256(string_agg(leaf.digest, ''::bytea ${order})) as digest
      ${withMarks ? `, string_agg(${mark}, ''::bytea ${order}) as marks` : ''}
    from (${linesQuery(tables, asked, 'digest')}) leaf
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
