// Is the history whole, and may it be taken out to be looked at elsewhere? On the database DATABASE_URL names, or the
// embedded one in PLANSPOR_DATA, which may be in use.
//   npm run history:verify                          the database
//   npm run history:verify -- --archive FILE        an exported archive, without any database
//   npm run history:verify -- --head HASH           and some seal must have this hash, from a council report
//   npm run history:export -- FILE                  all that is sealed, to be verified anywhere
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { installWhatIsMissing, nx } from './install.mjs';
import { CannotStart, endRunning, nodeProgram, root } from './work.mjs';

const [command, ...args] = process.argv.slice(2);
let postgres;
let child;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(130));

try {
  await installWhatIsMissing();
  const { code, output } = await nx(['build', 'backend']);
  if (code !== 0) throw new CannotStart(`${output.trim()}\nByggingen gikk ikke; linjene over sier hvorfor.`);
  const offline = args.some((arg) => /^--archive(=|$)/.test(arg));
  const url = offline ? undefined : (process.env.DATABASE_URL ?? (await embeddedDatabase()));
  const main = path.join(root, 'dist', 'backend', 'backend', 'src', 'history-command.js');
  child = spawn(nodeProgram(), ['--enable-source-maps', main, command, ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(), // where npm was called, so that files are found from there
    env: { ...process.env, ...(url ? { DATABASE_URL: url } : {}) },
    stdio: 'inherit',
  });
  const status = await new Promise((resolve) => child.once('exit', resolve).once('error', () => resolve(1)));
  child = undefined;
  await end(status ?? 1);
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error);
  await end(1);
}

async function embeddedDatabase() {
  const dataDir = path.resolve(root, process.env.PLANSPOR_DATA || '.data');
  if (!fs.existsSync(dataDir)) throw new CannotStart(`Det er ingen data i ${dataDir}; si hvor med PLANSPOR_DATA.`);
  const { startPostgres } = await import('./embedded-postgres.mjs');
  const stateDir = process.env.PLANSPOR_STATE;
  postgres = await startPostgres({
    dir: path.join(dataDir, 'postgres'),
    ...(stateDir ? { stateDir: path.resolve(stateDir) } : {}),
  });
  return postgres.url;
}

async function end(code) {
  endRunning();
  child?.kill('SIGTERM');
  await postgres?.stop();
  process.exit(code);
}
