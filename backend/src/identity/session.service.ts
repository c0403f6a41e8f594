import { Inject, Injectable } from '@nestjs/common';
import type { SignIn } from '#shared';
import { Database } from '../platform/database.js';
import { ENVIRONMENT, type Environment } from '../platform/environment.js';
import { Refusal } from '../platform/refusal.js';
import { logSecurity } from '../platform/security-log.js';
import { sql } from '../platform/sql.js';
import { OpenSession, type OpenedSession, type Visitor } from './open-session.js';
import { isPassword } from './passwords.js';
import { hashToken, isToken } from './session-token.js';
import { SignInPace } from './sign-in-pace.js';

/** Signing in and out. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly pace: SignInPace,
    private readonly open: OpenSession,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** @throws Refusal 401 wrong-credentials; 429 too-many-attempts */
  async signIn({ email, password }: SignIn, visitor: Visitor): Promise<OpenedSession> {
    await this.pace.begin(email, visitor.address);
    const account = await this.database.row<{ id: string; passwordHash: string | null }>(sql`
      select account.id, account.password_hash as "passwordHash"
      from account
      where lower(account.email) = lower(${email}) and account.active
        and (not account.demo or ${this.environment.demoAccounts})`);
    if (!(await isPassword(password, account?.passwordHash ?? null))) {
      logSecurity('sign-in.failed', { requestId: visitor.requestId, account: account?.id, way: 'password' });
      throw new Refusal(401, 'wrong-credentials');
    }
    await this.pace.succeeded(email, visitor.address);
    return this.open.for(account!.id, 'password', visitor);
  }

  /**
   * A link signs in once.
   * @throws Refusal 401 link-not-valid when it is unknown, used or too old
   */
  async signInByLink(token: string, visitor: Visitor): Promise<OpenedSession> {
    const link = isToken(token)
      ? await this.database.row<{ accountId: string; valid: boolean }>(sql`
          delete from sign_in_link link using account
          where link.token_hash = ${hashToken(token)} and account.id = link.account_id
          returning link.account_id as "accountId", link.expires_at > now() and account.active as valid`)
      : undefined;
    if (!link?.valid) {
      logSecurity('sign-in.failed', { requestId: visitor.requestId, account: link?.accountId, way: 'link' });
      throw new Refusal(401, 'link-not-valid');
    }
    return this.open.for(link.accountId, 'link', visitor);
  }

  async signOut(token: string | undefined, requestId?: string): Promise<void> {
    if (!isToken(token)) return;
    const ended = await this.database.row<{ account: string }>(sql`
      delete from session where session.token_hash = ${hashToken(token)} returning session.account_id as account`);
    if (ended) logSecurity('sign-out', { requestId, account: ended.account });
  }
}
