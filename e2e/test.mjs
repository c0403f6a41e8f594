// npm test: from a fresh clone to one line that says how many passed and failed. Installs what is missing; needs no
// browser and no database from outside. Plain Node 20 until that is done.
//   npm test                      everything
//   npm test -- journeys          one stage: checks, backend, frontend or journeys
import { installWhatIsMissing, nx, nxEnvironment } from '../backend/install.mjs';
import { CannotStart, endRunning, nodeProgram, packageFile, run } from '../backend/work.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

/** Every stage is run even when one before it failed: the reader wants all that is wrong at once. */
const stages = {
  checks: { title: 'Stil, grenser, typer og bygging', work: checks },
  backend: { title: 'Serverens prøver, på PostgreSQL', work: () => counted('backend/testing/run-specs.mjs') },
  frontend: { title: 'Nettsidenes prøver, i nettleser', work: frontendSpecs },
  journeys: { title: 'Reiser gjennom hele systemet', work: () => counted(...playwright) },
};
const playwright = [packageFile('@playwright/test/cli.js'), 'test', '-c', 'e2e'];
const show = (line) => console.log(line);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    endRunning();
    process.exitCode = 1;
  });
}

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in stages));
if (unknown) {
  console.error(`Det finnes ikke noe trinn «${unknown}», bare ${Object.keys(stages).join(', ')}.`);
  process.exit(1);
}

try {
  await installWhatIsMissing();
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const began = Date.now();
/** @type {Count} */
const total = { passed: 0, failed: 0 };
const summary = [];
for (const [name, { title, work }] of Object.entries(stages)) {
  if (process.exitCode === 1 || (chosen.length > 0 && !chosen.includes(name))) continue;
  console.log(`\n── ${title}`);
  const since = Date.now();
  const { passed, failed } = await work();
  total.passed += passed;
  total.failed += failed;
  summary.push(`${title}: ${passed} passed, ${failed} failed (${seconds(since)})`);
}

console.log(`\n${summary.join('\n')}\nAlt tok ${seconds(began)}.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
if (total.failed > 0 || total.passed === 0) process.exitCode = 1;

/** Each check of each project counts as one; what the failed ones said is shown. @returns {Promise<Count>} */
async function checks() {
  const { code, output } = await nx([
    'run-many',
    '-t',
    'lint',
    'types',
    'repository',
    'build',
    '--output-style=static',
  ]);
  const [told, failures = ''] = output.split(/^Failed tasks:$/m);
  const sections = told.split(/^(?=> nx run )/m).filter((section) => section.startsWith('> nx run '));
  const taskOf = (section) => section.match(/^> nx run (\S+)/)[1];
  const failed = new Set([...failures.matchAll(/^- (\S+)$/gm)].map(([, task]) => task));
  for (const section of sections) if (failed.has(taskOf(section))) show(section.trimEnd());
  if (code !== 0 && failed.size === 0) show(output);
  const passed = new Set(sections.map(taskOf).filter((task) => !failed.has(task)));
  return counts(code, passed.size, failed.size);
}

/** A Node program that ends with `…: N passed, N failed`. @returns {Promise<Count>} */
async function counted(...args) {
  const { code, output } = await run(nodeProgram(), args, { env: nxEnvironment(), onLine: show });
  const [, passed, failed] = output.match(/^\w+: (\d+) passed, (\d+) failed$/m) ?? [];
  return counts(code, Number(passed ?? 0), Number(failed ?? 0));
}

/** Karma says `Executed 12 of 12 (1 FAILED) (skipped 1)`; a skipped spec proves nothing. @returns {Promise<Count>} */
async function frontendSpecs() {
  const { code, output } = await nx(['test', 'frontend', '--skip-nx-cache', '--output-style=stream-without-prefixes']);
  if (code !== 0) show(output);
  const [executed, all] = [...output.matchAll(/Executed (\d+) of (\d+)/g)].at(-1)?.slice(1).map(Number) ?? [0, 0];
  const failed = Number([...output.matchAll(/\((\d+) FAILED\)/g)].at(-1)?.[1] ?? 0);
  const skipped = Number([...output.matchAll(/\(skipped (\d+)\)/g)].at(-1)?.[1] ?? 0);
  return counts(code, executed - failed, failed + Math.max(skipped, all - executed));
}

/** A program that failed without a failed test of its own is one failure. */
function counts(code, passed, failed) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function seconds(since) {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}
