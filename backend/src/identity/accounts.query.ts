import { Injectable } from '@nestjs/common';
import type { AccountList, AccountListQuery as Asked, AccountSort, AccountView } from '#shared';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database.js';
import { tablesAt } from '../platform/instant.js';
import { notFound } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { type Sql, joinSql, rawSql, sql } from '../platform/sql.js';

const byName = sql`account.name collate "nb-x-icu"`;
const byEmail = sql`lower(account.email)`;
const orders: Record<AccountSort, Sql> = {
  name: byName,
  '-name': sql`${byName} desc`,
  email: byEmail,
  '-email': sql`${byEmail} desc`,
};

/** People with their roles past, present and to come, for those who look after who may sign in. */
@Injectable()
export class AccountsQuery {
  constructor(private readonly database: Database) {}

  async list(ctx: RequestContext, asked: Asked): Promise<AccountList> {
    const at = tablesAt(ctx.asOf);
    const order = orders[asked.sort];
    const row = await this.database.row<AccountList>(sql`
      with chosen as (select account.* from ${at('account')} account where ${conditionsOf(ctx, asked)}),
      paged as (
        select ${viewOf(ctx)} as item, row_number() over (order by ${order}, account.id) as place
        from chosen account
        order by ${order}, account.id limit ${asked.size} offset ${(asked.page - 1) * asked.size}
      )
      select (select count(*) from chosen) as total, coalesce(json_agg(paged.item order by paged.place), '[]') as items
      from paged`);
    return row!;
  }

  /** @throws Refusal 404 not-found */
  async of(ctx: RequestContext, id: string): Promise<AccountView> {
    const row = await this.database.row<{ item: AccountView }>(oneOf(ctx, id));
    if (!row) throw notFound('account');
    return row.item;
  }

  /** The same as it has become inside a transaction. */
  async within(tx: EntityManager, ctx: RequestContext, id: string): Promise<AccountView> {
    const { text, values } = oneOf(ctx, id).toQuery();
    const [row] = await tx.query<{ item: AccountView }[]>(text, values);
    if (!row) throw notFound('account');
    return row.item;
  }
}

const oneOf = (ctx: RequestContext, id: string): Sql =>
  sql`select ${viewOf(ctx)} as item from ${tablesAt(ctx.asOf)('account')} account where account.id = ${id}::uuid`;

/** The person as the contract has her. What was kept before there were guests knows of none. */
function viewOf(ctx: RequestContext): Sql {
  const at = tablesAt(ctx.asOf);
  return sql`json_build_object(
    'id', account.id, 'name', account.name, 'email', account.email, 'title', nullif(account.title, ''),
    'active', account.active, 'guest', coalesce(account.guest, false), 'version', coalesce(account.version, 0),
    'roles', (
      select coalesce(json_agg(json_build_object(
        'id', assignment.id, 'role', assignment.role, 'validFrom', assignment.valid_from, 'validTo', assignment.valid_to,
        'sector', case when sector.id is not null then json_build_object('code', sector.code, 'name', sector.name) end
      ) order by coalesce(assignment.valid_to, 'infinity') desc, assignment.valid_from desc, assignment.role, assignment.id), '[]')
      from ${at('role_assignment')} assignment
      left join ${at('sector')} sector on sector.id = assignment.sector_id
      where assignment.account_id = account.id))`;
}

function conditionsOf(ctx: RequestContext, { q, role, sector, active, guest }: Asked): Sql {
  const at = tablesAt(ctx.asOf);
  const conditions: Sql[] = [];
  if (q)
    conditions.push(
      sql`strpos(lower(account.name || ' ' || account.email || ' ' || coalesce(account.title, '')), lower(${q})) > 0`,
    );
  if (active) conditions.push(sql`account.active = ${active === 'yes'}`);
  if (guest) conditions.push(sql`coalesce(account.guest, false) = ${guest === 'yes'}`);
  if (role || sector)
    conditions.push(sql`exists (
      select from ${at('role_assignment')} assignment
      left join ${at('sector')} sector on sector.id = assignment.sector_id
      where assignment.account_id = account.id
        and assignment.valid_from <= ${ctx.today}::date and coalesce(assignment.valid_to, 'infinity') >= ${ctx.today}::date
        and ${role ? sql`assignment.role = ${role}` : rawSql('true')}
        and ${sector ? sql`sector.code = ${sector}` : rawSql('true')})`);
  return joinSql(conditions, ' and ', 'true');
}
