import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FaultyChange, HistoryFault, Verification } from './history-fault.js';
import { headLine, noSeal, sha256 } from './seal-head.js';
import { type Leaf, digestOf, firstMisfit } from './sealed-change.js';

/**
 * Verifies an archive with nothing but the file, in one reading. Lines are hashed byte by byte as they stand; one that is
 * not where its number says belongs to no change, and is missed where it should be.
 * @param head a seal's hash in hexadecimal that some seal must have
 */
export async function verifyArchive(file: string, head: string | null = null): Promise<Verification> {
  const archive = new ArchiveReading();
  for await (const line of linesOf(file)) {
    archive.read(line);
    if (archive.fault) break;
  }
  archive.end();
  const { fault, last } = archive;
  return {
    fault: fault ?? (head === null || archive.heads.has(head) ? null : { kind: 'head', hash: head }),
    changes: archive.changes,
    seals: last?.number ?? 0,
    last,
    unsealed: 0,
  };
}

const lineFeed = 10;

/** What can be told of a line at a glance; null where it is none of ours. */
type Glance =
  | { readonly kind: 'made' | 'row'; readonly change: number; readonly table: string; readonly id: string | null }
  | { readonly kind: 'head'; readonly seal: number; readonly firstChange: number; readonly lastChange: number }
  | { readonly kind: 'hashes' | 'first' | 'end' }
  | null;

function glanceAt(text: string): Glance {
  const row = /^\{"change":(\d+),"table":"((?:[^"\\]|\\.)+)",(?:"id":"([\da-f-]{36})",|"event":"made",)/.exec(text);
  if (row) {
    const [, change, table, id] = row;
    return id
      ? { kind: 'row', change: Number(change), table: table!, id }
      : { kind: 'made', change: Number(change), table: 'change', id: null };
  }
  const head = /^\{"seal":(\d+),"form":1,"first":(\d+),"last":(\d+),/.exec(text);
  if (head) {
    const [seal, firstChange, lastChange] = head.slice(1).map(Number) as [number, number, number];
    return { kind: 'head', seal, firstChange, lastChange };
  }
  const [, word] = /^\{"(archive|hash|end)":/.exec(text) ?? [];
  const kinds = { archive: 'first', hash: 'hashes', end: 'end' } as const;
  return word ? { kind: kinds[word as keyof typeof kinds] } : null;
}

class ArchiveReading {
  fault: HistoryFault | null = null;
  changes = 0;
  last: Verification['last'] = null;
  readonly heads = new Set<string>();
  private lines = 0;
  private ended = false;
  private seals: number | null = null;
  private readonly content = createHash('sha256');
  private leaves = new Map<number, Leaf[]>();
  private told = new Map<number, FaultyChange>();
  private readonly tables = new Set(['change']);
  private head: string | null = null;
  private current = 0;
  private previous = noSeal;

  /** @param bytes a line with its line feed */
  read(bytes: Buffer): void {
    if (bytes.at(-1) !== lineFeed) {
      this.ended = false; // a line that is not whole: nothing ends with it
      return;
    }
    const text = bytes.toString('utf8', 0, bytes.length - 1);
    if (this.ended) this.fault = { kind: 'archive', line: 'last' };
    else if (this.lines === 0) this.readFirst(text);
    else this.readNext(text, bytes);
    this.lines += 1;
    this.content.update(bytes);
  }

  /** Nothing more comes. */
  end(): void {
    if (!this.fault && !this.ended) {
      const begun = this.leaves.size > 0 || this.head !== null || (this.last?.number ?? 0) < (this.seals ?? 0);
      this.fault = begun ? this.brokenSeal() : { kind: 'archive', line: 'last' };
    }
  }

  private readFirst(text: string): void {
    const seals = /^\{"archive":"planspor-history","form":1,"seals":(\d+)\}$/.exec(text)?.[1];
    if (seals === undefined || String(Number(seals)) !== seals) this.fault = { kind: 'archive', line: 'first' };
    this.seals = Number(seals);
  }

  private readNext(text: string, bytes: Buffer): void {
    const glance = glanceAt(text);
    if (glance?.kind === 'made' || glance?.kind === 'row') this.readLine(glance, bytes, text);
    else if (glance?.kind === 'head' && this.isNext(glance) && this.head === null) this.head = text;
    else if (glance?.kind === 'hashes') this.readHashes(text);
    else if (glance?.kind === 'end') this.readEnd(text);
  }

  private readLine(
    line: { kind: string; change: number; table: string; id: string | null },
    bytes: Buffer,
    text: string,
  ) {
    const { change, table, id } = line;
    const next = this.current + 1;
    if (this.head !== null) return; // after the head, only its hashes
    if (change !== next && (line.kind === 'made' || change !== this.current)) return;
    this.current = change;
    this.tables.add(table);
    if (!this.leaves.has(change)) this.leaves.set(change, []);
    this.leaves.get(change)!.push({ table, id, digest: sha256(bytes.subarray(0, bytes.length - 1)) });
    if (line.kind === 'made') this.told.set(change, madeBy(change, text));
  }

  private isNext({ seal, firstChange }: { seal: number; firstChange: number }): boolean {
    return seal === (this.last?.number ?? 0) + 1 && firstChange === this.changes + 1;
  }

  /** The end of a seal's part: is the seal whole, and are its changes what it says? */
  private readHashes(text: string): void {
    const [, hash, digests, marks] =
      /^\{"hash":"([\da-f]{64})","digests":"((?:[\da-f]{64})+)","marks":"([\da-f]+)"\}$/.exec(text) ?? [];
    const glance = this.head === null ? null : glanceAt(this.head);
    if (!hash) return this.fail(this.brokenSeal());
    if (glance?.kind !== 'head') return this.fail(this.misfitWithoutHead(digests!, marks!));
    const { seal: number, firstChange, lastChange } = glance;
    const at = /"at":"([^"]*)"/.exec(this.head!)?.[1] ?? '';
    const seal = { digests: Buffer.from(digests!, 'hex'), marks: Buffer.from(marks!, 'hex') };
    const line = headLine({
      ...{ number, firstChange, lastChange, at, previous: this.previous },
      ...{ digests: sha256(seal.digests), marks: sha256(seal.marks) },
    });
    if (
      line !== this.head ||
      sha256(line).toString('hex') !== hash ||
      seal.digests.length !== 32 * (lastChange - firstChange + 1)
    )
      return this.fail(this.brokenSeal());
    const misfit = firstMisfit({ firstChange, lastChange, ...seal }, this.leaves, [...this.tables]);
    if (misfit) return this.fail(this.misfitOf(misfit));
    const extra = [...this.leaves.keys()].find((change) => change > lastChange);
    if (extra !== undefined) return this.fail(this.misfitOf({ change: extra, rows: [] }));
    this.heads.add(hash);
    this.last = { number, hash, at };
    this.previous = Buffer.from(hash, 'hex');
    this.changes = this.current = lastChange;
    this.leaves = new Map();
    this.told = new Map();
    this.head = null;
  }

  /**
   * Hashes without their head are out of place, unless they fit some of the changes before them: then the head went with
   * the change that does not fit, which is named. Otherwise the head is missed later.
   */
  private misfitWithoutHead(digests: string, marks: string): HistoryFault | null {
    const firstChange = this.changes + 1;
    const seal = { digests: Buffer.from(digests, 'hex'), marks: Buffer.from(marks, 'hex') };
    const lastChange = this.changes + seal.digests.length / 32;
    const fits = [...this.leaves.values()].some((leaves) => seal.digests.includes(digestOf(leaves)));
    if (!fits) return null;
    const misfit = firstMisfit({ firstChange, lastChange, ...seal }, this.leaves, [...this.tables]);
    return misfit ? this.misfitOf(misfit) : this.brokenSeal();
  }

  private readEnd(text: string): void {
    const whole = `{"end":${this.lines},"sha256":"${this.content.copy().digest('hex')}"}`;
    // one that comes before its time is out of place; what it stands instead of is missed later
    if (this.leaves.size > 0 || this.head !== null || this.last?.number !== (this.seals || undefined)) return;
    if (text !== whole) return this.fail({ kind: 'archive', line: 'last' });
    this.ended = true;
  }

  private misfitOf({
    change,
    rows,
  }: Pick<HistoryFault & { kind: 'change' }, 'rows'> & { change: number }): HistoryFault {
    const told = this.told.get(change) ?? { number: change, action: null, actor: null, at: null };
    return { kind: 'change', change: told, rows };
  }

  private brokenSeal(): HistoryFault {
    return { kind: 'seal', seal: (this.last?.number ?? 0) + 1, firstChange: this.changes + 1 };
  }

  private fail(fault: HistoryFault | null): void {
    this.fault = fault;
  }
}

function madeBy(number: number, text: string): FaultyChange {
  try {
    const { row } = JSON.parse(text) as { row: { action?: string; actor?: string; at?: string } };
    return { number, action: row.action ?? null, actor: row.actor ?? null, at: row.at ?? null };
  } catch {
    return { number, action: null, actor: null, at: null };
  }
}

/** Lines as bytes, each with its line feed, however long the file is. */
async function* linesOf(file: string): AsyncGenerator<Buffer, undefined> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end + 1)]);
      rest = [];
      from = end + 1;
    }
    rest.push(chunk.subarray(from));
  }
  const last = Buffer.concat(rest);
  if (last.length > 0) yield last;
}
