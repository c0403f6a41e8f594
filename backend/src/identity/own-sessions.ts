import { Injectable } from '@nestjs/common';
import type { OwnSession } from '#shared';
import { Database } from '../platform/database.js';
import { notFound } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { logSecurity } from '../platform/security-log.js';
import { sql } from '../platform/sql.js';
import { isOpen } from './session-limits.js';

/** Where a person is signed in, and the end of it. */
@Injectable()
export class OwnSessions {
  constructor(private readonly database: Database) {}

  /** The one that asks first, then the most recently seen. */
  async list({ actor }: RequestContext, asking: Buffer): Promise<OwnSession[]> {
    const rows = await this.database.rows<
      Omit<OwnSession, 'beganAt' | 'lastSeenAt' | 'expiresAt'> & Record<'beganAt' | 'lastSeenAt' | 'expiresAt', Date>
    >(sql`
      select session.id, session.browser, session.machine, session.way, session.created_at as "beganAt",
        session.last_seen_at as "lastSeenAt", session.expires_at as "expiresAt",
        session.token_hash = ${asking} as current
      from session
      where session.account_id = ${actor.accountId} and ${isOpen}
      order by current desc, session.last_seen_at desc, session.id`);
    return rows.map((row) => ({
      ...row,
      beganAt: row.beganAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    }));
  }

  /** @throws Refusal 404 when it is not one of the asker's own */
  async end({ actor, requestId }: RequestContext, id: string): Promise<void> {
    const ended = await this.database.row(sql`
      delete from session where session.id = ${id} and session.account_id = ${actor.accountId} returning session.id`);
    if (!ended) throw notFound('session');
    logSecurity('session.ended', { requestId, account: actor.accountId });
  }

  async endOthers({ actor, requestId }: RequestContext, kept: Buffer): Promise<void> {
    const ended = await this.database.rows(sql`
      delete from session where session.account_id = ${actor.accountId} and session.token_hash <> ${kept}
      returning session.id`);
    if (ended.length > 0) logSecurity('session.ended', { requestId, account: actor.accountId, count: ended.length });
  }
}
