import { Injectable } from '@nestjs/common';
import type { SealedSoFar } from '#shared';
import { Database } from '../database.js';
import { notFound } from '../refusal.js';
import type { RequestContext } from '../request-context.js';
import { sql } from '../sql.js';

/** Reads how far the history is sealed. */
@Injectable()
export class SealQuery {
  constructor(private readonly database: Database) {}

  /** @throws Refusal 404 when there is nothing to seal: before the first change */
  async soFar({ asOf }: RequestContext): Promise<SealedSoFar> {
    const until = asOf ? sql`${asOf.instant}::timestamptz` : sql`'infinity'::timestamptz`;
    const row = await this.database.row<SealedSoFar>(sql`
      with latest as (
        select seal.number, seal.at, seal.hash, seal.last_change from seal
        where seal.at <= ${until} order by seal.number desc limit 1)
      select
        (select json_build_object('number', latest.number, 'at', latest.at, 'hash', encode(latest.hash, 'hex'),
          'lastChange', latest.last_change) from latest) as seal,
        (select count(*) from change
         where change.number > coalesce((select latest.last_change from latest), 0) and change.at <= ${until}) as waiting`);
    if (!row || (row.seal === null && row.waiting === 0)) throw notFound('seal');
    return row;
  }
}
