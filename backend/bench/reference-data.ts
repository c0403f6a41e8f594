import type { DataSource } from 'typeorm';
import { osloDate } from '#shared';
import { Change } from '../src/platform/change.js';
import { systemContext } from '../src/platform/request-context.js';
import { writeBase } from './reference-base.js';
import type { ReferenceSize } from './reference-size.js';
import { storyStatements } from './reference-story.js';
import { versionStatements } from './reference-versions.js';

/** Tables that the years fill. */
const grown = ['project', 'contribution', 'status_report', 'frame_decision', 'appropriation', 'booked_amount'];

/**
 * Five years of a municipality of this size, with its history, in a database that has had its first start but holds no
 * project. Seeded: the same day gives the same rows. Ends with yesterday's midnight, so what is written next is newer.
 * @param dataSource the database owner's, since triggers and indexes stand aside meanwhile
 */
export async function writeReferenceData(
  dataSource: DataSource,
  size: ReferenceSize,
  tell: (line: string) => void = () => undefined,
): Promise<void> {
  const now = new Date();
  const ctx = systemContext(now, osloDate(now));
  await new Change(dataSource).as(ctx, 'reference.prepared', (tx, { number }) => writeBase(tx, size, number));
  await putBackInTime(dataSource);

  const indexes = await takeIndexesAway(dataSource);
  for (const statement of [referenceFacts(size, ctx.today), ...storyStatements, ...versionStatements]) {
    const began = Date.now();
    await dataSource.transaction(async (tx) => {
      // what triggers would write is among the statements, and foreign keys are checked at the end
      await tx.query(`set local session_replication_role = replica`);
      await tx.query(
        `set local statement_timeout = 0; set local work_mem = '256MB'; set local synchronous_commit = off`,
      );
      await tx.query(statement);
    });
    if (Date.now() - began > 5_000) tell(`${/\S+ (?:\S+ )?\S+ \S+/.exec(statement.trim())![0]}: ${seconds(began)}`);
  }
  const began = Date.now();
  await dataSource.transaction(async (tx) => {
    await tx.query(
      `set local statement_timeout = 0; set local maintenance_work_mem = '512MB'; set local synchronous_commit = off`,
    );
    for (const index of indexes) await tx.query(index);
    await tx.query('drop schema reference cascade');
  });
  tell(`indexes: ${seconds(began)}`);
  const runner = dataSource.createQueryRunner();
  for (const statement of ['set statement_timeout = 0', 'vacuum analyze', 'checkpoint']) await runner.query(statement);
  await runner.release();
}

const seconds = (began: number): string => `${((Date.now() - began) / 1000).toFixed(1)} s`;

/** What the first start and the base wrote, seven years ago; so every later change is later. */
async function putBackInTime(dataSource: DataSource): Promise<void> {
  const tables = await dataSource.query<{ name: string }[]>(
    `select tablename as name from pg_tables where schemaname = 'history'`,
  );
  await dataSource.query(`update change set at = at - interval '7 years'`);
  for (const { name } of tables)
    await dataSource.query(
      `update history.${name} kept set valid = tstzrange(lower(kept.valid) - interval '7 years', upper(kept.valid) - interval '7 years')`,
    );
}

/** Sorting once at the end is many times quicker than keeping an index in order. Returns how to put them back. */
async function takeIndexesAway(dataSource: DataSource): Promise<string[]> {
  const indexes = await dataSource.query<{ name: string; definition: string }[]>(
    `select format('%I.%I', schemaname, indexname) as name, indexdef as definition from pg_indexes
     where tablename = any ($1) and schemaname in ('public', 'history')
       and indexname not in (select conname from pg_constraint)`,
    [grown],
  );
  for (const { name } of indexes) await dataSource.query(`drop index ${name}`);
  return indexes.map(({ definition }) => definition);
}

/** What the statements ask for: how many, from which change on, and from which instant. */
function referenceFacts({ projects }: ReferenceSize, today: string): string {
  return `
    create table reference.size as select ${projects}::int as projects;
    create table reference.base as
    select (select max(number) from change) as number, started.at as starts_at,
      ('${today}'::timestamptz - started.at) / 60 as month, extract(year from '${today}'::date)::int - 4 as first_year
    from (select '${today}'::timestamptz - interval '60 months' as at) started`;
}
