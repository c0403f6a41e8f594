import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type SessionView, type SignIn, osloDate } from '#shared';
import { DataSource } from 'typeorm';
import { Database } from '../platform/database.js';
import { ENVIRONMENT, type Environment } from '../platform/environment.js';
import { Refusal } from '../platform/refusal.js';
import { sql } from '../platform/sql.js';
import { isPassword } from './passwords.js';
import { SessionQuery } from './session.query.js';
import { hashToken, isToken, newToken } from './session-token.js';
import { SignInPace } from './sign-in-pace.js';

export const SESSION_SECONDS = 12 * 60 * 60;

export interface OpenedSession {
  readonly token: string;
  readonly view: SessionView;
}

/** Signing in and out. */
@Injectable()
export class SessionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly database: Database,
    private readonly pace: SignInPace,
    private readonly session: SessionQuery,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /**
   * @param address where the request came from
   * @param replaced the token of the session that the browser had before, if any
   * @throws Refusal 401 wrong-credentials; 429 too-many-attempts
   */
  async signIn({ email, password }: SignIn, address: string, replaced: string | undefined): Promise<OpenedSession> {
    await this.pace.begin(email, address);
    const account = await this.database.row<{ id: string; passwordHash: string | null }>(sql`
      select account.id, account.password_hash as "passwordHash"
      from account
      where lower(account.email) = lower(${email}) and account.active
        and (not account.demo or ${this.environment.demoAccounts})`);
    if (!(await isPassword(password, account?.passwordHash ?? null))) throw new Refusal(401, 'wrong-credentials');
    await this.pace.succeeded(email, address);
    return this.open(account!.id, replaced);
  }

  /**
   * A link signs in once.
   * @throws Refusal 401 link-not-valid when it is unknown, used or too old
   */
  async signInByLink(token: string, replaced: string | undefined): Promise<OpenedSession> {
    const link = isToken(token)
      ? await this.database.row<{ accountId: string; valid: boolean }>(sql`
          delete from sign_in_link link where link.token_hash = ${hashToken(token)}
          returning link.account_id as "accountId", link.expires_at > now() as valid`)
      : undefined;
    if (!link?.valid) throw new Refusal(401, 'link-not-valid');
    return this.open(link.accountId, replaced);
  }

  async signOut(token: string | undefined): Promise<void> {
    if (!isToken(token)) return;
    await this.database.rows(sql`delete from session where session.token_hash = ${hashToken(token)}`);
  }

  private async open(accountId: string, replaced: string | undefined): Promise<OpenedSession> {
    const token = newToken();
    const now = new Date();
    await this.dataSource.transaction(async (tx) => {
      await tx.query('delete from session where expires_at <= $1 or token_hash = $2', [
        now,
        isToken(replaced) ? hashToken(replaced) : null,
      ]);
      await tx.query(
        'insert into session (id, token_hash, account_id, created_at, expires_at) values ($1, $2, $3, $4, $5)',
        [randomUUID(), hashToken(token), accountId, now, new Date(now.getTime() + SESSION_SECONDS * 1000)],
      );
    });
    const view = await this.session.of(hashToken(token), osloDate(now));
    if (!view) throw new Refusal(401, 'wrong-credentials');
    return { token, view };
  }
}
