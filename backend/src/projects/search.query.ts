import { Injectable } from '@nestjs/common';
import type { SearchAnswer } from '#shared';
import { Database } from '../platform/database.js';
import { tablesAt } from '../platform/instant.js';
import type { RequestContext } from '../platform/request-context.js';
import { type Sql, sql } from '../platform/sql.js';
import { allOf, containing, wordsOf } from './project-filter.js';

const MOST_OF_A_KIND = 8;

/** Strategies, measures and projects by code, number or words. A code or number that is begun on comes first. */
@Injectable()
export class SearchQuery {
  constructor(private readonly database: Database) {}

  async find(ctx: RequestContext, q: string): Promise<SearchAnswer> {
    const at = tablesAt(ctx.asOf);
    const words = wordsOf(q);
    const holdsAll = (text: Sql) => allOf(words.map((word) => sql`${text} like ${containing(word)}`));
    const row = await this.database.row<{ answer: SearchAnswer }>(sql`
      select json_build_object(
        'strategies', (
          select coalesce(json_agg(json_build_object(
            'plan', found.plan, 'code', found.code, 'strategyCode', found.strategy_code, 'text', found.text
          ) order by found.rank, found.adopted_on desc, found.position, found.number), '[]')
          from (
            select target.*, plan.slug as plan, plan.adopted_on, ${rank(sql`target.code`, q)} as rank
            from (
              select strategy.plan_id, strategy.code, strategy.code as strategy_code, strategy.title as text,
                lower(strategy.code || ' ' || strategy.title || ' ' || strategy.text) as searched, strategy.position, 0 as number
              from ${at('strategy')} strategy
              union all
              select strategy.plan_id, measure.code, strategy.code, measure.text,
                lower(measure.code || ' ' || measure.text), strategy.position, measure.number
              from ${at('measure')} measure join ${at('strategy')} strategy on strategy.id = measure.strategy_id
            ) target
            join ${at('plan')} plan on plan.id = target.plan_id and plan.status = 'adopted'
            where ${holdsAll(sql`target.searched`)}
            order by rank, plan.adopted_on desc, target.position, target.number
            limit ${MOST_OF_A_KIND}
          ) found),
        'projects', (
          select coalesce(json_agg(json_build_object('number', found.number, 'name', found.name, 'sector', found.sector)
            order by found.rank, found.in_name desc, found.year desc, found.serial desc), '[]')
          from (
            select project.number, project.name, project.year, project.serial, sector.name as sector,
              ${rank(sql`project.number`, q)} as rank, ${holdsAll(sql`lower(project.name)`)} as in_name
            from ${at('project')} project join ${at('sector')} sector on sector.id = project.sector_id
            where ${holdsAll(sql`project_search_text(project.number, project.name, project.description, project.place, project.case_number)`)}
            order by rank, in_name desc, project.year desc, project.serial desc
            limit ${MOST_OF_A_KIND}
          ) found)
      ) as answer`);
    return row!.answer;
  }
}

/** 0 for the code itself, 1 for what begins with it, 2 for the rest. */
function rank(code: Sql, q: string): Sql {
  return sql`case when lower(${code}) = lower(${q}) then 0 when starts_with(lower(${code}), lower(${q})) then 1 else 2 end`;
}
