import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database.js';
import { ENVIRONMENT, type Environment } from '../platform/environment.js';
import { logSecurity } from '../platform/security-log.js';
import { sql } from '../platform/sql.js';
import { DemonstrationAccounts } from './demonstration-accounts.js';
import { isOpen } from './session-limits.js';
import { hashToken, newToken } from './session-token.js';

/** Says in the terminal how the first person signs in. */
@Injectable()
export class FirstSignIn {
  constructor(
    private readonly database: Database,
    private readonly demonstration: DemonstrationAccounts,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** @param address where the pages are, `http://127.0.0.1:3000` */
  async announce(address: string, tell: (line: string) => void): Promise<void> {
    if (this.environment.demoAccounts) {
      const { password, accounts } = await this.demonstration.read();
      tell(`Logg inn som for eksempel ${accounts[0]!.email} med passordet ${password}.`);
      return;
    }
    const token = newToken();
    // only while the administrator has no password; older links that nobody used are withdrawn
    const made = await this.database.row<{ account: string }>(sql`
      with administrator as (
        select account.id from account
        join role_assignment assignment on assignment.account_id = account.id and assignment.role = 'administrator'
        where account.active and not account.demo and account.password_hash is null
          and not exists (select from session where session.account_id = account.id and ${isOpen})
        limit 1
      ),
      withdrawn as (
        delete from sign_in_link link using administrator where link.account_id = administrator.id
      )
      insert into sign_in_link as link (id, token_hash, account_id, expires_at)
      select ${randomUUID()}::uuid, ${hashToken(token)}::bytea, administrator.id, now() + interval '24 hours'
      from administrator
      returning link.account_id as account`);
    if (!made) return;
    logSecurity('account.link-made', { account: made.account });
    tell(`Logg inn som administrator, én gang og innen 24 timer: ${address}/logg-inn?lenke=${token}`);
  }
}
