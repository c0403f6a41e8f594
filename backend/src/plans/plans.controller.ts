import { Body, Controller, Get, HttpCode, Param, Patch, Query, SerializeOptions } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AsOfQuery, ChangePlan, PlanSlug, PlanSummary, PlanView } from '#shared';
import { Allow } from '../platform/access.js';
import { KeptPerRevision } from '../platform/answers.js';
import { ListOf } from '../platform/open-api/decorators.js';
import { Ctx, type RequestContext } from '../platform/request-context.js';
import { PlanQuery } from './plan.query.js';
import { PlanService } from './plan.service.js';

@ApiTags('plans')
@Controller('plans')
export class PlansController {
  constructor(
    private readonly plans: PlanQuery,
    private readonly service: PlanService,
  ) {}

  /** Every plan, adopted ones first. */
  @Get()
  @Allow('plan.read')
  @KeptPerRevision()
  @ListOf(PlanSummary)
  listPlans(@Ctx() ctx: RequestContext, @Query({ schema: AsOfQuery }) _query: AsOfQuery): Promise<PlanSummary[]> {
    return this.plans.list(ctx);
  }

  /** One plan, whole: vision, goals, areas, strategies and measures, word for word. */
  @Get(':plan')
  @Allow('plan.read')
  @KeptPerRevision({ perAccount: true })
  @SerializeOptions({ schema: PlanView })
  readPlan(
    @Ctx() ctx: RequestContext,
    @Param('plan', { schema: PlanSlug }) slug: string,
    @Query({ schema: AsOfQuery }) _query: AsOfQuery,
  ): Promise<PlanView> {
    return this.plans.bySlug(ctx, slug);
  }

  /** The facts around a plan: its horizon and case number. */
  @Patch(':plan')
  @Allow('plan.change')
  @HttpCode(200)
  @SerializeOptions({ schema: PlanView })
  changePlan(
    @Ctx() ctx: RequestContext,
    @Param('plan', { schema: PlanSlug }) slug: string,
    @Body({ schema: ChangePlan }) input: ChangePlan,
  ): Promise<PlanView> {
    return this.service.changePlan(ctx, slug, input);
  }
}
