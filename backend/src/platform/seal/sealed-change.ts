import type { FaultyRow } from './history-fault.js';
import { markSize, tableMark } from './history-lines.js';
import { sha256 } from './seal-head.js';

/** One line of a change: whose row it is about, and its hash. */
export interface Leaf {
  readonly table: string;
  readonly id: string | null;
  readonly digest: Buffer;
}

export const digestOf = (leaves: readonly Leaf[]): Buffer => sha256(Buffer.concat(leaves.map(({ digest }) => digest)));

/** The mark of a line, as the seal keeps it. */
export function markOf({ table, id, digest }: Leaf): Buffer {
  const row = id === null ? Buffer.alloc(markSize.id) : Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([tableMark(table), row, digest.subarray(0, markSize.line)]);
}

/**
 * The first change of a seal that is not what was sealed, and which of its rows: what is there is held against what the
 * seal has a mark of.
 * @param changes the lines there are, by change
 * @returns null when all of it fits
 */
export function firstMisfit(
  seal: { firstChange: number; lastChange: number; digests: Buffer; marks: Buffer },
  changes: ReadonlyMap<number, readonly Leaf[]>,
  tables: readonly string[],
): { change: number; rows: FaultyRow[] } | null {
  const size = markSize.whole;
  const marks = Array.from({ length: Math.floor(seal.marks.length / size) }, (_, index) =>
    seal.marks.subarray(index * size, (index + 1) * size),
  );
  const changeMark = tableMark('change').toString('hex');
  const isChange = (mark: Buffer): boolean => mark.toString('hex', 0, markSize.table) === changeMark;
  let next = 0;
  for (let change = seal.firstChange; change <= seal.lastChange; change += 1) {
    const from = next;
    next += 1;
    while (next < marks.length && !isChange(marks[next]!)) next += 1;
    const leaves = changes.get(change) ?? [];
    const place = (change - seal.firstChange) * 32;
    if (digestOf(leaves).equals(seal.digests.subarray(place, place + 32))) continue;
    return { change, rows: differing(marks.slice(from, next), leaves, tables) };
  }
  return null;
}

function differing(sealed: readonly Buffer[], leaves: readonly Leaf[], tables: readonly string[]): FaultyRow[] {
  const named = new Map(tables.map((table) => [tableMark(table).toString('hex'), table]));
  const rowOf = (mark: Buffer): string => mark.toString('hex', 0, markSize.table + markSize.id);
  const present = leaves.map(markOf);
  const missing = sealed.filter((mark) => !present.some((other) => other.equals(mark)));
  const unknown = present.filter((mark) => !sealed.some((other) => other.equals(mark)));
  const told = (mark: Buffer, what: FaultyRow['what']): FaultyRow => {
    const table = named.get(mark.toString('hex', 0, markSize.table)) ?? null;
    const id = mark.toString('hex', markSize.table, markSize.table + markSize.id);
    return { what, table, id: table === 'change' ? null : id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') };
  };
  return [
    ...missing.map((mark) => told(mark, unknown.some((other) => rowOf(other) === rowOf(mark)) ? 'altered' : 'missing')),
    ...unknown
      .filter((mark) => !missing.some((other) => rowOf(other) === rowOf(mark)))
      .map((mark) => told(mark, 'added')),
  ];
}
