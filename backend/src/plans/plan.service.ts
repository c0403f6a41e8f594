import { Injectable } from '@nestjs/common';
import type { ChangePlan, ChangeStrategy, PlanView } from '#shared';
import type { EntityManager } from 'typeorm';
import { Sector } from '../identity/sector.entity.js';
import { Change } from '../platform/change.js';
import { notFound, refusedField } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { requireVersion } from '../platform/version.js';
import { Plan } from './plan.entity.js';
import { PlanQuery } from './plan.query.js';
import { Strategy } from './strategy.entity.js';

/** The facts around a plan's wording. The wording itself stands as adopted. */
@Injectable()
export class PlanService {
  constructor(
    private readonly change: Change,
    private readonly plans: PlanQuery,
  ) {}

  /** @throws Refusal 404, 412, 428; 400 horizon-before-adoption */
  async changePlan(ctx: RequestContext, slug: string, input: ChangePlan): Promise<PlanView> {
    await this.change.as(ctx, 'plan.changed', async (tx, { number }) => {
      const plan = await planBySlug(tx, slug);
      await requireVersion(ctx, plan.version, () => this.plans.bySlug(ctx, slug));
      if (input.horizonOn && plan.adoptedOn && input.horizonOn <= plan.adoptedOn)
        throw refusedField('horizonOn', 'horizon-before-adoption');
      await tx.update(Plan, plan.id, { ...input, version: number });
      return null;
    });
    return this.plans.bySlug(ctx, slug);
  }

  /** Who answers for a strategy. @throws Refusal 404, 412, 428; 400 unknown-sector */
  async changeStrategy(
    ctx: RequestContext,
    slug: string,
    code: string,
    { leadSector, responsibleRole }: ChangeStrategy,
  ): Promise<{ version: number }> {
    return this.change.as(ctx, 'strategy.changed', async (tx, { number }) => {
      const plan = await planBySlug(tx, slug);
      const strategy = await tx.findOneBy(Strategy, { planId: plan.id, code });
      if (!strategy) throw notFound('strategy');
      await requireVersion(ctx, strategy.version, () => ({
        leadSectorId: strategy.leadSectorId,
        responsibleRole: strategy.responsibleRole,
        version: strategy.version,
      }));
      await tx.update(Strategy, strategy.id, {
        ...(leadSector !== undefined && {
          leadSectorId: leadSector === null ? null : await sectorId(tx, ctx, leadSector),
        }),
        ...(responsibleRole !== undefined && { responsibleRole }),
        version: number,
      });
      return { version: number };
    });
  }
}

async function planBySlug(tx: EntityManager, slug: string): Promise<Plan> {
  const plan = await tx.findOneBy(Plan, { slug });
  if (!plan) throw notFound('plan');
  return plan;
}

async function sectorId(tx: EntityManager, ctx: RequestContext, code: string): Promise<string> {
  const sector = await tx.findOneBy(Sector, { code });
  if (!sector || sector.validFrom > ctx.today || (sector.validTo !== null && sector.validTo < ctx.today))
    throw refusedField('leadSector', 'unknown-sector');
  return sector.id;
}
