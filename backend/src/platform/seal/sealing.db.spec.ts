import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type TestDatabase, testDatabase } from '../../../testing/test-database.js';
import type { HistoryFault } from './history-fault.js';
import { Sealing } from './sealing.js';
import { verifyDatabase } from './verify-database.js';

interface SealRow {
  number: number;
  first_change: number;
  last_change: number;
  previous: Buffer;
  hash: Buffer;
}

describe('sealing', () => {
  let db: TestDatabase;
  let sealing: Sealing;

  beforeEach(async () => {
    db = await testDatabase();
    await asOwner(
      `create table note (id uuid primary key, title text, size numeric, written timestamptz, tags text[], facts jsonb);
       select history.track('note')`,
    );
    sealing = new Sealing(db.dataSource);
  });

  const change = (work: (tx: EntityManager) => Promise<unknown>, actor = 'Kari'): Promise<void> =>
    db.dataSource.transaction(async (tx) => {
      await tx.query(`select begin_change('note.written', null, $1, null)`, [actor]);
      await work(tx);
    });
  const note = (id: string, title: string) => (tx: EntityManager) =>
    tx.query(
      `insert into note (id, title, size, written, tags, facts)
       values ($1, $2, 1.50, '2026-02-03 04:05:06.7+01', '{a,"b \\"c\\"",NULL}', '{"b": 1.0, "a": null}')
       on conflict (id) do update set title = excluded.title`,
      [id, title],
    );
  const seals = (): Promise<SealRow[]> =>
    db.dataSource.query('select number, first_change, last_change, previous, hash from seal order by number');
  const asOwner = async (statement: string): Promise<unknown> => (await db.asOwner()).query(statement);
  /** By the triggers' leave, as only the server's own administrator can. */
  const tamper = (statement: string): Promise<unknown> =>
    asOwner(`set local session_replication_role = replica; ${statement}`);
  const fault = async (): Promise<HistoryFault | null> => (await verifyDatabase(db.url)).fault;

  it('chains each seal to the one before it, over all changes since', async () => {
    const id = randomUUID();
    await change(note(id, 'first'));
    await change(note(id, 'second'));
    expect(await sealing.sealAll()).toBe(1);
    await change(note(id, 'third'));
    expect(await sealing.sealAll()).toBe(1);
    const [one, two] = (await seals()) as [SealRow, SealRow];
    expect([one.first_change, one.last_change, two.first_change, two.last_change]).toEqual([1, 2, 3, 3]);
    expect(one.previous).toEqual(Buffer.alloc(32));
    expect(two.previous).toEqual(one.hash);
    expect(await verifyDatabase(db.url)).toEqual({
      fault: null,
      changes: 3,
      seals: 2,
      last: { number: 2, hash: two.hash.toString('hex'), at: jasmine.any(String) as unknown as string },
      unsealed: 0,
    });
  });

  it('makes no seal when nothing has been changed', async () => {
    expect(await sealing.sealAll()).toBe(0);
    await change(note(randomUUID(), 'first'));
    expect([await sealing.sealAll(), await sealing.sealAll()]).toEqual([1, 0]);
    expect(await seals()).toHaveSize(1);
  });

  it('takes at most a thousand changes into a seal', async () => {
    await asOwner(
      `insert into change (number, at, action) select n, '2026-01-01'::timestamptz + n * interval '1 second', 'note.written'
       from generate_series(1, 2001) n`,
    );
    expect(await sealing.sealAll()).toBe(3);
    expect((await seals()).map(({ last_change }) => last_change)).toEqual([1000, 2000, 2001]);
    expect(await fault()).toBeNull();
  });

  it('never forks: of many at once one seals, and writers go on meanwhile', async () => {
    const other = new Sealing(await db.again());
    for (let round = 0; round < 5; round += 1)
      await Promise.all([
        ...Array.from({ length: 4 }, (_, index) => change(note(randomUUID(), `${round} ${index}`))),
        ...[sealing, other, sealing, other].map((sealer) => sealer.sealAll()),
      ]);
    await sealing.sealAll();
    const rows = await seals();
    expect(rows.at(-1)!.last_change).toBe(20);
    rows.slice(1).forEach((seal, index) => expect(seal.previous).toEqual(rows[index]!.hash));
    expect(await fault()).toBeNull();
  });

  it('goes on from the last seal in a backend started later', async () => {
    await change(note(randomUUID(), 'first'));
    await sealing.sealAll();
    await change(note(randomUUID(), 'second'));
    expect(await new Sealing(await db.again()).sealAll()).toBe(1);
    expect((await seals()).map(({ number }) => number)).toEqual([1, 2]);
    expect(await fault()).toBeNull();
  });

  it('holds a version and its end apart, each sealed with the change that made it', async () => {
    const id = randomUUID();
    await change(note(id, 'first'));
    await sealing.sealAll();
    await change(note(id, 'second'));
    // the first version is closed by a change that is not sealed yet
    expect(await verifyDatabase(db.url)).toEqual(jasmine.objectContaining({ fault: null, unsealed: 1 }));
    await sealing.sealAll();
    await tamper(
      `update history.note set valid = tstzrange(lower(valid), upper(valid) + interval '1 second') where closed_by = 2`,
    );
    expect(await fault()).toEqual(changed(2, [{ what: 'altered', table: 'note', id }]));
  });

  it('still fits when a migration adds columns and tables', async () => {
    const id = randomUUID();
    await change(note(id, 'first'));
    await sealing.sealAll();
    await asOwner(
      `alter table note add column author text; select history.track('note');
       create table "a table" (id uuid primary key, name text); select history.track('a table')`,
    );
    expect(await fault()).toBeNull();
    await change((tx) => tx.query(`update note set author = 'Kari'`));
    await change((tx) => tx.query(`insert into "a table" values (gen_random_uuid(), 'x')`));
    await sealing.sealAll();
    expect(await fault()).toBeNull();
    await tamper(`update history.note set author = 'Per' where change_number = 1`);
    expect(await fault()).toEqual(changed(1, [{ what: 'altered', table: 'note', id }]));
  });

  it('does not follow the settings of the server', async () => {
    await change(note(randomUUID(), 'Ærlig «talt» \u0001\t\\'));
    await sealing.sealAll();
    const [{ name }] = await db.dataSource.query<[{ name: string }]>('select current_database() as name');
    await asOwner(
      `alter database ${name} set timezone = 'Asia/Tokyo'; alter database ${name} set datestyle = 'German';
       alter database ${name} set extra_float_digits = -5; alter database ${name} set bytea_output = 'escape';
       alter database ${name} set intervalstyle = 'sql_standard'`,
    );
    expect(await fault()).toBeNull();
    const elsewhere = new Sealing(await db.again());
    await change(note(randomUUID(), 'next'));
    expect(await elsewhere.sealAll()).toBe(1);
    await asOwner(`alter database ${name} reset all`);
    expect(await fault()).toBeNull();
  });

  it('names the first of several changes that do not fit, who made it and which row', async () => {
    const ids = Array.from({ length: 5 }, () => randomUUID());
    for (const [index, id] of ids.entries()) await change(note(id, 'x'), `Person ${index + 1}`);
    await sealing.sealAll();
    await tamper(
      `update history.note set title = null where change_number = 4; delete from history.note where change_number = 2`,
    );
    expect(await fault()).toEqual({
      kind: 'change',
      change: { number: 2, action: 'note.written', actor: 'Person 2', at: jasmine.any(String) as unknown as string },
      rows: [{ what: 'missing', table: 'note', id: ids[1]! }],
    });
  });

  it('finds versions that are put in, and ends without a change', async () => {
    const id = randomUUID();
    await change(note(id, 'first'));
    await change(note(id, 'second'));
    await sealing.sealAll();
    const forged = randomUUID();
    await tamper(`insert into history.note (id, change_number, valid) values ('${forged}', 0, '[2020-01-01,)')`);
    expect(await fault()).toEqual(changed(0, [{ what: 'added', table: 'note', id: forged }]));
    await tamper(`update history.note set change_number = 3 where id = '${forged}'`);
    expect(await fault()).toEqual({ kind: 'unsealed', change: 3, row: { what: 'added', table: 'note', id: forged } });
    await tamper(`delete from history.note where id = '${forged}'; update history.note set closed_by = null`);
    expect(await fault()).toEqual(changed(2, [{ what: 'altered', table: 'note', id }]));
  });

  it('finds a seal that is altered or gone, and a change that is gone before it is sealed', async () => {
    for (const title of ['a', 'b', 'c']) {
      await change(note(randomUUID(), title));
      await sealing.sealAll();
    }
    await tamper(`update seal set at = at + interval '1 microsecond' where number = 2`);
    expect(await fault()).toEqual({ kind: 'seal', seal: 2, firstChange: 2 });
    await tamper(`delete from seal where number = 1`);
    expect(await fault()).toEqual({ kind: 'seal', seal: 1, firstChange: 1 });
    await tamper(
      `delete from seal where number > 1; delete from change where number = 2; delete from history.note where change_number = 2`,
    );
    expect(await fault()).toEqual({ kind: 'unsealed', change: 2, row: null });
  });

  it('knows a head that was printed before', async () => {
    await change(note(randomUUID(), 'first'));
    await sealing.sealAll();
    const head = (await seals())[0]!.hash.toString('hex');
    await change(note(randomUUID(), 'second'));
    await sealing.sealAll();
    expect((await verifyDatabase(db.url, head)).fault).toBeNull();
    const unknown = 'ab'.repeat(32);
    expect((await verifyDatabase(db.url, unknown)).fault).toEqual({ kind: 'head', hash: unknown });
  });

  it('finds a row that was changed past its history', async () => {
    const id = randomUUID();
    await change(note(id, 'first'));
    await sealing.sealAll();
    await tamper(`update note set title = 'other'`);
    expect(await fault()).toEqual(
      jasmine.objectContaining({ kind: 'row', row: { what: 'altered', table: 'note', id } }),
    );
    await tamper(`delete from note`);
    expect(await fault()).toEqual(
      jasmine.objectContaining({ kind: 'row', row: { what: 'missing', table: 'note', id } }),
    );
  });

  function changed(number: number, rows: unknown): HistoryFault {
    return jasmine.objectContaining({
      kind: 'change',
      change: jasmine.objectContaining({ number }),
      rows,
    }) as unknown as HistoryFault;
  }
});
