// Runs the PostgreSQL that npm brings, for a machine that has no other. A real server, its data in a folder of ours, on a
// free port of 127.0.0.1 and with a password of its own. It never outlives us: the server is the child of a small guard
// that reads a pipe from this process, so that even kill -9 of this process stops it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findPrograms, mayUse, programsFor, serverUser } from './embedded-postgres-programs.mjs';
import { CannotStart, openFolder } from './work.mjs';

/** Folders whose server this process started. */
const ours = new Set();

/** How long a server may take to come up, recover or go down before we give up. */
const patience = 60_000;

/**
 * @typedef {{ url: string, folder: string, adopted: boolean, stop: () => Promise<void> }} RunningPostgres
 * `folder` is where the data is. `adopted` says that another process of ours owns the server; stop() then leaves it alone.
 */

/**
 * Starts PostgreSQL on the data in `dir`, which is made when missing, or joins the server already running there.
 * @param {{ dir: string, database?: string, settings?: Record<string, string>, stateDir?: string }} options
 * `settings` are server settings; `stateDir` is used instead of `dir` when root keeps the checkout closed to others.
 * @returns {Promise<RunningPostgres>}
 */
export async function startPostgres({ dir, database = 'planspor', settings = {}, stateDir = '/var/lib/planspor' }) {
  const found = await findPrograms();
  const { folder, user } = placeFor(path.resolve(dir), stateDir);
  const programs = programsFor(found, user, stateDir);
  if (!fs.existsSync(folder)) makeCluster(programs, folder, user);
  const cluster = openCluster(folder);

  const deadline = Date.now() + patience;
  for (;;) {
    if (await runningFor(cluster)) {
      return { url: await openDatabase(cluster, database), folder, adopted: true, stop: async () => {} };
    }
    const attempt = await startServer(programs, cluster, user, settings, deadline);
    if (attempt.stop) return { url: await openDatabase(cluster, database), folder, adopted: false, stop: attempt.stop };
    if (!attempt.mayPass || Date.now() > deadline) {
      throw new CannotStart(`PostgreSQL i ${folder} startet ikke: ${attempt.reason}`);
    }
    await sleep(200);
  }
}

/** Root's data goes where the server's user may walk; everybody else's goes where they said. */
function placeFor(dir, stateDir) {
  try {
    const user = serverUser(dir);
    if (user.uid === undefined) {
      openFolder(path.dirname(dir));
      return { folder: dir, user };
    }
    openFolder(path.dirname(dir));
    if (mayUse([path.dirname(dir)], user)) return { folder: dir, user };
    openFolder(stateDir);
    const folder = path.join(stateDir, `postgres-${createHash('sha256').update(dir).digest('hex').slice(0, 12)}`);
    return { folder, user: serverUser(folder) };
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(
      `Kan ikke skrive til ${path.dirname(dir)} (${error.code}); velg en annen mappe med PLANSPOR_DATA.`,
    );
  }
}

/** Everything is made beside the folder and moved there whole, so an interrupted start leaves no half cluster behind. */
function makeCluster(programs, folder, user) {
  const parent = path.dirname(folder);
  for (const name of fs.readdirSync(parent)) {
    const maker = name.startsWith(`${path.basename(folder)}.new-`) ? Number(name.split('-').at(-1)) : undefined;
    if (maker && !alive(maker)) fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  }
  const half = `${folder}.new-${process.pid}`;
  const passwordFile = path.join(half, 'password');
  try {
    fs.mkdirSync(half, { mode: 0o700 });
    fs.writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
    if (user.uid !== undefined) for (const file of [half, passwordFile]) fs.chownSync(file, user.uid, user.gid);
    const made = spawnSync(
      programs.initdb,
      // prettier-ignore
      ['-D', path.join(half, 'cluster'), '-U', 'planspor', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8',
        '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
      { ...user, cwd: '/', encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(lastLine(made.stderr) ?? made.error?.message ?? `initdb ga ${made.signal}`);
    fs.renameSync(half, folder);
  } catch (error) {
    fs.rmSync(half, { recursive: true, force: true });
    if (fs.existsSync(folder)) return; // another start was first
    throw new CannotStart(`Får ikke laget en database i ${folder}: ${error.message}`);
  }
}

function openCluster(folder) {
  try {
    const password = fs.readFileSync(path.join(folder, 'password'), 'utf8');
    fs.accessSync(path.join(folder, 'cluster'), fs.constants.W_OK);
    return {
      data: path.join(folder, 'cluster'),
      log: path.join(folder, 'server.log'),
      owner: path.join(folder, 'owner.pid'),
      url: (port, database) => `postgres://planspor:${password}@127.0.0.1:${port}/${database}`,
    };
  } catch {
    throw new CannotStart(
      `Databasen i ${folder} tilhører en annen bruker; start som den brukeren, eller velg en annen mappe med PLANSPOR_DATA.`,
    );
  }
}

/** What the server writes about itself: its pid, its port and whether it takes connections. */
function lockOf({ data }) {
  const lines = read(path.join(data, 'postmaster.pid')).split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Is there a live server with a live owner? A server whose owner was killed is about to stop, or is told to; a lock file
 * left by a crash may name a pid that is by now somebody else's, which PostgreSQL itself would not dare to pass.
 */
async function runningFor(cluster) {
  const lock = lockOf(cluster);
  if (!lock.pid || !alive(lock.pid)) return false;
  if (!isPostgres(lock.pid)) {
    fs.rmSync(path.join(cluster.data, 'postmaster.pid'), { force: true });
    return false;
  }
  if (!lock.ready) return false;
  const owner = Number(read(cluster.owner));
  const owned = owner === process.pid ? ours.has(cluster.data) : owner > 0 && alive(owner);
  const answers = await canConnect(cluster.url(lock.port, 'postgres'));
  if (answers && !owned) {
    await sleep(300);
    if (lockOf(cluster).pid === lock.pid && alive(lock.pid)) process.kill(lock.pid, 'SIGINT');
  }
  return answers && owned;
}

/**
 * The guard: leaves a reader of our pipe behind and becomes the server. When the pipe closes, however that came about, the
 * reader asks the server to stop, if it is still the one it was.
 */
const guard = `
  exec 3<&0; server=$$; lock=$1; shift
  ( (read _ <&3; read pid <"$lock"; [ "$pid" = "$server" ] && kill -INT "$server") 2>/dev/null & )
  exec "$@" </dev/null 3<&-`;

async function startServer(programs, cluster, user, settings, deadline) {
  const port = await freePort();
  const all = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_min_messages: 'log', // no statement or value in the log: they hold people's names
    ...settings,
  };
  const args = ['-D', cluster.data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const log = fs.openSync(fresh(cluster.log, user), 'w');
  const child = spawn(
    'sh',
    ['-c', guard, 'sh', path.join(cluster.data, 'postmaster.pid'), programs.postgres, ...args],
    {
      ...user,
      cwd: cluster.data,
      detached: true, // Ctrl-C reaches us, not the server: we stop it when we are done with it
      stdio: ['pipe', 'ignore', log],
    },
  );
  fs.closeSync(log);
  child.stdin.on('error', () => {});
  let gone = false;
  const exited = new Promise((resolve) => {
    const end = () => resolve((gone = true));
    child.once('exit', end).once('error', end);
  });
  const stop = async () => {
    child.ref();
    child.stdin.end();
    await Promise.race([exited, sleep(patience, undefined, { ref: false })]);
    if (!gone) child.kill('SIGQUIT');
    await exited;
    if (ours.delete(cluster.data)) fs.rmSync(cluster.owner, { force: true });
  };
  while (!gone) {
    const lock = lockOf(cluster);
    if (lock.pid === child.pid && lock.port === port && lock.ready) {
      fs.writeFileSync(fresh(cluster.owner, user), String(process.pid));
      ours.add(cluster.data);
      child.stdin.unref?.();
      child.unref();
      return { stop };
    }
    if (Date.now() > deadline) await stop();
    else await Promise.race([exited, sleep(15)]);
  }
  const said = read(cluster.log);
  return {
    // a server that is still going down, backends that outlived it, or a port taken meanwhile
    mayPass: /postmaster\.pid|shared memory block|could not bind|Address already in use/.test(said),
    reason: said.match(/FATAL: {2}(.*)/)?.[1] ?? lastLine(said) ?? 'serveren avsluttet uten å si hvorfor.',
  };
}

async function openDatabase(cluster, database) {
  const { port } = lockOf(cluster);
  const admin = new pg.Client({ connectionString: cluster.url(port, 'postgres') });
  await admin.connect();
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [database]);
    if (!rowCount) await admin.query(`create database ${pg.escapeIdentifier(database)}`);
  } catch (error) {
    if (error.code !== '42P04' && error.code !== '23505') throw error; // made by another start at the same moment
  } finally {
    await admin.end();
  }
  return cluster.url(port, database);
}

async function canConnect(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** A living PostgreSQL, not a dead one that nobody has waited for yet (state Z). */
function isPostgres(pid) {
  const state = read(`/proc/${pid}/stat`);
  if (state) return /\(postgres\) [^Z]/.test(state);
  const { stdout } = spawnSync('ps', ['-o', 'state=,comm=', '-p', String(pid)], { encoding: 'utf8' });
  return !stdout || (!stdout.startsWith('Z') && stdout.includes('postgres')); // cannot tell: believe the lock file
}

/** An empty file that belongs to the server's user, whoever made the one before it. */
function fresh(file, user) {
  fs.rmSync(file, { force: true });
  fs.writeFileSync(file, '', { mode: 0o600 });
  if (user.uid !== undefined) fs.chownSync(file, user.uid, user.gid);
  return file;
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function lastLine(text) {
  return text?.trim().split('\n').at(-1) || undefined;
}
