import type { EntityManager } from 'typeorm';
import { Refusal } from '../platform/refusal.js';
import { rawSql, sql } from '../platform/sql.js';

/** How many strategies a project may have its *hovedbidrag* to (domain.md: one, unless the municipality decides more). */
export const MOST_MAIN_CONTRIBUTIONS = 1;

/**
 * Links to a strategy and to its measures are to one strategy (rules T14).
 * @param as `approved`: as approved links now stand; `proposed`: as they would, were everything proposed approved
 * @throws Refusal 409 main-contribution-limit, with the strategies that share the *hovedbidrag*
 */
export async function refuseTooManyMain(
  tx: EntityManager,
  projectId: string,
  as: 'approved' | 'proposed',
): Promise<void> {
  const main = {
    approved: rawSql(`contribution.kind = 'main' and contribution.approved_on is not null`),
    proposed: rawSql(`coalesce(contribution.proposed_kind, contribution.kind) = 'main'`),
  }[as];
  const { text, values } = sql`
    select distinct strategy.code, strategy.position
    from contribution join strategy on strategy.id = contribution.strategy_id
    where contribution.project_id = ${projectId} and contribution.ended_on is null and ${main}
    order by strategy.position`.toQuery();
  const strategies = (await tx.query<{ code: string }[]>(text, values)).map(({ code }) => code);
  if (strategies.length > MOST_MAIN_CONTRIBUTIONS)
    throw new Refusal(409, 'main-contribution-limit', { details: { limit: MOST_MAIN_CONTRIBUTIONS, strategies } });
}
