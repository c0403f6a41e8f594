import { testDatabase } from '../testing/test-database.js';

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
});
