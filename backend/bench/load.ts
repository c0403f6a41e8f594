import pg from 'pg';
import { HttpConnection } from './http-load.js';

/** A statement as the driver takes it. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * What is asked, over and over in turn; with `own`, each connection asks a request of its own over and over. Each piece
 * of `acts` is one act: its statements in order.
 */
export type Asked =
  | { readonly http: { readonly port: number; readonly requests: readonly string[]; readonly own?: boolean } }
  | { readonly sql: { readonly url: string; readonly acts: readonly (readonly Statement[])[] } };

export interface LoadJob {
  readonly asked: Asked;
  readonly connections: number;
  /** Ends after so long, or so many acts, whichever comes first. */
  readonly seconds: number;
  readonly most: number;
  /** Where in the turn to begin. */
  readonly from: number;
  /** One act is done first and not counted: what is read again has been read once. */
  readonly primed: boolean;
  /** Done before each act and not counted: one connection only. */
  readonly before: { readonly port: number; readonly requests: readonly string[] } | null;
}

export interface LoadResult {
  /** Of each act, in milliseconds. */
  readonly times: number[];
  readonly seconds: number;
  /** Answers that were not 2xx, by status. */
  readonly refused: Record<number, number>;
}

interface Worker {
  act(index: number): Promise<number>;
  close(): Promise<void>;
}

// the floor measures the statement, not what the driver makes of its answer
const asText = { getTypeParser: () => (text: unknown) => text };

async function openWorker(asked: Asked, worker = 0): Promise<Worker> {
  if ('http' in asked) {
    const { port, requests, own } = asked.http;
    const connection = await HttpConnection.open(port);
    return {
      act: (index) => connection.ask(requests[(own ? worker : index) % requests.length]!),
      close: () => Promise.resolve(connection.close()),
    };
  }
  const { url, acts } = asked.sql;
  const client = new pg.Client({ connectionString: url, types: asText });
  await client.connect();
  return {
    act: async (index) => {
      for (const { text, values } of acts[index % acts.length]!) await client.query({ text, values: [...values] });
      return 200;
    },
    close: () => client.end(),
  };
}

/** Asks until the time is up: each connection waits for its answer before it asks again. */
export async function runLoad(job: LoadJob): Promise<LoadResult> {
  const workers = await Promise.all(
    Array.from({ length: job.connections }, (_, worker) => openWorker(job.asked, worker)),
  );
  const before = job.before && (await openWorker({ http: job.before }));
  const times: number[] = [];
  const refused: Record<number, number> = {};
  let next = 0;
  if (job.primed) await workers[0]!.act(job.from);
  const began = performance.now();
  const ends = began + job.seconds * 1000;
  await Promise.all(
    workers.map(async (worker) => {
      while (next < job.most && performance.now() < ends) {
        const index = job.from + next;
        next += 1;
        if (before) await before.act(index);
        const asked = performance.now();
        const status = await worker.act(index);
        times.push(performance.now() - asked);
        if (status < 200 || status > 299) refused[status] = (refused[status] ?? 0) + 1;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await Promise.all([...workers, ...(before ? [before] : [])].map((worker) => worker.close()));
  return { times, seconds, refused };
}
