// Runs the backend's and shared's specs on a PostgreSQL of this run's own.
//   node backend/testing/run-specs.mjs                     all
//   node backend/testing/run-specs.mjs follow-up money     those whose path holds one of the words
//   node backend/testing/run-specs.mjs --seed=4321         in the order of an earlier run
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeProgram } from '../work.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const compiled = path.join(root, 'dist/backend-spec');

if (process.execArgv.includes('--conditions=spec')) process.exitCode = await run(process.argv.slice(2));
else process.exitCode = compile() || inSpecConditions();

function compile() {
  return node(path.join(root, 'node_modules/typescript/bin/tsc'), '-p', path.join(root, 'backend/tsconfig.json'));
}

/** Under this condition `#shared` is what was compiled with the specs (package.json, "imports"). */
function inSpecConditions() {
  return node('--conditions=spec', '--enable-source-maps', fileURLToPath(import.meta.url), ...process.argv.slice(2));
}

function node(...args) {
  return spawnSync(nodeProgram(), args, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

async function run(args) {
  const words = args.filter((arg) => !arg.startsWith('--'));
  const seed = args.find((arg) => arg.startsWith('--seed='))?.slice('--seed='.length);
  const specs = specFiles(words);
  if (specs.length === 0) {
    console.error(`No spec file has ${words.join(' or ')} in its path.`);
    return 1;
  }
  const { startPostgres } = await import('../embedded-postgres.mjs');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planspor-specs-'));
  fs.chmodSync(folder, 0o755);
  const server = await startPostgres({
    dir: path.join(folder, 'postgres'),
    stateDir: folder,
    // nothing here must survive a crash
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  const cleanUp = async () => {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void cleanUp().then(() => process.exit(1)));
  try {
    process.env.PLANSPOR_SPEC_SERVER = server.url;
    const outcome = await jasmineOn(specs, seed);
    return outcome === 'passed' ? 0 : 1;
  } finally {
    await cleanUp();
  }
}

/** Found among the sources, so that what an earlier build left behind is not run. */
function specFiles(words) {
  return ['backend/src', 'backend/migrations', 'backend/testing', 'backend/bench', 'shared/src']
    .filter((folder) => fs.existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      fs.readdirSync(path.join(root, folder), { recursive: true }).map((name) => path.join(folder, name)),
    )
    .filter((file) => file.endsWith('.spec.ts'))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .map((file) => path.join(compiled, file.replace(/\.ts$/, '.js')));
}

async function jasmineOn(specs, seed) {
  const { default: Jasmine } = await import('jasmine');
  await import('reflect-metadata');
  const { dropsTestDatabases, makeTemplate } = await import(path.join(compiled, 'backend/testing/test-database.js'));
  await makeTemplate();
  const jasmine = new Jasmine({ projectBaseDir: root });
  // the machine may be busy with other work; a spec that hangs still ends
  jasmine.jasmine.DEFAULT_TIMEOUT_INTERVAL = 60_000;
  jasmine.exitOnCompletion = false;
  jasmine.jasmine.DEFAULT_TIMEOUT_INTERVAL = 60_000; // a slow machine is no fault of the spec's
  jasmine.showColors(process.stdout.isTTY === true);
  jasmine.loadConfig({ spec_dir: '', spec_files: specs, jsLoader: 'import', random: true });
  if (seed !== undefined) jasmine.seed(seed);
  jasmine.addReporter(dropsTestDatabases);
  jasmine.addReporter(summary());
  const { overallStatus } = await jasmine.execute();
  return overallStatus;
}

/** Says the counts in the words `npm test` adds up. */
function summary() {
  let passed = 0;
  let failed = 0;
  return {
    specDone({ status }) {
      if (status === 'passed') passed += 1;
      else if (status !== 'excluded') failed += 1; // a skipped spec proves nothing
    },
    suiteDone({ failedExpectations }) {
      failed += failedExpectations.length;
    },
    jasmineDone({ failedExpectations, overallStatus, incompleteReason }) {
      failed += failedExpectations.length;
      if (overallStatus !== 'passed' && failed === 0) failed = 1;
      if (incompleteReason) console.log(`Incomplete: ${incompleteReason}`);
      console.log(`specs: ${passed} passed, ${failed} failed`);
    },
  };
}
