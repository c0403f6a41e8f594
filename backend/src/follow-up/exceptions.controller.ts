import { Body, Controller, Delete, HttpCode, Param, Patch, Post, SerializeOptions } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CorrectException,
  DecideException,
  PlanCode,
  PlanSlug,
  RegisterException,
  StrategyPage,
  WithdrawException,
} from '#shared';
import * as z from 'zod';
import { Allow } from '../platform/access.js';
import { Ctx, type RequestContext } from '../platform/request-context.js';
import { ExceptionService } from './exception.service.js';

/** *Avklarte unntak* on a strategy. If-Match is the strategy's; each write answers with the strategy as then judged. */
@ApiTags('follow-up')
@Controller('plans/:plan/strategies/:code/exceptions')
@SerializeOptions({ schema: StrategyPage })
export class ExceptionsController {
  constructor(private readonly service: ExceptionService) {}

  /** Proposes an exception, or records what an elected body has decided. */
  @Post()
  @Allow('exception.propose')
  registerException(
    @Ctx() ctx: RequestContext,
    @Param('plan', { schema: PlanSlug }) plan: string,
    @Param('code', { schema: PlanCode }) code: string,
    @Body({ schema: RegisterException }) input: RegisterException,
  ): Promise<StrategyPage> {
    return this.service.register(ctx, { plan, code }, input);
  }

  /** Puts what is mistyped in an exception right. */
  @Patch(':id')
  @Allow('exception.propose')
  correctException(
    @Ctx() ctx: RequestContext,
    @Param('plan', { schema: PlanSlug }) plan: string,
    @Param('code', { schema: PlanCode }) code: string,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: CorrectException }) input: CorrectException,
  ): Promise<StrategyPage> {
    return this.service.correct(ctx, { plan, code, id }, input);
  }

  /** Takes away a proposal, or an exception that has not held on any earlier day. */
  @Delete(':id')
  @Allow('exception.propose')
  removeException(
    @Ctx() ctx: RequestContext,
    @Param('plan', { schema: PlanSlug }) plan: string,
    @Param('code', { schema: PlanCode }) code: string,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<StrategyPage> {
    return this.service.remove(ctx, { plan, code, id });
  }

  /** Decides on what another person has proposed. */
  @Post(':id/decision')
  @Allow('exception.decide')
  @HttpCode(200)
  decideException(
    @Ctx() ctx: RequestContext,
    @Param('plan', { schema: PlanSlug }) plan: string,
    @Param('code', { schema: PlanCode }) code: string,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: DecideException }) input: DecideException,
  ): Promise<StrategyPage> {
    return this.service.decide(ctx, { plan, code, id }, input);
  }

  /** Ends an exception before its time. */
  @Post(':id/withdrawal')
  @Allow('exception.decide')
  @HttpCode(200)
  withdrawException(
    @Ctx() ctx: RequestContext,
    @Param('plan', { schema: PlanSlug }) plan: string,
    @Param('code', { schema: PlanCode }) code: string,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: WithdrawException }) input: WithdrawException,
  ): Promise<StrategyPage> {
    return this.service.withdraw(ctx, { plan, code, id }, input);
  }
}
