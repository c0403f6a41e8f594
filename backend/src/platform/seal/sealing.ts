import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Ask, digestsQuery, plainForms, sealedTables } from './history-lines.js';
import { headLine, noSeal, sha256 } from './seal-head.js';

/** Any number that no other lock of ours uses: whoever holds it is the one that seals. */
const SEAL_LOCK = 20180325;

/** A longer batch only makes a fault slower to find. */
const changesInASeal = 1000;

/** Seals what has been changed. Any backend may, one at a time does; where another is at it, there is nothing to do. */
@Injectable()
export class Sealing {
  constructor(private readonly dataSource: DataSource) {}

  /** Seals until nothing is left. @returns how many seals were made */
  async sealAll(): Promise<number> {
    for (let made = 0; ; made += 1) if (!(await this.sealNext())) return made;
  }

  /**
   * One seal over the changes since the last one. Number order is commit order, so every change up to the last one seen
   * is there, whole, and what a later change does to its versions is the later one's.
   * @returns false when there was nothing to seal or another is sealing
   */
  async sealNext(): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const ask: Ask = (statement, values) => tx.query(statement, values);
      await ask(plainForms);
      const [turn] = await ask<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [SEAL_LOCK]);
      if (!turn!.mine) return false;
      const [last] = await ask<{ number: number; last_change: number; hash: Buffer }>(
        'select number, last_change, hash from seal order by number desc limit 1',
      );
      const firstChange = (last?.last_change ?? 0) + 1;
      const [changes] = await ask<{ last: number | null }>(
        'select max(number) as last from change where number between $1 and $2',
        [firstChange, firstChange + changesInASeal - 1],
      );
      if (changes!.last === null) return false;
      const lastChange = changes!.last;
      const [made] = await ask<{ digests: Buffer; marks: Buffer; at: string }>(
        `select string_agg(made.digest, ''::bytea order by made.change) as digests,
          string_agg(made.marks, ''::bytea order by made.change) as marks, to_json(clock_timestamp()) as at
         from (${digestsQuery(await sealedTables(ask), 'between', true)}) made`,
        [firstChange, lastChange],
      );
      const { digests, marks, at } = made!;
      const number = (last?.number ?? 0) + 1;
      const previous = last?.hash ?? noSeal;
      const head = { number, firstChange, lastChange, digests: sha256(digests), marks: sha256(marks), at, previous };
      await ask(
        `insert into seal (number, first_change, last_change, digests, marks, at, previous, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [number, firstChange, lastChange, digests, marks, at, previous, sha256(headLine(head))],
      );
      return true;
    });
  }
}
