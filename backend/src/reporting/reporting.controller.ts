import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import * as z from 'zod';
import { AsOf, BudgetYear, CouncilOverview, PlanSlug } from '#shared';
import { Allow } from '../platform/access.js';
import { KeptPerRevision } from '../platform/answers.js';
import { Refuses } from '../platform/open-api/decorators.js';
import { Ctx, type RequestContext } from '../platform/request-context.js';
import { CouncilOverviewOfYear } from './council-overview.js';

const CouncilOverviewQuery = z.strictObject({ plan: PlanSlug, year: BudgetYear, 'as-of': AsOf.optional() });

@ApiTags('reporting')
@Controller('council-overview')
export class ReportingController {
  constructor(private readonly overview: CouncilOverviewOfYear) {}

  /** A year as the council reads it: chapters 3–7, 9 and 10 of the annual report. */
  @Get()
  @Allow('reporting.read')
  @KeptPerRevision()
  @Refuses(404)
  @SerializeOptions({ schema: CouncilOverview })
  readCouncilOverview(
    @Ctx() ctx: RequestContext,
    @Query({ schema: CouncilOverviewQuery }) { plan, year }: z.infer<typeof CouncilOverviewQuery>,
  ): Promise<CouncilOverview> {
    return this.overview.read(ctx, plan, year);
  }
}
