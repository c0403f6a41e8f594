import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** A folder of one's own for a product's data, open to the user its database runs as. */
export function freshDataDir(): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'planspor-journey-'));
  fs.chmodSync(dir, 0o755);
  return dir;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address() as net.AddressInfo;
      probe.close(() => resolve(address.port));
    });
  });
}

/** The product as an operator runs it: a process of its own, started by the start command. */
export class Product {
  /** All it has said in the terminal. */
  said = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;

  constructor(
    readonly port: number,
    readonly dataDir: string,
    settings: Record<string, string> = {},
  ) {
    const { DATABASE_URL: _, DATABASE_OWNER_URL: __, npm_lifecycle_event: ___, ...env } = process.env;
    this.child = spawn(process.execPath, [path.join(root, 'backend', 'start.mjs')], {
      cwd: root,
      env: {
        ...env,
        PORT: String(port),
        PLANSPOR_DATA: dataDir,
        PLANSPOR_STATE: path.join(dataDir, 'state'),
        PLANSPOR_DEMO: 'on',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    }
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** @throws Error with what it said when it ends instead */
  async ready(withinMs = 240_000): Promise<this> {
    const deadline = Date.now() + withinMs;
    while (Date.now() < deadline && this.child.exitCode === null && this.child.signalCode === null) {
      const answer = await fetch(`${this.url}/api/health/ready`).catch(() => undefined);
      if (answer?.ok) return this;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the product did not come up:\n${this.said}`);
  }

  /** Asks it to stop, as Ctrl-C does, and waits until it has. @returns its exit code */
  async stop(): Promise<number | null> {
    this.child.kill('SIGINT');
    return this.ended;
  }

  /** The exit code once it has ended by itself. */
  exitCode(): Promise<number | null> {
    return this.ended;
  }

  /** Its own process and all that it started, in that order. */
  processes(): number[] {
    const pids = [this.child.pid!];
    const table = processTable();
    for (const pid of pids) pids.push(...table.filter(([, parent]) => parent === pid).map(([child]) => child));
    return pids;
  }

  /** kill -9 of everything at once, database server included: what a power failure leaves. */
  async killAll(): Promise<void> {
    for (const pid of this.processes()) process.kill(pid, 'SIGKILL');
    await this.ended;
  }

  /** kill -9 of the start command alone. */
  async killStartCommand(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}

/** Is it there and not merely waiting to be counted as dead? */
export function isRunning(pid: number): boolean {
  return processTable().some(([running]) => running === pid);
}

/** Every living process with its parent. A bare Debian has no `ps`, a Mac no /proc. */
function processTable(): [pid: number, parent: number][] {
  if (!fs.existsSync('/proc/self/stat')) {
    const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,state='], { encoding: 'utf8' }).trim().split('\n');
    const rows = lines.map((line) => line.trim().split(/\s+/)).filter(([, , state]) => !state?.startsWith('Z'));
    return rows.map(([pid, parent]) => [Number(pid), Number(parent)]);
  }
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): [number, number][] => {
      const [, state, parent] = statOf(name).match(/\) (\w) (\d+)/) ?? [];
      return state === undefined || state === 'Z' ? [] : [[Number(name), Number(parent)]];
    });
}

function statOf(pid: string): string {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return ''; // ended meanwhile
  }
}
