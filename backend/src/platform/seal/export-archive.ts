import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import pg from 'pg';
import { type Ask, linesQuery, plainForms, sealedTables } from './history-lines.js';
import { headLine, sha256 } from './seal-head.js';

/** How much was written. */
export interface Exported {
  readonly changes: number;
  readonly seals: number;
  /** The last seal's hash, in hexadecimal; null when nothing is sealed. */
  readonly head: string | null;
}

/**
 * Writes everything that is sealed, as of one instant, as shared/docs/history-archive.md tells. Seal first, so that
 * nothing of before is left out.
 */
export async function exportArchive(url: string, file: string): Promise<Exported> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const archive = createWriteStream(file, { flags: 'wx' });
  const content = createHash('sha256');
  let lines = 0;
  const write = async (text: string): Promise<void> => {
    lines += 1;
    content.update(`${text}\n`);
    if (!archive.write(`${text}\n`)) await once(archive, 'drain');
  };
  const ask: Ask = async <Row>(statement: string, values?: unknown[]) =>
    (await client.query(statement, values)).rows as Row[];
  try {
    await once(archive, 'open');
    await client.query('begin transaction isolation level repeatable read read only');
    await ask(`${plainForms}; set local statement_timeout = 0`);
    const tables = await sealedTables(ask);
    const seals = await ask<{ number: number; first_change: number; last_change: number }>(
      'select number, first_change, last_change from seal order by number',
    );
    await write(`{"archive":"planspor-history","form":1,"seals":${seals.length}}`);
    let head: string | null = null;
    for (const { number, first_change: firstChange, last_change: lastChange } of seals) {
      const rows = await ask<{ line: string }>(
        `select line.line from (${linesQuery(tables, 'between')}) line order by line.change, line.place, line.id, line.opened`,
        [firstChange, lastChange],
      );
      for (const { line } of rows) await write(line);
      const [seal] = await ask<{ digests: Buffer; marks: Buffer; at: string; previous: Buffer; hash: Buffer }>(
        'select digests, marks, to_json(at) as at, previous, hash from seal where number = $1',
        [number],
      );
      const { digests, marks, at, previous, hash } = seal!;
      await write(
        headLine({ number, firstChange, lastChange, digests: sha256(digests), marks: sha256(marks), at, previous }),
      );
      head = hash.toString('hex');
      await write(`{"hash":"${head}","digests":"${digests.toString('hex')}","marks":"${marks.toString('hex')}"}`);
    }
    await write(`{"end":${lines},"sha256":"${content.copy().digest('hex')}"}`);
    archive.end();
    await once(archive, 'close');
    return { changes: seals.at(-1)?.last_change ?? 0, seals: seals.length, head };
  } finally {
    archive.destroy();
    await client.end();
  }
}
