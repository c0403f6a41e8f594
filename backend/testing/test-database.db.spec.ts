import { type TestDatabase, testDatabase } from './test-database.js';

describe('a test database', () => {
  let kept: TestDatabase;
  const seen: string[] = [];

  beforeAll(async () => {
    kept = await testDatabase();
  });

  it('has every migration run and no rows', async () => {
    const own = await testDatabase();
    seen.push(own.url);
    expect(await own.dataSource.query('select count(*) as n from strategy')).toEqual([{ n: 0 }]);
  });

  it('is one spec’s own', async () => {
    const [first, second] = [await testDatabase(), await testDatabase()];
    seen.push(first.url, second.url);
    await (await first.asOwner()).query('create table mine (n int)');
    expect(await second.dataSource.query(`select to_regclass('mine') as mine`)).toEqual([{ mine: null }]);
  });

  it('lasts as long as the suite when the suite asked for it', async () => {
    expect(await kept.dataSource.query('select 1 as n')).toEqual([{ n: 1 }]);
  });

  afterAll(async () => {
    const left = await kept.dataSource.query<{ datname: string }[]>('select datname from pg_database');
    for (const url of seen) expect(left.map(({ datname }) => datname)).not.toContain(new URL(url).pathname.slice(1));
  });
});
