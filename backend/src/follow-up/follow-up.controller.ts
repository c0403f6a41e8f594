import { Body, Controller, Get, Param, Patch, Query, SerializeOptions } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import * as z from 'zod';
import {
  AsOf,
  AsOfQuery,
  ChangeStrategy,
  HistoryPage,
  HistoryPageQuery,
  Overview,
  PlanCode,
  PlanSlug,
  ProjectFindings,
  ProjectNumber,
  StrategyFollowUp,
  StrategyPage,
} from '#shared';
import { PlanService } from '../plans/plan.service.js';
import { Allow } from '../platform/access.js';
import { KeptPerRevision } from '../platform/answers.js';
import { ListOf, Refuses } from '../platform/open-api/decorators.js';
import { notFound } from '../platform/refusal.js';
import { Ctx, type RequestContext, isInside } from '../platform/request-context.js';
import { describeFinding } from './domain/explain.js';
import { judgeProject } from './domain/judge.js';
import { FollowUpFactsQuery } from './follow-up-facts.query.js';
import { Judgements } from './judgements.js';
import { OverviewOfPlan } from './overview.js';
import { followUpOf, strategyPageOf } from './strategy-follow-up.js';
import { StrategyHistoryQuery } from './strategy-history.query.js';

const OverviewQuery = z.strictObject({ plan: PlanSlug.optional(), 'as-of': AsOf.optional() });

/** What becomes of a plan: verdicts, reasons, and what would change them. */
@ApiTags('follow-up')
@Controller()
export class FollowUpController {
  constructor(
    private readonly judgements: Judgements,
    private readonly facts: FollowUpFactsQuery,
    private readonly overviewOfPlan: OverviewOfPlan,
    private readonly strategyHistory: StrategyHistoryQuery,
    private readonly plans: PlanService,
  ) {}

  /** The leadership's front page in one answer. */
  @Get('overview')
  @Allow('follow-up.read')
  @KeptPerRevision()
  @Refuses(404)
  @SerializeOptions({ schema: Overview })
  readOverview(
    @Ctx() ctx: RequestContext,
    @Query({ schema: OverviewQuery }) { plan }: z.infer<typeof OverviewQuery>,
  ): Promise<Overview> {
    return this.overviewOfPlan.read(ctx, plan ?? null);
  }

  /** Every strategy of a plan with its verdict, findings and projects, in the plan's order. */
  @Get('plans/:plan/follow-up')
  @Allow('follow-up.read')
  @KeptPerRevision()
  @ListOf(StrategyFollowUp)
  async listFollowUp(
    @Ctx() ctx: RequestContext,
    @Param('plan', { schema: PlanSlug }) slug: string,
    @Query({ schema: AsOfQuery }) _query: AsOfQuery,
  ): Promise<StrategyFollowUp[]> {
    const plan = await this.judgements.of(ctx, slug);
    return plan.strategies.map((strategy) => followUpOf(plan, strategy, ctx.language));
  }

  /** One strategy with its measures, contributions, findings and exceptions. */
  @Get('plans/:plan/strategies/:code')
  @Allow('follow-up.read')
  @KeptPerRevision({ perAccount: true })
  @SerializeOptions({ schema: StrategyPage })
  async readStrategy(
    @Ctx() ctx: RequestContext,
    @Param('plan', { schema: PlanSlug }) slug: string,
    @Param('code', { schema: PlanCode }) code: string,
    @Query({ schema: AsOfQuery }) _query: AsOfQuery,
  ): Promise<StrategyPage> {
    const page = strategyPageOf(await this.judgements.of(ctx, slug), code, ctx);
    if (!page) throw notFound('strategy');
    return page;
  }

  /** Who answers for a strategy. */
  @Patch('plans/:plan/strategies/:code')
  @Allow('plan.change')
  @SerializeOptions({ schema: z.object({ version: z.int() }).meta({ id: 'RecordVersion' }) })
  changeStrategy(
    @Ctx() ctx: RequestContext,
    @Param('plan', { schema: PlanSlug }) slug: string,
    @Param('code', { schema: PlanCode }) code: string,
    @Body({ schema: ChangeStrategy }) input: ChangeStrategy,
  ): Promise<{ version: number }> {
    return this.plans.changeStrategy(ctx, slug, code, input);
  }

  /** Who changed what around a strategy: its responsibility, its contributions, its exceptions. */
  @Get('plans/:plan/strategies/:code/history')
  @Allow('history.read')
  @KeptPerRevision()
  @SerializeOptions({ schema: HistoryPage })
  readStrategyHistory(
    @Ctx() ctx: RequestContext,
    @Param('plan', { schema: PlanSlug }) slug: string,
    @Param('code', { schema: PlanCode }) code: string,
    @Query({ schema: HistoryPageQuery }) { page, size }: HistoryPageQuery,
  ): Promise<HistoryPage> {
    return this.strategyHistory.of(ctx, slug, code, page, size);
  }

  /** Findings on one project. */
  @Get('projects/:number/findings')
  @Allow('follow-up.read')
  @KeptPerRevision()
  @SerializeOptions({ schema: ProjectFindings })
  async readProjectFindings(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Query({ schema: AsOfQuery }) _query: AsOfQuery,
  ): Promise<ProjectFindings> {
    const { project, financialPlans, ruleSet } = await this.facts.ofProject(ctx, number);
    const known = { ...project, linkProposed: project.linkProposed && isInside(ctx.actor) };
    const { findings } = judgeProject(known, { financialPlans }, ruleSet, ctx.today);
    return {
      evaluatedOn: ctx.today,
      ruleSet: ruleSet.version,
      findings: findings.map((finding) => describeFinding(finding, ctx.language)),
    };
  }
}
