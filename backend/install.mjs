// Installs what is missing. Plain Node 20, since nothing else is there yet.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamp = path.join(root, 'node_modules', '.planspor-installed');

/** The Node that npm brings (24), or on a platform it brings none for, the one that runs us. */
export function nodeProgram() {
  const own = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  return fs.existsSync(own) ? own : process.execPath;
}

/** @returns {boolean} whether node_modules is what the lock file says */
export function isInstalled() {
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lockDigest();
}

function lockDigest() {
  return createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
}

/**
 * Runs `npm ci` unless it has been run for this lock file.
 * @param {(line: string) => void} say
 */
export async function installWhatIsMissing(say) {
  if (isInstalled()) return;
  say('Installerer det som mangler (npm ci, om lag ett minutt) …');
  const npm = spawn('npm', ['ci'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise((resolve) => npm.once('exit', resolve).once('error', () => resolve(1)));
  if (code !== 0) throw new Error('npm ci gikk ikke; meldingen over sier hvorfor.');
  fs.writeFileSync(stamp, lockDigest());
}
