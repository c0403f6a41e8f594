import pg from 'pg';
import type { HistoryFault, Verification } from './history-fault.js';
import {
  type Ask,
  type SealedTable,
  changeOf,
  digestsQuery,
  linesQuery,
  looseEndsQuery,
  plainForms,
  sealedTables,
} from './history-lines.js';
import { rowPastItsHistory } from './present-rows.js';
import { headLine, noSeal, sha256 } from './seal-head.js';
import { type Leaf, firstMisfit } from './sealed-change.js';

/** Room to sort the hashes of a city's history in memory, and both processors at it. */
const roomToWork = `
  set local statement_timeout = 0; set local work_mem = '256MB'; set local hash_mem_multiplier = 2; set local jit = off;
  set local max_parallel_workers_per_gather = 2; set local parallel_setup_cost = 0; set local parallel_tuple_cost = 0.001;
  set local min_parallel_table_scan_size = '64kB'`;

interface SealRow {
  number: number;
  first_change: number;
  last_change: number;
  digests: Buffer;
  marks: Buffer;
  at: string;
  previous: Buffer;
  hash: Buffer;
}

/**
 * Is the history what it was when it was sealed? Reads all of it as of one instant, so that it may be asked of a database
 * in use. The canonical form is made here, not by anything in the database.
 * @param head a seal's hash in hexadecimal, from a council report; some seal must have it
 */
export async function verifyDatabase(url: string, head: string | null = null): Promise<Verification> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    return await verifyIn(async <Row>(statement: string, values?: unknown[]) => {
      const { rows } = await client.query(statement, values);
      return rows as Row[];
    }, head);
  } finally {
    await client.end();
  }
}

/** The same in a transaction that is there, which sees what it has done itself. */
export async function verifyIn(ask: Ask, head: string | null): Promise<Verification> {
  await ask(`${plainForms}; ${roomToWork}`);
  const tables = await sealedTables(ask);
  const seals = await ask<SealRow>(
    `select number, first_change, last_change, sha256(digests) as digests, sha256(marks) as marks, to_json(at) as at,
      previous, hash from seal order by number`,
  );
  const last = seals.at(-1);
  const sealed = last?.last_change ?? 0;
  const [changes] = await ask<{ sealed: number; unsealed: number }>(
    'select count(*) filter (where number <= $1) as sealed, count(*) filter (where number > $1) as unsealed from change',
    [sealed],
  );
  const fault =
    (await firstFault(ask, tables, seals)) ??
    (await unsealedFault(ask, tables, sealed)) ??
    (await rowPastItsHistory(ask, tables)) ??
    (head === null || seals.some(({ hash }) => hash.toString('hex') === head) ? null : { kind: 'head', hash: head });
  return {
    fault,
    changes: changes!.sealed,
    seals: seals.length,
    last: last ? { number: last.number, hash: last.hash.toString('hex'), at: last.at } : null,
    unsealed: changes!.unsealed,
  };
}

/** The first in the order of changes: of a seal that is not what it was, and of a change that is not what was sealed. */
async function firstFault(
  ask: Ask,
  tables: readonly SealedTable[],
  seals: readonly SealRow[],
): Promise<HistoryFault | null> {
  const broken = seals.findIndex((seal, index) => !follows(seal, seals[index - 1]));
  const whole = broken < 0 ? seals : seals.slice(0, broken);
  const misfit = await firstMisfitIn(ask, tables, whole);
  if (misfit) return misfit;
  if (broken < 0) return null;
  const expected = broken + 1;
  return { kind: 'seal', seal: expected, firstChange: (seals[broken - 1]?.last_change ?? 0) + 1 };
}

function follows(seal: SealRow, before: SealRow | undefined): boolean {
  const line = headLine({ ...seal, firstChange: seal.first_change, lastChange: seal.last_change });
  return (
    seal.number === (before?.number ?? 0) + 1 &&
    seal.first_change === (before?.last_change ?? 0) + 1 &&
    seal.previous.equals(before?.hash ?? noSeal) &&
    seal.hash.equals(sha256(line))
  );
}

/** One statement hashes everything there is, seal by seal; only where it differs are the lines themselves asked for. */
async function firstMisfitIn(
  ask: Ask,
  tables: readonly SealedTable[],
  seals: readonly SealRow[],
): Promise<HistoryFault | null> {
  if (seals.length === 0) return null;
  const firsts = seals.map(({ first_change }) => first_change);
  const last = seals.at(-1)!.last_change;
  const [differing] = await ask<{ place: number }>(
    `with made as (${digestsQuery(tables, 'all', false)}),
     found as (
       select width_bucket(made.change, $1::bigint[]) as place, string_agg(made.digest, ''::bytea order by made.change) as digests
       from made where made.change <= $2 group by 1)
     select coalesce(found.place, sealed.number) as place
     from found full join (select number, digests from seal where number <= $3) sealed on sealed.number = found.place
     where found.digests is distinct from sealed.digests
     union all
     select width_bucket(loose.change, $1::bigint[]) from (${looseEndsQuery(tables)}) loose where loose.change <= $2
     order by 1 limit 1`,
    [firsts, last, seals.length],
  );
  if (!differing) return null;
  const [from, to] = [firsts[differing.place - 1] ?? -Infinity, firsts[differing.place] ?? last + 1];
  const changes = await leavesOf(ask, tables, from, to);
  if (differing.place === 0) {
    const [[change, [leaf]]] = [...changes] as [[number, Leaf[]]];
    return misfitOf(ask, change, [{ what: 'added', table: leaf!.table, id: leaf!.id }]);
  }
  const [seal] = await ask<SealRow>('select * from seal where number = $1', [differing.place]);
  const range = { firstChange: seal!.first_change, lastChange: seal!.last_change };
  const names = tables.map(({ name }) => name);
  const found = firstMisfit({ ...seal!, ...range }, changes, names);
  return misfitOf(ask, found!.change, found!.rows);
}

async function misfitOf(
  ask: Ask,
  change: number,
  rows: (HistoryFault & { kind: 'change' })['rows'],
): Promise<HistoryFault> {
  return { kind: 'change', change: await changeOf(ask, change), rows };
}

async function leavesOf(
  ask: Ask,
  tables: readonly SealedTable[],
  from: number,
  before: number,
): Promise<Map<number, Leaf[]>> {
  const rows = await ask<{ change: number; place: number; id: string | null; digest: Buffer }>(
    `select line.change, line.place, line.id, sha256(convert_to(line.line, 'UTF8')) as digest
     from (${linesQuery(tables, 'all-and-loose-ends')}) line where line.change >= $1::float8 and line.change < $2
     order by line.change, line.place, line.id, line.opened`,
    [from, before],
  );
  const changes = new Map<number, Leaf[]>();
  for (const { change, place, id, digest } of rows) {
    if (!changes.has(change)) changes.set(change, []);
    changes.get(change)!.push({ table: tables[place]!.name, id, digest });
  }
  return changes;
}

/** After the last seal there is nothing to hold against, but numbers have no gaps and every version belongs to a change. */
async function unsealedFault(ask: Ask, tables: readonly SealedTable[], sealed: number): Promise<HistoryFault | null> {
  const [fault] = await ask<{ change: number; place: number | null; id: string | null }>(
    `select line.change, line.place, line.id
     from (${linesQuery(tables, 'all')}) line
     where line.change > $1 and not exists (select 1 from change made where made.number = line.change)
     union all
     select made.number - 1, null, null from change made
     where made.number > $1 + 1 and not exists (select 1 from change before where before.number = made.number - 1)
     order by 1 limit 1`,
    [sealed],
  );
  if (!fault) return null;
  const row =
    fault.place === null ? null : ({ what: 'added', table: tables[fault.place]!.name, id: fault.id } as const);
  return { kind: 'unsealed', change: fault.change, row };
}
