import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { type TestDatabase, testDatabase, whenOver } from '../../testing/test-database.js';
import { applicationAddress, guardHistory, isUnguarded } from './application-role.js';
import { dataSourceOptions } from './database.js';
import { migrate } from './migrate.js';
import { Sealing } from './seal/sealing.js';
import { verifyDatabase } from './seal/verify-database.js';

const denied = jasmine.objectContaining({ code: '42501' });

describe('the role the application works as', () => {
  let db: TestDatabase;
  let histories: string[];

  const asApplication = (statement: string): Promise<unknown> => db.dataSource.query(statement);
  const refuses = async (statement: string): Promise<void> =>
    expectAsync(asApplication(statement)).withContext(statement).toBeRejectedWith(denied);

  beforeAll(async () => {
    db = await testDatabase();
    await db.dataSource.transaction(async (tx) => {
      await tx.query(`select begin_change('sector.registered', null, 'Kari', null)`);
      await tx.query(
        `insert into sector (id, code, name, valid_from) values ($1, 'samfunn', 'Samfunn', '2015-01-01')`,
        [randomUUID()],
      );
    });
    await new Sealing(db.dataSource).sealAll();
    const tables = await db.dataSource.query<{ name: string }[]>(
      `select format('history.%I', tablename) as name from pg_tables where schemaname = 'history'`,
    );
    histories = tables.map(({ name }) => name);
    expect(histories.length).toBeGreaterThan(20);
  });

  it('cannot change, add, remove or empty anything of the history, table by table', async () => {
    for (const table of [...histories, 'change']) {
      await refuses(`insert into ${table} default values`);
      await refuses(`delete from ${table}`);
      await refuses(`truncate ${table}`);
      await refuses(`truncate ${table} cascade`);
      await refuses(`alter table ${table} add column more int`);
      await refuses(`drop table ${table} cascade`);
      await refuses(
        `create trigger mine before insert on ${table} for each row execute function history.refuse_truncate()`,
      );
      await refuses(`do $$ begin lock table ${table} in access exclusive mode; end $$`);
    }
    for (const table of histories) await refuses(`update ${table} set closed_by = 7`);
    await refuses(`update change set actor = 'Per'`);
    await refuses(`select from change for update`);
  });

  it('adds seals, and changes none', async () => {
    await refuses('update seal set at = now()');
    await refuses('delete from seal');
    await refuses('truncate seal');
    await refuses('alter table seal drop constraint seal_previous_unique');
    await refuses(`insert into seal select * from seal on conflict (number) do update set hash = excluded.hash`);
    expect((await verifyDatabase(db.url)).fault).toBeNull();
  });

  it('cannot reach past the triggers of any table', async () => {
    for (const table of histories.map((name) => name.replace('history.', 'public.'))) {
      await refuses(`alter table ${table} disable trigger all`);
      await refuses(`alter table ${table} disable trigger keep_history`);
      await refuses(`drop trigger keep_history on ${table}`);
      await refuses(`truncate ${table} cascade`);
      await refuses(`create rule mine as on update to ${table} do instead nothing`);
    }
    await refuses('set session_replication_role = replica');
    await refuses(`select set_config('session_replication_role', 'replica', true)`);
  });

  it('cannot become another, make one, or run anything on the server', async () => {
    for (const statement of [
      'set role planspor',
      'set session authorization planspor',
      'create role another superuser',
      'alter role planspor_application superuser',
      'alter role planspor_application createrole',
      'grant planspor to planspor_application',
      'create table public.mine (n int)',
      'create table history.mine (n int)',
      'create function public.mine() returns int language sql as $$ select 1 $$',
      'create schema mine',
      'alter table history.sector owner to planspor_application',
      'create or replace function public.begin_change(text, uuid, text, text) returns void language sql as $$ select 1 $$',
      `select history.track('sector')`,
      'update migrations set name = name',
      'delete from migrations',
      `copy change to program 'true'`,
      `copy change to '/tmp/change'`,
      `select pg_read_file('postgresql.conf')`,
      `do language plpython3u $$ pass $$`,
    ])
      await expectAsync(asApplication(statement))
        .withContext(statement)
        .toBeRejectedWith(jasmine.objectContaining({ code: jasmine.stringMatching(/^(42501|42704)$/) }));
  });

  it('cannot use what runs with the owner’s rights for anything else', async () => {
    const functions = await db.dataSource.query<{ name: string; settings: string[] | null; mine: boolean }[]>(
      `select function.oid::regprocedure::text as name, function.proconfig as settings,
         has_function_privilege(function.oid, 'execute') as mine
       from pg_proc function where function.prosecdef order by 1`,
    );
    for (const { name, settings } of functions)
      expect(settings).withContext(name).toEqual(['search_path=pg_catalog, pg_temp']);
    expect(functions.filter(({ mine }) => mine).map(({ name }) => name)).toEqual(['begin_change(text,uuid,text,text)']);
    expect(functions.length).toBe(histories.length + 1);

    // tables and operators of one's own do not come in between
    const runner = db.dataSource.createQueryRunner();
    try {
      for (const statement of [
        'create temp table change (number bigint, at timestamptz, action text, account_id uuid, actor text, request_id text)',
        'create temp table sector (id uuid, code text)',
        'set search_path = pg_temp, public',
      ])
        await runner.query(statement);
      await expectAsync(
        runner.query('create trigger mine after insert on sector for each row execute function history.keep_sector()'),
      ).toBeRejectedWith(denied);
      const [begun] = (await runner.query(`select change_number from public.begin_change('x', null, null, null)`)) as [
        { change_number: number },
      ];
      expect(await runner.query('select number from pg_temp.change')).toEqual([]);
      expect(await runner.query('select max(number) as number from public.change')).toEqual([
        { number: begun.change_number },
      ]);
      // another transaction cannot go on under that change
      await runner.query(`select set_config('planspor.change', '${begun.change_number}', false)`);
      await expectAsync(runner.query(`update public.sector set name = 'Annet'`)).toBeRejectedWith(
        jasmine.objectContaining({ code: 'PS001' }),
      );
    } finally {
      await runner.query('discard all');
      await runner.release();
    }
  });

  it('is known for what it is, and so is an owner', async () => {
    expect(await isUnguarded((statement) => db.dataSource.query(statement))).toBeFalse();
    const owner = await db.asOwner();
    expect(await isUnguarded((statement) => owner.query(statement))).toBeTrue();
    await owner.query('grant update on history.sector to planspor_application');
    expect(await isUnguarded((statement) => db.dataSource.query(statement))).toBeTrue();
    await owner.query('revoke update on history.sector from planspor_application');
  });
});

describe('a database that an earlier version made', () => {
  it('goes on under a role of the application’s, again when the owner has a new password', async () => {
    const { ownerUrl, asOwner } = await testDatabase();
    const owner = await asOwner();
    const role = `spec_${randomUUID().slice(0, 8)}`;
    const address = new URL(ownerUrl);
    [address.username, address.password] = [role, ''];
    whenOver(async () => {
      await owner.query(`drop owned by ${role}`);
      await owner.query(`drop role ${role}`);
    });
    for (const secret of ['first', 'second']) {
      const application = applicationAddress(address.href, ownerUrl.replace(/:[^:@]*@/, `:${secret}@`));
      await Promise.all([migrate(ownerUrl, application), migrate(ownerUrl, application)]);
      const dataSource = await new DataSource(dataSourceOptions(application, [], 1)).initialize();
      expect(await isUnguarded((statement) => dataSource.query(statement))).toBeFalse();
      await dataSource.transaction(async (tx) => {
        await tx.query(`select begin_change('sector.registered', null, 'Kari', null)`);
        await tx.query(
          `insert into sector (id, code, name, valid_from) values (gen_random_uuid(), $1, $1, '2015-01-01')`,
          [secret],
        );
      });
      await dataSource.destroy();
    }
    expect(await owner.query('select count(*) as n from history.sector')).toEqual([{ n: 2 }]);
  });

  it('is not started under a role that its owner may not make', async () => {
    const { dataSource, url } = await testDatabase();
    const another = new URL(url);
    another.username = 'another';
    await expectAsync(
      guardHistory((statement, values) => dataSource.query(statement, values), another.href),
    ).toBeRejectedWithError(
      'DATABASE_OWNER_URL har ikke lov til å lage rollen «another» i DATABASE_URL; lag den selv med et passord.',
    );
  });
});

describe('the address the application works at', () => {
  const owner = 'postgres://planspor:secret@host:5432/base';

  it('has a password made of the owner’s, the same each time, unless it has one', () => {
    const made = applicationAddress('postgres://application@host:5432/base', owner);
    expect(made).toMatch(/^postgres:\/\/application:[\w-]{43}@host:5432\/base$/);
    expect(applicationAddress('postgres://application@host:5432/base', owner)).toBe(made);
    expect(applicationAddress('postgres://other@host:5432/base', owner)).not.toContain(new URL(made).password);
    expect(applicationAddress('postgres://application:own@host:5432/base', owner)).toBe(
      'postgres://application:own@host:5432/base',
    );
    expect(applicationAddress('postgres://application@host:5432/base', owner.replace(':secret', ''), 'secret')).toBe(
      made,
    );
  });

  it('is left as it is where it is the owner’s, or where no password is known', () => {
    expect(applicationAddress(owner, owner)).toBe(owner);
    const [one, other] = ['postgres://application@host/base', 'postgres://planspor@host/base'];
    expect(applicationAddress(one, other)).toBe(one);
    expect(applicationAddress(other, other, 'secret')).toBe(other);
  });
});
