import { Refusal } from '../platform/refusal.js';
import type { EntityManager } from 'typeorm';
import { sql } from '../platform/sql.js';

/** What a contribution is to: a strategy of an adopted plan, or one of its measures. */
export interface ContributionTarget {
  readonly strategyId: string;
  readonly measureId: string | null;
}

interface Candidate extends ContributionTarget {
  readonly plan: string;
  readonly status: 'draft' | 'adopted' | 'superseded';
}

/**
 * Finds what a code stands for.
 * @param plan slug; without it the one adopted plan that has the code
 * @throws Refusal 404 plan-code-unknown; 409 plan-not-adopted for drafts and superseded plans; 409 plan-code-ambiguous,
 *   with the plans to choose from
 */
export async function targetOf(tx: EntityManager, code: string, plan: string | undefined): Promise<ContributionTarget> {
  const candidates = await candidatesFor(tx, code, plan);
  const adopted = candidates.filter(({ status }) => status === 'adopted');
  const [only] = adopted;
  if (only && adopted.length === 1) return { strategyId: only.strategyId, measureId: only.measureId };
  const plans = candidates.map((candidate) => ({ slug: candidate.plan, status: candidate.status }));
  if (adopted.length > 1) throw new Refusal(409, 'plan-code-ambiguous', { details: { code, plans } });
  if (candidates.length > 0) throw new Refusal(409, 'plan-not-adopted', { details: { code, plans } });
  throw new Refusal(404, 'plan-code-unknown', { details: { code, ...(plan && { plan }) } });
}

/** As `targetOf`, for what is already linked: its plan may have been superseded since. */
export async function targetsOf(
  tx: EntityManager,
  code: string,
  plan: string | undefined,
): Promise<ContributionTarget[]> {
  const candidates = await candidatesFor(tx, code, plan);
  if (candidates.length === 0)
    throw new Refusal(404, 'plan-code-unknown', { details: { code, ...(plan && { plan }) } });
  return candidates;
}

async function candidatesFor(tx: EntityManager, code: string, plan: string | undefined): Promise<Candidate[]> {
  const { text, values } = sql`
    select plan.slug as plan, plan.status, found.strategy_id as "strategyId", found.measure_id as "measureId"
    from (
      select strategy.plan_id, strategy.id as strategy_id, null::uuid as measure_id
      from strategy where strategy.code = ${code}
      union all
      select strategy.plan_id, strategy.id, measure.id
      from measure join strategy on strategy.id = measure.strategy_id where measure.code = ${code}
    ) found
    join plan on plan.id = found.plan_id
    where plan.slug = coalesce(${plan}, plan.slug)
    order by plan.slug`.toQuery();
  return tx.query<Candidate[]>(text, values);
}
