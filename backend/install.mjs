// Installs what is missing, and builds what has changed.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CannotStart, nodeProgram, packageFile, root, run, step } from './work.mjs';

/** Runs `npm ci` unless node_modules already holds what the lock file says. */
export async function installWhatIsMissing() {
  if (isInstalled()) return;
  await step('Installerer det som mangler; første gang tar det ett til to minutter', async () => {
    const { code, output } = await run('npm', ['ci', '--include=dev', '--include=optional', '--no-progress']);
    if (code !== 0) throw new CannotStart(`${output.trim()}\nnpm ci gikk ikke; linjene over sier hvorfor.`);
  });
}

/**
 * npm writes `.package-lock.json` last, so it is there only when an install came to its end. Optional packages are there or
 * not by platform; what somebody tries out besides is theirs.
 */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([name, { version, optional, devOptional }]) =>
    name in installed ? installed[name].version === version : name === '' || optional || devOptional,
  );
}

function packagesIn(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

const built = ['dist/backend/backend/src/main.js', 'dist/frontend/browser/index.html'];
const sources = [
  ...['backend', 'frontend', 'shared'],
  ...['nx.json', 'package.json', 'package-lock.json', 'tsconfig.base.json'],
];

/** Builds backend and frontend unless what was built last is of these very sources. */
export async function buildWhatChanged() {
  const stamp = path.join(root, 'dist', '.built');
  const said = () => `${digestOfSources()} ${built.map(timeOf).join(' ')}`;
  if (built.every((file) => timeOf(file)) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === said()) return;
  await step('Bygger server og nettsider', async () => {
    const { code, output } = await nx(['run-many', '-t', 'build']);
    if (code !== 0) throw new CannotStart(`${output.trim()}\nByggingen gikk ikke; linjene over sier hvorfor.`);
  });
  fs.writeFileSync(stamp, said());
}

/**
 * Nx without its background process: what we start ends with us.
 * @param {string[]} args
 * @param {(line: string) => void} [onLine]
 */
export function nx(args, onLine) {
  return run(nodeProgram(), [packageFile('.bin/nx'), ...args], { env: nxEnvironment(), onLine });
}

export function nxEnvironment() {
  const { PORT: _port, ...env } = process.env;
  return { ...env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0', PATH: pathWithBrought() };
}

function pathWithBrought() {
  return [path.join(root, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter);
}

function timeOf(file) {
  return fs.statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs;
}

function digestOfSources() {
  const digest = createHash('sha256');
  const add = (file) => {
    const whole = path.join(root, file);
    const stat = fs.statSync(whole, { throwIfNoEntry: false });
    if (stat?.isDirectory()) for (const name of fs.readdirSync(whole).sort()) add(path.join(file, name));
    else if (stat && !file.endsWith('.spec.ts'))
      digest.update(`${file}\0${stat.size}\0`).update(fs.readFileSync(whole));
  };
  sources.forEach(add);
  return digest.digest('hex');
}
