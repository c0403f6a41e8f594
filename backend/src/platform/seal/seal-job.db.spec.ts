import { readEnvironment } from '../environment.js';
import { type TestDatabase, testDatabase, whenOver } from '../../../testing/test-database.js';
import { SealJob } from './seal-job.js';
import { Sealing } from './sealing.js';
import { verifyDatabase } from './verify-database.js';

describe('the job that seals', () => {
  async function startIn(db: TestDatabase): Promise<void> {
    const environment = readEnvironment({ DATABASE_URL: db.url });
    const job = new SealJob(environment, new Sealing(await db.again()));
    whenOver(() => job.onApplicationShutdown());
    await job.start();
  }

  it('seals what is changed within a minute, in whichever of two backends gets to it, without a fork', async () => {
    const db = await testDatabase();
    await db.dataSource.query(`select begin_change('note.written', null, 'Kari', null)`);
    await Promise.all([startIn(db), startIn(db)]);
    const sealedUpTo = async (): Promise<number | null> =>
      (await db.dataSource.query<[{ last: number | null }]>('select max(last_change) as last from seal'))[0].last;
    const reach = async (change: number): Promise<void> => {
      while ((await sealedUpTo()) !== change) await new Promise((resolve) => setTimeout(resolve, 100));
    };
    await reach(1);
    await db.dataSource.query(`select begin_change('note.written', null, 'Per', null)`);
    await reach(2);
    expect(await verifyDatabase(db.url)).toEqual(jasmine.objectContaining({ fault: null, changes: 2, unsealed: 0 }));
  });
});
