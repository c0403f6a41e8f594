import { Injectable } from '@nestjs/common';
import type { ChangePassword, SignInWay } from '#shared';
import { Change } from '../platform/change.js';
import { Database } from '../platform/database.js';
import { Refusal, refusedField } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { logSecurity } from '../platform/security-log.js';
import { sql } from '../platform/sql.js';
import { OpenSession, type OpenedSession, type Visitor } from './open-session.js';
import { hashPassword, isPassword } from './passwords.js';
import { hashToken } from './session-token.js';
import { SignInPace } from './sign-in-pace.js';
import { weaknessOf } from './weak-password.js';

interface Owner {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly demo: boolean;
  readonly passwordHash: string | null;
  readonly way: SignInWay;
}

/** The passwords of local accounts. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly database: Database,
    private readonly changes: Change,
    private readonly pace: SignInPace,
    private readonly open: OpenSession,
  ) {}

  /**
   * Who came by a one-time link has proved herself by it; everybody else says the current password. All sessions of the
   * account end, links to it are withdrawn, and the browser that changed it gets a new session.
   * @throws Refusal 400 password-wrong, password-too-common, password-like-name, password-unchanged by field;
   *   409 password-is-fixed for a demonstration account, password-elsewhere for one who signs in at the provider; 429
   */
  async change(ctx: RequestContext, input: ChangePassword, visitor: Visitor): Promise<OpenedSession> {
    const owner = await this.ownerOf(visitor.replaced!);
    if (owner.demo) throw new Refusal(409, 'password-is-fixed');
    if (owner.way === 'provider') throw new Refusal(409, 'password-elsewhere');
    if (owner.way === 'password') {
      if (input.currentPassword === undefined) throw refusedField('currentPassword', 'required');
      await this.pace.begin(owner.email, visitor.address);
      if (!(await isPassword(input.currentPassword, owner.passwordHash))) {
        logSecurity('sign-in.failed', { requestId: ctx.requestId, account: owner.id, way: 'password' });
        throw refusedField('currentPassword', 'password-wrong');
      }
      await this.pace.succeeded(owner.email, visitor.address);
    }
    const weakness = await weaknessOf(input.newPassword, owner);
    if (weakness) throw refusedField('newPassword', weakness);
    if (await isPassword(input.newPassword, owner.passwordHash))
      throw refusedField('newPassword', 'password-unchanged');
    const passwordHash = await hashPassword(input.newPassword);
    await this.changes.as(ctx, 'account.password-changed', async (tx) => {
      await tx.query('update account set password_hash = $1 where id = $2', [passwordHash, owner.id]);
      await tx.query('delete from session where account_id = $1', [owner.id]);
      await tx.query('delete from sign_in_link where account_id = $1', [owner.id]);
    });
    return this.open.for(owner.id, 'password', visitor);
  }

  private async ownerOf(token: string): Promise<Owner> {
    const owner = await this.database.row<Owner>(sql`
      select account.id, account.name, account.email, account.demo, account.password_hash as "passwordHash", session.way
      from session join account on account.id = session.account_id
      where session.token_hash = ${hashToken(token)}`);
    if (!owner) throw new Refusal(401, 'sign-in-required');
    return owner;
  }
}
