// npm run bench: how fast Planspor is beside what it stands on. Installs what is missing, builds the backend, and measures
// on a PostgreSQL of its own in a temporary folder. shared/docs/benchmark.md tells how to read it.
//   npm run bench                  M, L and ten times L
//   npm run bench -- --size L      one size; may be given again
//   npm run bench -- --quick       short rounds
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installWhatIsMissing, nx } from '../install.mjs';
import { CannotStart, endRunning, nodeProgram, root, step } from '../work.mjs';

const main = path.join(root, 'dist', 'backend', 'backend', 'bench', 'main.js');
let postgres;
let measuring;
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(130));

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planspor-bench-'));
try {
  parseArgs({ options: { size: { type: 'string', multiple: true }, quick: { type: 'boolean' } } });
  await installWhatIsMissing();
  await step('Building the backend', async () => {
    const { code, output } = await nx(['build', 'backend']);
    if (code !== 0) throw new CannotStart(output.trim());
  });
  postgres = await step('Starting PostgreSQL', startDatabase);
  const code = await new Promise((resolve) => {
    measuring = spawn(nodeProgram(), ['--enable-source-maps', main, ...process.argv.slice(2)], {
      cwd: root,
      env: { ...process.env, PLANSPOR_BENCH_SERVER: postgres.url },
      stdio: 'inherit',
    });
    measuring.once('exit', (status, signal) => {
      if (signal && !stopping) console.error(`The benchmark was ended by ${signal}.`);
      resolve(status ?? 1);
    });
  });
  await stop(code);
} catch (error) {
  console.error(error instanceof CannotStart || error.code?.startsWith('ERR_PARSE_ARGS') ? error.message : error);
  await stop(1);
}

async function startDatabase() {
  const { startPostgres } = await import('../embedded-postgres.mjs');
  fs.chmodSync(folder, 0o755);
  // as the product runs it, but for room for a floor of 64 connections of its own
  return startPostgres({ dir: path.join(folder, 'postgres'), stateDir: folder, settings: { max_connections: '200' } });
}

async function stop(code) {
  if (stopping) return;
  stopping = true;
  endRunning();
  measuring?.kill('SIGTERM');
  await postgres?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}
