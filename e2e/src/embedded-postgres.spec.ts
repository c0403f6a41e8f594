import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { type RunningPostgres, startPostgres } from '../../backend/embedded-postgres.mjs';
import { freshDataDir } from '../product.js';

const running: RunningPostgres[] = [];
const folders: string[] = [];

test.afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = freshDataDir();
  folders.push(folder);
  return folder;
}

async function start(folder: string): Promise<RunningPostgres> {
  const server = await startPostgres({ dir: path.join(folder, 'postgres'), stateDir: folder });
  running.push(server);
  return server;
}

async function ask(server: RunningPostgres, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>({ text: statement })).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

const lockFile = (server: RunningPostgres) => path.join(server.folder, 'cluster', 'postmaster.pid');
const pidOf = (server: RunningPostgres) => Number(fs.readFileSync(lockFile(server), 'utf8').split('\n')[0]);

test('keeps its rows from one start to the next', async () => {
  const folder = newFolder();
  const first = await start(folder);
  await ask(first, `create table kept as select 'rad' as word`);
  await first.stop();
  expect(await ask(await start(folder), 'select word from kept')).toEqual(['rad']);
});

test('sorts Norwegian names as Norwegians do', async () => {
  const server = await start(newFolder());
  const names = `select name from unnest(array['Ås', 'Østre Toten', 'Ærfugl', 'Vardal']) name`;
  expect(await ask(server, `${names} order by name collate "nb-x-icu"`)).toEqual([
    'Vardal',
    'Ærfugl',
    'Østre Toten',
    'Ås',
  ]);
});

test('listens on this machine only, and asks for a password', async () => {
  const server = await start(newFolder());
  expect(await ask(server, 'show listen_addresses')).toEqual(['127.0.0.1']);
  const url = new URL(server.url);
  url.password = 'gjettet';
  await expect(ask({ ...server, url: url.href }, 'select 1')).rejects.toThrow('password authentication failed');
});

test('is joined by a second start, which leaves it running when it stops', async () => {
  const folder = newFolder();
  const first = await start(folder);
  const second = await start(folder);
  expect([first.adopted, second.adopted, second.url]).toEqual([false, true, first.url]);
  await second.stop();
  expect(await ask(first, 'select 1')).toEqual([1]);
});

test('recovers what was committed when the server itself was killed', async () => {
  const folder = newFolder();
  const first = await start(folder);
  await ask(first, `create table kept as select 'rad' as word`);
  process.kill(pidOf(first), 'SIGKILL');
  expect(await ask(await start(folder), 'select word from kept')).toEqual(['rad']);
});

test('starts over a lock file that names a program which is no database', async () => {
  const folder = newFolder();
  const first = await start(folder);
  const lock = fs.readFileSync(lockFile(first), 'utf8');
  await first.stop();
  fs.writeFileSync(lockFile(first), lock.replace(/^\d+/, String(process.pid)));
  expect(await ask(await start(folder), 'select 1')).toEqual([1]);
});

test('starts afresh after a first start that was cut off, and clears away what it left', async () => {
  const folder = newFolder();
  const nobodysPid = 4_194_305; // above what any system hands out
  fs.mkdirSync(path.join(folder, `postgres.new-${nobodysPid}`, 'cluster'), { recursive: true });
  expect(await ask(await start(folder), 'select 1')).toEqual([1]);
  expect(fs.readdirSync(folder).filter((name) => name.includes('.new-'))).toEqual([]);
});
