import { Injectable } from '@nestjs/common';
import { type LocalDate, Permission, type SessionView } from '#shared';
import { Database } from '../platform/database.js';
import { sql } from '../platform/sql.js';
import { isOpen } from './session-limits.js';
import { permissionsOf } from './sessions-in-database.js';

/** Who am I and what may I. */
@Injectable()
export class SessionQuery {
  constructor(private readonly database: Database) {}

  /** @returns undefined when nobody is signed in with this token */
  async of(tokenHash: Buffer, today: LocalDate): Promise<SessionView | undefined> {
    const row = await this.database.row<Omit<SessionView, 'permissions' | 'expiresAt'> & { expiresAt: Date }>(sql`
      select session.expires_at as "expiresAt", account.demo, session.way,
        json_build_object(
          'id', account.id, 'name', account.name, 'email', account.email,
          'roles', coalesce(json_agg(distinct assignment.role) filter (where assignment.role is not null), '[]'),
          'sectors', coalesce(
            json_agg(distinct jsonb_build_object('code', sector.code, 'name', sector.name)) filter (where sector.id is not null),
            '[]')
        ) as account
      from session
      join account on account.id = session.account_id
      left join role_assignment assignment on assignment.account_id = account.id
        and assignment.valid_from <= ${today}::date and coalesce(assignment.valid_to, 'infinity') >= ${today}::date
      left join sector on sector.id = assignment.sector_id
      where session.token_hash = ${tokenHash} and ${isOpen} and account.active
      group by session.id, account.id`);
    if (!row) return undefined;
    const may = permissionsOf(row.account.roles.map((role) => ({ role, sectorId: null })));
    return {
      ...row,
      expiresAt: row.expiresAt.toISOString(),
      permissions: Permission.options.filter((permission) => may.has(permission)),
    };
  }
}
