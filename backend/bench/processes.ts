import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { LoadJob, LoadResult } from './load.js';

const execute = promisify(execFile);
const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The role the product works as; its password is made of the owner's. */
function applicationOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  [url.username, url.password] = ['planspor_application', ''];
  return url.href;
}

/** The product as `npm start` runs it, on a database that is there. */
export class RunningBackend {
  private highest = 0;
  private readonly watch: NodeJS.Timeout;

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    /** From the process being started to its first answer of being ready, in milliseconds. */
    readonly startUpMs: number,
  ) {
    this.watch = setInterval(() => void this.residentMegabytes(), 1000);
  }

  static async start(ownerUrl: string, port: number): Promise<RunningBackend> {
    const began = performance.now();
    const child = fork(script('../src/main.js'), {
      env: {
        ...process.env,
        DATABASE_OWNER_URL: ownerUrl,
        DATABASE_URL: applicationOf(ownerUrl),
        PORT: String(port),
        HOST: '127.0.0.1',
        PLANSPOR_DEMO: 'on',
        PLANSPOR_LOG: 'warn',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const gone = once(child, 'exit').then(() => Promise.reject(new Error('the backend stopped')));
    const ready = async (): Promise<void> => {
      for (;;) {
        const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => null);
        if (answer?.ok) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    await Promise.race([ready(), gone]);
    gone.catch(() => undefined);
    return new RunningBackend(child, port, performance.now() - began);
  }

  /** What the process holds of memory now, in MB. */
  async residentMegabytes(): Promise<number> {
    const { stdout } = await execute('ps', ['-o', 'rss=', '-p', String(this.child.pid)]).catch(() => ({ stdout: '0' }));
    const megabytes = Math.round(Number(stdout) / 1024);
    this.highest = Math.max(this.highest, megabytes);
    return megabytes;
  }

  /** The most it held at any second. */
  get highestMegabytes(): number {
    return this.highest;
  }

  async stop(): Promise<void> {
    clearInterval(this.watch);
    if (this.child.exitCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }
}

/** Where the load comes from: another process. */
export class LoadProcess {
  private readonly child = fork(script('./load-process.js'));

  async run(job: LoadJob): Promise<LoadResult> {
    const answered = once(this.child, 'message');
    this.child.send(job);
    const [answer] = (await answered) as [{ result: LoadResult } | { fault: string }];
    if ('fault' in answer) throw new Error(answer.fault);
    return answer.result;
  }

  stop(): void {
    this.child.disconnect();
  }
}

/** Bare Fastify in a process of its own. @param served file by path */
export async function startFloorServer(port: number, served: Record<string, string>): Promise<{ stop: () => void }> {
  const child = fork(script('./floor-server.js'), [String(port), ...Object.entries(served).flat()]);
  await once(child, 'message');
  return { stop: () => child.disconnect() };
}
