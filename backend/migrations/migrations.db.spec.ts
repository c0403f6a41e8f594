import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/platform/database.js';
import { Sealing } from '../src/platform/seal/sealing.js';
import { verifyDatabase } from '../src/platform/seal/verify-database.js';
import { testDatabase } from '../testing/test-database.js';
import { Seals1009 } from './1009-seals.js';
import { migrations } from './index.js';

describe('migrations and entities', () => {
  it('agree: nothing would be altered to make the tables what the entities say', async () => {
    const dataSource = await (await testDatabase()).asOwner();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    // comments are for who reads the database; the entities have theirs in the code
    expect(upQueries.map(({ query }) => query).filter((query) => !query.startsWith('COMMENT ON'))).toEqual([]);
  });

  it('can be taken back and run again', async () => {
    const dataSource = await (await testDatabase()).asOwner();
    while ((await dataSource.query<[{ n: number }]>('select count(*) as n from migrations'))[0].n > 0)
      await dataSource.undoLastMigration();
    expect(
      await dataSource.query(`select table_name from information_schema.tables where table_schema = 'public'`),
    ).toEqual([{ table_name: 'migrations' }]);
    await dataSource.runMigrations();
    expect(await dataSource.query('select count(*) as n from project')).toEqual([{ n: 0 }]);
  });

  it('leave a sealed history unbroken where there were rows before them, and what is changed after them too', async () => {
    const { ownerUrl, asOwner } = await testDatabase();
    const dataSource = await asOwner();
    while ((await dataSource.query<[{ n: number }]>('select count(*) as n from migrations'))[0].n > 0)
      await dataSource.undoLastMigration();
    const options = dataSourceOptions(ownerUrl, []);
    const released = migrations.slice(0, migrations.indexOf(Seals1009) + 1);
    const before = await new DataSource({ ...options, migrations: released }).initialize();
    await before.runMigrations();
    await change(
      before,
      `insert into municipality (id, name, number) values (gen_random_uuid(), 'Bodø', '1804');
       insert into sector (id, code, name, valid_from) values (gen_random_uuid(), 'nav', 'NAV', '2026-01-01');
       insert into phase (id, code, names, category, position) values (gen_random_uuid(), 'ide', '{"nb": "Idé"}', 'idea', 1);
       insert into account (id, email, name) values (gen_random_uuid(), 'kari@eksempel.test', 'Kari')`,
    );
    await new Sealing(before).sealAll();
    await before.destroy();

    await dataSource.runMigrations();
    expect((await verifyDatabase(ownerUrl)).fault).toBeNull();
    await change(dataSource, `update account set name = 'Kari Nordmann'; update sector set name = 'Nav'`);
    await new Sealing(dataSource).sealAll();
    expect((await verifyDatabase(ownerUrl)).fault).toBeNull();
  });
});

/** Writes in a named change. */
function change(dataSource: DataSource, statements: string): Promise<void> {
  return dataSource.transaction(async (tx) => {
    await tx.query(`select begin_change('spec.written', null, 'Kari', null)`);
    await tx.query(statements);
  });
}
