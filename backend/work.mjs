// Pieces that starting and testing share: long work shown as it goes, and the programs it runs. Plain Node 20, since
// nothing else is there before the first install.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Something only the operator can mend. Its message is one sentence, shown without a stack. */
export class CannotStart extends Error {}

/** The Node that npm brings (24), or where it brings none, the one that runs us. */
export function nodeProgram() {
  const brought = path.join(root, 'node_modules', '.bin', 'node');
  return fs.existsSync(brought) ? brought : process.execPath;
}

/** A file of a package's that Node runs. */
export const packageFile = (name) => path.join(root, 'node_modules', name);

const running = new Set();

/**
 * Runs a program in a process group of its own and gathers what it says.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { env = process.env, onLine } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    let line = '';
    const hear = (text) => {
      output += text;
      const lines = (line + text).split('\n');
      line = lines.pop() ?? '';
      if (onLine) lines.forEach(onLine);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    const end = (code, text = '') => {
      running.delete(child);
      if (line && onLine) onLine(line);
      resolve({ code: code ?? 1, output: output + text });
    };
    child.once('error', (error) => end(1, error.message)).once('close', (code) => end(code));
  });
}

/** Ends what run() has going, with everything those programs started. */
export function endRunning() {
  for (const { pid } of running) {
    try {
      if (pid) process.kill(-pid, 'SIGTERM');
    } catch {
      // gone already
    }
  }
}

/**
 * Says what is being done, how long it has taken so far, and that it is done.
 * @template Result
 * @param {string} what
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function step(what, work) {
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  const terminal = process.stdout.isTTY === true;
  if (terminal) process.stdout.write(`${what} …`);
  else console.log(`${what} …`);
  const tick = terminal
    ? setInterval(() => process.stdout.write(`\r${what} … ${seconds()}`), 1000)
    : setInterval(() => console.log(`  fortsatt i gang (${seconds()})`), 20_000);
  try {
    const result = await work();
    console.log(terminal ? `\r${what} … ferdig (${seconds()})` : `  ferdig (${seconds()})`);
    return result;
  } catch (error) {
    if (terminal) console.log();
    throw error;
  } finally {
    clearInterval(tick);
  }
}

/** Makes a folder that others may walk through, whatever the umask says. Folders that were there are left as they are. */
export function openFolder(dir) {
  if (fs.existsSync(dir)) return;
  openFolder(path.dirname(dir));
  fs.mkdirSync(dir);
  fs.chmodSync(dir, 0o755);
}
