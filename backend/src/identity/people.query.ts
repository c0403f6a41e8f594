import { Injectable } from '@nestjs/common';
import type { PeopleQuery as Asked, PersonList } from '#shared';
import { Database } from '../platform/database.js';
import { tablesAt } from '../platform/instant.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';

/** People who can be owner or manager of projects, by name as Norwegians sort them. */
@Injectable()
export class PeopleQuery {
  constructor(private readonly database: Database) {}

  async list(ctx: RequestContext, { q, page, size }: Asked): Promise<PersonList> {
    const at = tablesAt(ctx.asOf);
    const list = await this.database.row<PersonList>(sql`
      with person as (
        select account.id, account.name, account.title, account.active
        from ${at('account')} account
        where ${q ?? ''} = '' or strpos(lower(account.name || ' ' || coalesce(account.title, '')), lower(${q ?? ''})) > 0
      ),
      paged as (
        select person.* from person
        order by person.name collate "nb-x-icu", person.id limit ${size} offset ${(page - 1) * size}
      ),
      held as (
        select assignment.account_id, assignment.role, sector.code, sector.name
        from ${at('role_assignment')} assignment
        left join ${at('sector')} sector on sector.id = assignment.sector_id
        where assignment.valid_from <= ${ctx.today}::date and coalesce(assignment.valid_to, 'infinity') >= ${ctx.today}::date
      )
      select (select count(*) from person) as total,
        coalesce(json_agg(json_build_object(
          'id', paged.id, 'name', paged.name, 'title', paged.title, 'active', paged.active,
          'sector', (
            select json_build_object('code', held.code, 'name', held.name) from held
            where held.account_id = paged.id and held.code is not null order by held.name collate "nb-x-icu" limit 1),
          'roles', (
            select coalesce(json_agg(distinct held.role), '[]') from held where held.account_id = paged.id)
        ) order by paged.name collate "nb-x-icu", paged.id), '[]') as items
      from paged`);
    return list!;
  }
}
