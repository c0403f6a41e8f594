import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { entities } from '../src/entities.js';
import { applicationAddress } from '../src/platform/application-role.js';
import { Database, dataSourceOptions } from '../src/platform/database.js';
import { migrate } from '../src/platform/migrate.js';

/** A spec's own PostgreSQL database with every migration run and no rows, as the role the application works as. */
export interface TestDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  readonly database: Database;
  readonly ownerUrl: string;
  /** As the database's owner, for what the application's role may not. */
  readonly asOwner: () => Promise<DataSource>;
  /** The same database over connections of its own, as another backend has it. */
  again(): Promise<DataSource>;
}

/** Address of the run's server: `run-specs.mjs` starts it. */
const SERVER = 'PLANSPOR_SPEC_SERVER';
const TEMPLATE = 'migrated';

/** What stands open, innermost suite or spec last, each with what is to be done when it is over, last made first. */
const scopes: (() => Promise<void>)[][] = [[]];

/** Does something when the suite or spec that is running now is over. */
export function whenOver(work: () => Promise<void>): void {
  scopes.at(-1)!.push(work);
}

/**
 * A database of one's own, cloned from the migrated template in some 50 ms. Asked for in `beforeAll` it lasts as long as
 * that suite, in `beforeEach` or a spec as long as that spec; it is dropped by itself.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(`create database ${name} template ${TEMPLATE}`);
  const ownerUrl = addressOf(name);
  const url = applicationOf(ownerUrl);
  const opened: DataSource[] = [];
  const open = async (address: string): Promise<DataSource> => {
    const dataSource = await new DataSource(dataSourceOptions(address, entities)).initialize();
    opened.push(dataSource);
    return dataSource;
  };
  const dataSource = await open(url);
  let owner: Promise<DataSource> | undefined;
  const made: TestDatabase = {
    ...{ url, dataSource, ownerUrl, database: new Database(dataSource) },
    asOwner: () => (owner ??= open(ownerUrl)),
    again: () => open(url),
  };
  whenOver(async () => {
    for (const one of opened) if (one.isInitialized) await one.destroy();
    await asAdministrator(`drop database if exists ${name} with (force)`);
  });
  return made;
}

/** Migrates once for the whole run; every spec's database is a copy of this one. */
export async function makeTemplate(): Promise<void> {
  await asAdministrator(`create database ${TEMPLATE}`);
  await migrate(addressOf(TEMPLATE), applicationOf(addressOf(TEMPLATE)));
}

/** Jasmine tells where it is, so that each database goes when the suite or spec that asked for it is over. */
export const dropsTestDatabases: jasmine.CustomReporter = {
  suiteStarted: () => void scopes.push([]),
  specStarted: () => void scopes.push([]),
  suiteDone: dropInnermost,
  specDone: dropInnermost,
};

async function dropInnermost(): Promise<void> {
  for (const work of (scopes.pop() ?? []).reverse()) await work();
}

async function asAdministrator(statement: string): Promise<void> {
  const server = await new DataSource({ type: 'postgres', url: addressOf('postgres') }).initialize();
  try {
    await server.query(statement);
  } finally {
    await server.destroy();
  }
}

function applicationOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  [url.username, url.password] = ['planspor_application', ''];
  return applicationAddress(url.href, ownerUrl);
}

function addressOf(name: string): string {
  const server = process.env[SERVER];
  if (!server) throw new Error('database specs are run by backend/testing/run-specs.mjs, which starts their server');
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}
