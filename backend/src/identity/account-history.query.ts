import { Injectable } from '@nestjs/common';
import type { HistoryPage, HistoryPageQuery } from '#shared';
import { Database } from '../platform/database.js';
import { HistoryQuery, type Told, tableThen } from '../platform/history.query.js';
import { tablesAt } from '../platform/instant.js';
import { notFound } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';

/** The story of a person: herself, her roles, links made for her and sessions of hers that somebody ended. */
@Injectable()
export class AccountHistoryQuery {
  constructor(
    private readonly database: Database,
    private readonly history: HistoryQuery,
  ) {}

  /** @throws Refusal 404 not-found */
  async of(ctx: RequestContext, id: string, { page, size }: HistoryPageQuery): Promise<HistoryPage> {
    const account = await this.database.row(
      sql`select account.id from ${tablesAt(ctx.asOf)('account')} account where account.id = ${id}::uuid`,
    );
    if (!account) throw notFound('account');
    return this.history.of(ctx, toldOf(id), page, size);
  }
}

function toldOf(id: string): Told[] {
  return [
    {
      table: 'account',
      where: sql`kept.id = ${id}::uuid`,
      label: sql`null`,
      leaveOut: ['demo'],
      acts: ['account.link-made', 'session.ended'],
    },
    {
      table: 'role_assignment',
      where: sql`kept.account_id = ${id}::uuid`,
      // two sectors may have given her the same role
      label: sql`kept.role || coalesce(' ' || (
        select sector.name from ${tableThen('sector')} sector where sector.id = kept.sector_id), '')`,
      leaveOut: ['account_id', 'role', 'sector_id'],
    },
  ];
}
