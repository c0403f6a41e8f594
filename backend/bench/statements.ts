import pg from 'pg';
import type { Statement } from './load.js';

type Query = (this: pg.Client, ...given: unknown[]) => unknown;

/**
 * Hears which statements a piece of work sends to the database: the product's own, with their values. What every request
 * asks (who is it, which revision) is left out; the floor is the read itself.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const heard: Statement[] = [];
  const client = pg.Client.prototype as unknown as { query: Query };
  const { query } = client;
  client.query = function (...given) {
    const [asked, values] = given as [string | { text: string; values?: unknown[]; name?: string }, unknown[]?];
    if (typeof asked === 'string') heard.push({ text: asked, values: Array.isArray(values) ? values : [] });
    else if (asked.name === undefined) heard.push({ text: asked.text, values: asked.values ?? [] });
    return query.apply(this, given);
  };
  try {
    await work();
  } finally {
    client.query = query;
  }
  return heard;
}
