import { Injectable } from '@nestjs/common';
import type { OpenSession, OpenSessionList, OpenSessionsQuery } from '#shared';
import { Change } from '../platform/change.js';
import { Database } from '../platform/database.js';
import { notFound } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';
import { Account } from './account.entity.js';
import { isOpen, openSession } from './session-limits.js';

type Instants = Record<'beganAt' | 'lastSeenAt' | 'expiresAt', Date>;

/** Who is signed in, everybody, and the end of one of their sessions. */
@Injectable()
export class OpenSessions {
  constructor(
    private readonly database: Database,
    private readonly change: Change,
  ) {}

  /** The most recently seen first; a session that is over, or of one who has left, is not among them. */
  async list({ q, page, size }: OpenSessionsQuery, asking: Buffer): Promise<OpenSessionList> {
    const open = sql`from session join account on account.id = session.account_id
      where ${isOpen} and account.active and strpos(lower(account.name), lower(${q ?? ''})) > 0`;
    const [counted, rows] = await Promise.all([
      this.database.row<{ total: number }>(sql`select count(*) as total ${open}`),
      this.database.rows<Omit<OpenSession, keyof Instants> & Instants>(sql`
        select session.id, session.browser, session.machine, session.way, session.created_at as "beganAt",
          session.last_seen_at as "lastSeenAt", session.expires_at as "expiresAt",
          session.token_hash = ${asking} as current,
          json_build_object('id', account.id, 'name', account.name) as person
        ${open}
        order by session.last_seen_at desc, session.id limit ${size} offset ${(page - 1) * size}`),
    ]);
    return {
      total: counted!.total,
      items: rows.map((row) => ({
        ...row,
        beganAt: row.beganAt.toISOString(),
        lastSeenAt: row.lastSeenAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
      })),
    };
  }

  /** A named change, so that the history of whose it was says who ended it and when. @throws Refusal 404 when it is not open */
  async end(ctx: RequestContext, id: string): Promise<void> {
    await this.change.as(ctx, 'session.ended', async (tx, { number: version }) => {
      const [ended] = await tx.query<[{ account_id: string }[], number]>(
        `delete from session where session.id = $1 and ${openSession} returning session.account_id`,
        [id],
      );
      if (!ended[0]) throw notFound('session');
      await tx.update(Account, ended[0].account_id, { version });
      return null;
    });
  }
}
