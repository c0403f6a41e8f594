import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestDatabase, testDatabase, whenOver } from '../../../testing/test-database.js';
import { randomNumbers } from '../../../testing/random-numbers.js';
import { exportArchive } from './export-archive.js';
import type { HistoryFault } from './history-fault.js';
import { Sealing } from './sealing.js';
import { verifyArchive } from './verify-archive.js';

describe('an exported archive', () => {
  let db: TestDatabase;
  let folder: string;
  let archive: string;
  let head: string;
  const wide = 40;

  beforeAll(async () => {
    db = await testDatabase();
    await (
      await db.asOwner()
    ).query(
      `create table note (id uuid primary key, title text, size bigint, facts jsonb); select history.track('note')`,
    );
    const sealing = new Sealing(db.dataSource);
    for (let change = 1; change <= wide; change += 1) {
      await db.dataSource.transaction(async (tx) => {
        await tx.query(`select begin_change('note.written', $1, 'Kåre Ærlig', 'request-1')`, [randomUUID()]);
        await tx.query(
          `insert into note select gen_random_uuid(), 'Ny «skole»', $1, '{"nb": "å"}' from generate_series(1, 2)`,
          [change],
        );
        await tx.query(`update note set title = title || '.' where size = $1 - 1`, [change]);
        await tx.query(`delete from note where size = $1 - 4`, [change]);
      });
      if (change % 8 === 0) await sealing.sealAll();
    }
    await sealing.sealAll();
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planspor-archive-'));
    whenOver(() => Promise.resolve(fs.rmSync(folder, { recursive: true })));
    archive = path.join(folder, 'archive.jsonl');
    head = (await exportArchive(db.url, archive)).head!;
  });

  it('holds every sealed change, and verifies here and by the program that shares no code', async () => {
    expect(await verifyArchive(archive, head)).toEqual({
      fault: null,
      changes: wide,
      seals: 5,
      last: { number: 5, hash: head, at: jasmine.any(String) as unknown as string },
      unsealed: 0,
    });
    expect(independently(archive, head)).toEqual([0, `All fits: ${wide} changes in 5 seals, the last ${head}.\n`]);
    const unknown = 'ab'.repeat(32);
    expect((await verifyArchive(archive, unknown)).fault).toEqual({ kind: 'head', hash: unknown });
    expect(independently(archive, unknown)).toEqual([1, `No seal has the hash ${unknown}.\n`]);
  });

  it('is lines of JSON that anyone can read', () => {
    const lines = fs
      .readFileSync(archive, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines[0]).toEqual({ archive: 'planspor-history', form: 1, seals: 5 });
    expect(lines[1]).toEqual({
      change: 1,
      table: 'change',
      event: 'made',
      row: {
        account_id: jasmine.any(String),
        action: 'note.written',
        actor: 'Kåre Ærlig',
        at: jasmine.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?\+00:00$/),
        request_id: 'request-1',
      },
    });
    expect(lines[2]).toEqual({
      change: 1,
      table: 'note',
      id: jasmine.any(String),
      event: 'opened',
      since: jasmine.any(String),
      row: { facts: { nb: 'å' }, size: 1, title: 'Ny «skole»' },
    });
  });

  it('does not write over a file', async () => {
    await expectAsync(exportArchive(db.url, archive)).toBeRejectedWith(jasmine.objectContaining({ code: 'EEXIST' }));
  });

  it('of nothing is whole too', async () => {
    const empty = path.join(folder, 'empty.jsonl');
    const other = await testDatabase();
    await exportArchive(other.url, empty);
    expect((await verifyArchive(empty)).fault).toBeNull();
    expect(independently(empty)[0]).toBe(0);
  });

  it('shows each of 1,000 random changes, deletions and swaps, and names the right change', async () => {
    const random = randomNumbers(20260203);
    const whole = fs.readFileSync(archive);
    const lines = linesOf(whole);
    const damaged = path.join(folder, 'damaged.jsonl');
    for (let round = 0; round < 1000; round += 1) {
      const [bytes, first, told] = damage(whole, lines, random);
      fs.writeFileSync(damaged, bytes);
      const { fault } = await verifyArchive(damaged);
      expect(ownerIn(fault)).withContext(`${round}: ${told}`).toBe(ownerOf(lines, first));
      // a program is started for each, so some of them
      if (round % 40 === 0) expect(independently(damaged)[0]).withContext(`${round}: ${told}`).toBe(1);
    }
  }, 180_000);

  it('shows that its end is cut off, wherever that is', async () => {
    const whole = fs.readFileSync(archive);
    const cut = path.join(folder, 'cut.jsonl');
    const ends = [
      1,
      2,
      100,
      ...linesOf(whole)
        .slice(0, -1)
        .filter((_, index) => index % 40 === 0)
        .map(({ to }) => whole.length - to),
    ];
    for (const end of ends) {
      fs.writeFileSync(cut, whole.subarray(0, whole.length - end));
      expect((await verifyArchive(cut)).fault)
        .withContext(`${end} bytes`)
        .not.toBeNull();
      expect(independently(cut)[0]).withContext(`${end} bytes`).toBe(1);
    }
    fs.writeFileSync(cut, Buffer.concat([whole, randomBytes(1)]));
    expect((await verifyArchive(cut)).fault).toEqual({ kind: 'archive', line: 'last' });
    expect(independently(cut)[0]).toBe(1);
  }, 180_000);
});

interface Line {
  readonly from: number;
  /** After the line feed. */
  readonly to: number;
  /** `change 7`, `seal 2`, `first` or `last`. */
  readonly owner: string;
}

function linesOf(bytes: Buffer): Line[] {
  const lines: Line[] = [];
  let seal = 0;
  for (let from = 0; from < bytes.length;) {
    const to = bytes.indexOf(10, from) + 1;
    const text = bytes.toString('utf8', from, to);
    const { change, seal: number } = JSON.parse(text) as { change?: number; seal?: number };
    seal = number ?? seal;
    const owner =
      change !== undefined ? `change ${change}` : from === 0 ? 'first' : to === bytes.length ? 'last' : `seal ${seal}`;
    lines.push({ from, to, owner });
    from = to;
  }
  return lines;
}

const ownerOf = (lines: readonly Line[], place: number): string => lines.find(({ to }) => place < to)!.owner;

function ownerIn(fault: HistoryFault | null): string {
  if (fault?.kind === 'change') return `change ${fault.change.number}`;
  if (fault?.kind === 'seal') return `seal ${fault.seal}`;
  return fault?.kind === 'archive' ? fault.line : 'none';
}

/** A byte changed, a byte or a line deleted, or two lines swapped. @returns the bytes, the first place that differs, and what was done */
function damage(whole: Buffer, lines: readonly Line[], random: (below: number) => number): [Buffer, number, string] {
  const kind = random(4);
  const place = random(whole.length);
  if (kind === 0) {
    const bytes = Buffer.from(whole);
    bytes[place] = whole[place]! ^ (1 + random(255));
    return [bytes, place, `byte ${place} is ${bytes[place]}`];
  }
  if (kind === 1)
    return [Buffer.concat([whole.subarray(0, place), whole.subarray(place + 1)]), place, `byte ${place} is gone`];
  const one = random(lines.length);
  const { from, to } = lines[one]!;
  if (kind === 2) return [Buffer.concat([whole.subarray(0, from), whole.subarray(to)]), from, `line ${one} is gone`];
  const other = (one + 1 + random(lines.length - 1)) % lines.length;
  const [a, b] = [lines[Math.min(one, other)]!, lines[Math.max(one, other)]!];
  const parts = [
    [0, a.from],
    [b.from, b.to],
    [a.to, b.from],
    [a.from, a.to],
    [b.to, whole.length],
  ] as const;
  return [
    Buffer.concat(parts.map(([start, end]) => whole.subarray(start, end))),
    a.from,
    `lines ${one} and ${other} are swapped`,
  ];
}

function independently(file: string, head?: string): [number | null, string] {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['shared/docs/verify-archive.mjs', file, ...(head ? [head] : [])],
    { encoding: 'utf8' },
  );
  return [status, stdout];
}
