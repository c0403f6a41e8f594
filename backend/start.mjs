// npm start: from a fresh clone to a running Planspor. Installs what is missing, builds what has changed, starts a
// PostgreSQL of its own unless DATABASE_URL names one, and runs the backend, which migrates, loads and serves.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildWhatChanged, installWhatIsMissing } from './install.mjs';
import { checkDatabase, checkSettings } from './settings.mjs';
import { CannotStart, endRunning, nodeProgram, root, step } from './work.mjs';

/** @type {import('./embedded-postgres.mjs').RunningPostgres | undefined} */
let postgres;
/** @type {import('node:child_process').ChildProcess | undefined} */
let backend;
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
stopWhenNpmIsGone();

try {
  const { dataDir, stateDir } = await checkSettings(process.env);
  await installWhatIsMissing();
  if (process.env.DATABASE_URL !== undefined) await checkDatabase(process.env);
  await buildWhatChanged();
  const database = process.env.DATABASE_URL === undefined ? await startDatabase(dataDir, stateDir) : {};
  if (!stopping) runBackend(database);
} catch (error) {
  if (!stopping) {
    console.error(error instanceof CannotStart ? error.message : error);
    await stop(1);
  }
}

async function startDatabase(dataDir, stateDir) {
  const { startPostgres } = await import('./embedded-postgres.mjs');
  const dir = path.join(dataDir, 'postgres');
  postgres = await step('Starter databasen', () => startPostgres({ dir, ...(stateDir ? { stateDir } : {}) }));
  if (postgres.folder !== dir)
    console.log(`  Mappen her er lukket for andre brukere; dataene ligger i ${postgres.folder}.`);
  const application = new URL(postgres.url);
  application.username = 'planspor_application';
  application.password = ''; // made of the owner's
  return { DATABASE_OWNER_URL: postgres.url, DATABASE_URL: application.href };
}

/** The backend follows us: it ends when we do, however we end. */
function runBackend(database) {
  console.log('Starter Planspor …');
  const follow = path.join(root, 'backend', 'follow-parent.mjs');
  const main = path.join(root, 'dist', 'backend', 'backend', 'src', 'main.js');
  backend = spawn(nodeProgram(), ['--enable-source-maps', `--import=${follow}`, main], {
    cwd: root,
    env: {
      PLANSPOR_LOG: 'warn',
      NODE_COMPILE_CACHE: path.join(root, 'dist', '.compiled'),
      ...process.env,
      ...database,
    },
    detached: true, // Ctrl-C reaches us, and we stop the backend before its database
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  backend.once('exit', (code) => {
    backend = undefined;
    if (!stopping) void stop(code || 1);
  });
}

/** Once: backend first, so that what it has begun is finished, then the database. A second signal does not wait. */
async function stop(code) {
  if (stopping) {
    backend?.kill('SIGKILL');
    process.exit(1);
  }
  stopping = true;
  endRunning();
  if (backend) {
    console.log('\nStopper …');
    const gone = new Promise((resolve) => backend?.once('exit', resolve));
    backend.kill('SIGTERM');
    await Promise.race([gone, sleep(15_000, undefined, { ref: false })]);
    backend?.kill('SIGKILL');
  }
  await postgres?.stop();
  if (code === 0) console.log('Planspor er stoppet.');
  process.exit(code);
}

/** npm killed outright cannot tell us; then we would hold port and data with nobody to stop us. */
function stopWhenNpmIsGone() {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  const npm = isShell(parent) ? parentOf(parent) : undefined; // npm runs us through a shell, which may have become us
  const gone = () => process.ppid !== parent || (npm !== undefined && parentOf(parent) !== npm);
  setInterval(() => gone() && !stopping && void stop(0), 500).unref();
}

/** Where there is no /proc, only our own parent is watched. */
function isShell(pid) {
  return /\(\w*sh\)/.test(processLine(pid));
}

function parentOf(pid) {
  return processLine(pid).match(/\) \w (\d+)/)?.[1];
}

function processLine(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}
