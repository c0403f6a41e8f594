import { DataSource } from 'typeorm';
import { dataSourceOptions } from './database.js';
import { makeQueue } from './seal/seal-job.js';

/** Any number that no other lock of ours uses: backends that start together migrate one after another. */
const MIGRATION_LOCK = 20180323;

/** Brings the database's schema up to this version. Safe when several backends start at once. */
export async function migrate(databaseUrl: string): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(databaseUrl, [], 2)).initialize();
  try {
    const runner = dataSource.createQueryRunner();
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await dataSource.runMigrations({ transaction: 'each' });
      await makeQueue(databaseUrl);
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await runner.release();
    }
  } finally {
    await dataSource.destroy();
  }
}
