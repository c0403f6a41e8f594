import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type SessionView, type SignInWay, osloDate } from '#shared';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { SESSION_COOKIE } from '../platform/access.guard.js';
import { Refusal } from '../platform/refusal.js';
import { logSecurity } from '../platform/security-log.js';
import { deviceOf } from './device.js';
import { IDLE_MINUTES, SESSION_SECONDS } from './session-limits.js';
import { SessionQuery } from './session.query.js';
import { hashToken, isToken, newToken } from './session-token.js';

/** The browser that signs in, where it is, and the token of the session it had before, if any. */
export interface Visitor {
  readonly address: string;
  readonly userAgent: string | undefined;
  readonly replaced: string | undefined;
  /** What the log finds the rest by. */
  readonly requestId?: string | undefined;
}

export const visitorOf = (request: FastifyRequest): Visitor => ({
  address: request.ip,
  userAgent: request.headers['user-agent'],
  replaced: request.cookies[SESSION_COOKIE],
  requestId: request.id,
});

export interface OpenedSession {
  readonly token: string;
  readonly view: SessionView;
}

/** Opens the session of somebody who has proved who she is. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly dataSource: DataSource,
    private readonly session: SessionQuery,
  ) {}

  /** Always by a new token: one that was there before sign-in is not continued, whoever planted it. */
  async for(accountId: string, way: SignInWay, { userAgent, replaced, requestId }: Visitor): Promise<OpenedSession> {
    const token = newToken();
    const now = new Date();
    const { browser, machine } = deviceOf(userAgent);
    await this.dataSource.transaction(async (tx) => {
      await tx.query('delete from session where expires_at <= $1 or last_seen_at <= $2 or token_hash = $3', [
        now,
        new Date(now.getTime() - IDLE_MINUTES * 60_000),
        isToken(replaced) ? hashToken(replaced) : null,
      ]);
      await tx.query(
        `insert into session (id, token_hash, account_id, created_at, expires_at, last_seen_at, browser, machine, way)
         values ($1, $2, $3, $4, $5, $4, $6, $7, $8)`,
        [
          ...[randomUUID(), hashToken(token), accountId, now, new Date(now.getTime() + SESSION_SECONDS * 1000)],
          ...[browser, machine, way],
        ],
      );
    });
    const view = await this.session.of(hashToken(token), osloDate(now));
    if (!view) throw new Refusal(401, 'wrong-credentials');
    logSecurity('sign-in.succeeded', { requestId, account: accountId, way });
    return { token, view };
  }
}
