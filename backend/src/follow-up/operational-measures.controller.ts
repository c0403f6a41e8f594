import { Body, Controller, Delete, Param, Patch, Post, Put, SerializeOptions } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ChangeOperationalMeasure,
  ConfirmOperationalMeasure,
  PlanCode,
  PlanSlug,
  RegisterOperationalMeasure,
  StrategyPage,
} from '#shared';
import * as z from 'zod';
import { Allow } from '../platform/access.js';
import { Ctx, type RequestContext } from '../platform/request-context.js';
import { OperationalMeasureService } from './operational-measure.service.js';

/** *Driftstiltak* on a strategy. If-Match is the strategy's; each write answers with the strategy as then judged. */
@ApiTags('follow-up')
@Controller('plans/:plan/strategies/:code/operational-measures')
@SerializeOptions({ schema: StrategyPage })
export class OperationalMeasuresController {
  constructor(private readonly service: OperationalMeasureService) {}

  /** Registers follow-up in ordinary operations. */
  @Post()
  @Allow('operational-measure.change')
  registerOperationalMeasure(
    @Ctx() ctx: RequestContext,
    @Param('plan', { schema: PlanSlug }) plan: string,
    @Param('code', { schema: PlanCode }) code: string,
    @Body({ schema: RegisterOperationalMeasure }) input: RegisterOperationalMeasure,
  ): Promise<StrategyPage> {
    return this.service.register(ctx, { plan, code }, input);
  }

  /** Changes what a driftstiltak is, who is responsible or where it is documented. */
  @Patch(':id')
  @Allow('operational-measure.change')
  changeOperationalMeasure(
    @Ctx() ctx: RequestContext,
    @Param('plan', { schema: PlanSlug }) plan: string,
    @Param('code', { schema: PlanCode }) code: string,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: ChangeOperationalMeasure }) input: ChangeOperationalMeasure,
  ): Promise<StrategyPage> {
    return this.service.change(ctx, { plan, code, id }, input);
  }

  /** Confirms that it is still carried out; that lasts a year. */
  @Put(':id/confirmation')
  @Allow('operational-measure.change')
  confirmOperationalMeasure(
    @Ctx() ctx: RequestContext,
    @Param('plan', { schema: PlanSlug }) plan: string,
    @Param('code', { schema: PlanCode }) code: string,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: ConfirmOperationalMeasure }) input: ConfirmOperationalMeasure,
  ): Promise<StrategyPage> {
    return this.service.confirm(ctx, { plan, code, id }, input);
  }

  /** Ends a driftstiltak that has been confirmed, or takes away one that never was. */
  @Delete(':id')
  @Allow('operational-measure.change')
  endOperationalMeasure(
    @Ctx() ctx: RequestContext,
    @Param('plan', { schema: PlanSlug }) plan: string,
    @Param('code', { schema: PlanCode }) code: string,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<StrategyPage> {
    return this.service.end(ctx, { plan, code, id });
  }
}
