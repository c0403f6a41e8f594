import { Injectable } from '@nestjs/common';
import type { StrategyPage } from '#shared';
import type { EntityManager } from 'typeorm';
import { Plan } from '../plans/plan.entity.js';
import { Strategy } from '../plans/strategy.entity.js';
import { Change } from '../platform/change.js';
import { Refusal, notFound } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { requireVersion } from '../platform/version.js';
import { type JudgedPlan, Judgements } from './judgements.js';
import { strategyPageOf } from './strategy-follow-up.js';

/** Which strategy of which plan. */
export interface StrategyPath {
  readonly plan: string;
  readonly code: string;
}

/** A strategy as it was judged just before the write, to hold what is written against. */
export type JudgedStrategy = JudgedPlan['strategies'][number] & { readonly plan: JudgedPlan };

/**
 * What every write on a strategy shares: the strategy there and unchanged since it was read, its version after, and as
 * the answer the strategy as it is then judged. Judging reads the whole plan, so it is done outside the turn of writing.
 */
@Injectable()
export class StrategyWrite {
  constructor(
    private readonly change: Change,
    private readonly judgements: Judgements,
  ) {}

  /** @throws Refusal 404; 428; 412 version-conflict, with the strategy as it is now */
  async as(
    ctx: RequestContext,
    path: StrategyPath,
    action: string,
    work: (tx: EntityManager, strategy: Strategy, judged: JudgedStrategy) => Promise<void>,
  ): Promise<StrategyPage> {
    const judged = await this.judged(ctx, path);
    try {
      await this.change.as(ctx, action, async (tx, { number }) => {
        const plan = await tx.findOneBy(Plan, { slug: path.plan });
        const strategy = plan && (await tx.findOneBy(Strategy, { planId: plan.id, code: path.code }));
        if (!strategy) throw notFound('strategy');
        await requireVersion(ctx, strategy.version, () => null);
        await work(tx, strategy, judged);
        await tx.update(Strategy, strategy.id, { version: number });
        return null;
      });
    } catch (reason) {
      if (!(reason instanceof Refusal) || reason.status !== 412) throw reason;
      throw new Refusal(412, reason.code, { current: await this.page(ctx, path) });
    }
    return this.page(ctx, path);
  }

  private async judged(ctx: RequestContext, { plan: slug, code }: StrategyPath): Promise<JudgedStrategy> {
    const plan = await this.judgements.afresh(ctx, slug);
    const strategy = plan.strategies.find(({ facts }) => facts.code === code);
    if (!strategy) throw notFound('strategy');
    return { ...strategy, plan };
  }

  private async page(ctx: RequestContext, { plan, code }: StrategyPath): Promise<StrategyPage> {
    return strategyPageOf(await this.judgements.afresh(ctx, plan), code, ctx)!;
  }
}
