import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type TestDatabase, testDatabase } from '../testing/test-database.js';

interface Begun {
  change_number: number;
  changed_at: Date;
  /** The instant as text, since a Date holds no microseconds. */
  instant: string;
}

describe('the history the database keeps', () => {
  let db: TestDatabase;

  beforeEach(async () => {
    db = await testDatabase();
    await (
      await db.asOwner()
    ).query(`
      create table note (id uuid primary key, title text not null, secret text);
      select history.track('note', '{secret}')`);
  });

  function change(
    work: (tx: EntityManager, begun: Begun) => Promise<unknown>,
    action = 'note.written',
  ): Promise<Begun> {
    return db.dataSource.transaction(async (tx) => {
      const [begun] = await tx.query<[Begun]>(
        `select change_number, changed_at, changed_at::text as instant from begin_change($1, null, 'Kari', 'request-1')`,
        [action],
      );
      await work(tx, begun);
      return begun;
    });
  }

  const insert = (tx: EntityManager, id: string, title: string) =>
    tx.query('insert into note (id, title) values ($1, $2)', [id, title]);
  const rename = (tx: EntityManager, id: string, title: string) =>
    tx.query('update note set title = $2 where id = $1', [id, title]);
  const remove = (tx: EntityManager, id: string) => tx.query('delete from note where id = $1', [id]);

  function versionsOf(id: string): Promise<object[]> {
    return db.dataSource.query(
      `select kept.title, kept.change_number, kept.closed_by, lower(kept.valid) as since, upper(kept.valid) as until,
         lower_inc(kept.valid) and not upper_inc(kept.valid) as half_open
       from history.note kept where kept.id = $1 order by kept.change_number`,
      [id],
    );
  }

  async function titlesAt(instant: string): Promise<Record<string, string>> {
    const rows = await db.dataSource.query<{ id: string; title: string }[]>(
      'select kept.id, kept.title from history.note kept where kept.valid @> $1::timestamptz order by kept.id',
      [instant],
    );
    return Object.fromEntries(rows.map(({ id, title }) => [id, title]));
  }

  it('keeps a version for each insert, update and delete, each valid until the next begins', async () => {
    const id = randomUUID();
    const made = await change((tx) => insert(tx, id, 'first'));
    const renamed = await change((tx) => rename(tx, id, 'second'));
    const removed = await change((tx) => remove(tx, id));
    expect(await versionsOf(id)).toEqual([
      {
        title: 'first',
        change_number: made.change_number,
        closed_by: renamed.change_number,
        since: made.changed_at,
        until: renamed.changed_at,
        half_open: true,
      },
      {
        title: 'second',
        change_number: renamed.change_number,
        closed_by: removed.change_number,
        since: renamed.changed_at,
        until: removed.changed_at,
        half_open: true,
      },
    ]);
    expect(await titlesAt(renamed.instant)).toEqual({ [id]: 'second' });
    expect(await titlesAt(removed.instant)).toEqual({});
  });

  it('leaves the present version open', async () => {
    const id = randomUUID();
    await change((tx) => insert(tx, id, 'first'));
    expect(await versionsOf(id)).toEqual([jasmine.objectContaining({ closed_by: null, until: null })]);
  });

  it('says who made a change, what it is called and by which request', async () => {
    const { change_number: number } = await change((tx) => insert(tx, randomUUID(), 'first'), 'note.registered');
    const [row] = await db.dataSource.query<object[]>(
      'select action, actor, account_id, request_id from change where number = $1',
      [number],
    );
    expect(row).toEqual({ action: 'note.registered', actor: 'Kari', account_id: null, request_id: 'request-1' });
  });

  it('keeps one version of a row touched twice in one change: what it ended as', async () => {
    const id = randomUUID();
    const made = await change(async (tx) => {
      await insert(tx, id, 'draft');
      await rename(tx, id, 'better');
      await rename(tx, id, 'best');
    });
    expect(await versionsOf(id)).toEqual([
      jasmine.objectContaining({ title: 'best', change_number: made.change_number, until: null }),
    ]);

    const renamed = await change(async (tx) => {
      await rename(tx, id, 'worse');
      await rename(tx, id, 'final');
    });
    expect(await versionsOf(id)).toEqual([
      jasmine.objectContaining({ title: 'best', closed_by: renamed.change_number, until: renamed.changed_at }),
      jasmine.objectContaining({ title: 'final', change_number: renamed.change_number, until: null }),
    ]);
  });

  it('keeps nothing of a row that came and went in one change', async () => {
    const id = randomUUID();
    await change(async (tx) => {
      await insert(tx, id, 'brief');
      await remove(tx, id);
    });
    expect(await versionsOf(id)).toEqual([]);
  });

  it('closes a version once when the row is changed and then removed in one change', async () => {
    const id = randomUUID();
    await change((tx) => insert(tx, id, 'first'));
    const removed = await change(async (tx) => {
      await rename(tx, id, 'second');
      await remove(tx, id);
    });
    expect(await versionsOf(id)).toEqual([
      jasmine.objectContaining({ title: 'first', closed_by: removed.change_number, until: removed.changed_at }),
    ]);
  });

  it('goes on when a row is removed and put back in one change', async () => {
    const id = randomUUID();
    await change((tx) => insert(tx, id, 'first'));
    const replaced = await change(async (tx) => {
      await remove(tx, id);
      await insert(tx, id, 'second');
    });
    expect(await versionsOf(id)).toEqual([
      jasmine.objectContaining({ title: 'first', until: replaced.changed_at }),
      jasmine.objectContaining({ title: 'second', since: replaced.changed_at, until: null }),
    ]);
  });

  it('makes no version of an update that changes nothing', async () => {
    const id = randomUUID();
    await change((tx) => insert(tx, id, 'same'));
    await change((tx) => rename(tx, id, 'same'));
    expect(await versionsOf(id)).toHaveSize(1);
  });

  it('does not keep the columns left out', async () => {
    const [column] = await db.dataSource.query<object[]>(
      `select count(*) as n from information_schema.columns
       where table_schema = 'history' and table_name = 'note' and column_name = 'secret'`,
    );
    expect(column).toEqual({ n: 0 });
  });

  it('refuses a write outside a named change', async () => {
    const id = randomUUID();
    await change((tx) => insert(tx, id, 'first'));
    const unnamed = jasmine.objectContaining({ code: 'PS001' });
    await expectAsync(insert(db.dataSource.manager, randomUUID(), 'stray')).toBeRejectedWith(unnamed);
    await expectAsync(rename(db.dataSource.manager, id, 'stray')).toBeRejectedWith(unnamed);
    await expectAsync(remove(db.dataSource.manager, id)).toBeRejectedWith(unnamed);
  });

  it('does not let the next transaction on a connection go on under the last change', async () => {
    const runner = db.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query(`select begin_change('note.written', null, null, null)`);
      await runner.commitTransaction();
      await expectAsync(insert(runner.manager, randomUUID(), 'stray')).toBeRejectedWith(
        jasmine.objectContaining({ code: 'PS001' }),
      );
    } finally {
      await runner.release();
    }
  });

  it('refuses to be truncated, inside a named change too', async () => {
    const refused = jasmine.objectContaining({ code: 'PS002' });
    const owner = await db.asOwner();
    await expectAsync(owner.query('truncate note')).toBeRejectedWith(refused);
    await expectAsync(
      owner.query(`select begin_change('note.written', null, null, null); truncate note`),
    ).toBeRejectedWith(refused);
  });

  it('uses no number for a change that is rolled back', async () => {
    const before = await change((tx) => insert(tx, randomUUID(), 'first'));
    await expectAsync(change(() => Promise.reject(new Error('thought better of it')))).toBeRejected();
    const after = await change((tx) => insert(tx, randomUUID(), 'second'));
    expect(after.change_number).toBe(before.change_number + 1);
  });

  it('keeps a column added later, once the table is tracked again', async () => {
    const id = randomUUID();
    const made = await change((tx) => insert(tx, id, 'first'));
    await (
      await db.asOwner()
    ).query(`alter table note add column place text; select history.track('note', '{secret}')`);
    await change((tx) => tx.query(`update note set place = 'Gjøvik' where id = $1`, [id]));
    expect(
      await db.dataSource.query('select title, place from history.note where id = $1 order by change_number', [id]),
    ).toEqual([
      { title: 'first', place: null },
      { title: 'first', place: 'Gjøvik' },
    ]);
    expect(await titlesAt(made.instant)).toEqual({ [id]: 'first' });
  });

  it('numbers changes in the order they commit, and shows each instant as it was, under 20 writers at once', async () => {
    const ids = Array.from({ length: 5 }, () => randomUUID());
    await change(async (tx) => {
      for (const id of ids) await insert(tx, id, 'start');
    });
    const recorded: { begun: Begun; state: Record<string, string> }[] = [];

    const writer = async (name: number) => {
      for (let turn = 0; turn < 5; turn += 1) {
        let state: Record<string, string> = {};
        const begun = await change(async (tx) => {
          // two rows a change: a reader that saw half of it would find them different
          const pair = [ids[(name + turn) % 5]!, ids[(name + turn + 2) % 5]!];
          for (const id of pair) await rename(tx, id, `writer ${name}, turn ${turn}`);
          const rows = await tx.query<{ id: string; title: string }[]>('select id, title from note order by id');
          state = Object.fromEntries(rows.map(({ id, title }) => [id, title]));
        });
        recorded.push({ begun, state });
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, name) => writer(name)));

    expect(recorded).toHaveSize(100);
    recorded.sort((one, other) => one.begun.change_number - other.begun.change_number);
    for (const [index, { begun, state }] of recorded.entries()) {
      expect(begun.change_number).toBe(recorded[0]!.begun.change_number + index);
      expect(await titlesAt(begun.instant))
        .withContext(`as of change ${begun.change_number}`)
        .toEqual(state);
    }
    const [order] = await db.dataSource.query<object[]>(
      'select bool_and(later.at > earlier.at) as rising from change earlier join change later on later.number = earlier.number + 1',
    );
    expect(order).toEqual({ rising: true });
    const [overlaps] = await db.dataSource.query<object[]>(
      `select count(*) as n from history.note one
       join history.note other on other.id = one.id and other.change_number > one.change_number and other.valid && one.valid`,
    );
    expect(overlaps).toEqual({ n: 0 });
  });
});
