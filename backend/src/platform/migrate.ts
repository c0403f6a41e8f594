import { DataSource } from 'typeorm';
import { guardHistory, roleIn } from './application-role.js';
import { dataSourceOptions } from './database.js';
import { makeQueue } from './seal/seal-job.js';

/** Any number that no other lock of ours uses: backends that start together migrate one after another. */
const MIGRATION_LOCK = 20180323;

/**
 * Brings the database's schema up to this version, and the application's role with it. Safe when several backends start
 * at once.
 * @param applicationUrl as `ownerUrl` where the application works as the owner
 */
export async function migrate(ownerUrl: string, applicationUrl = ownerUrl): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(ownerUrl, [], 2)).initialize();
  try {
    const runner = dataSource.createQueryRunner();
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await dataSource.runMigrations({ transaction: 'each' });
      await makeQueue(ownerUrl);
      if (roleIn(applicationUrl) !== roleIn(ownerUrl))
        await guardHistory((statement, values) => runner.query(statement, values), applicationUrl);
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await runner.release();
    }
  } finally {
    await dataSource.destroy();
  }
}
