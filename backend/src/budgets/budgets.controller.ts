import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query, SerializeOptions } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AsOfQuery,
  BudgetYear,
  CorrectFrameDecision,
  DecideFrame,
  ProjectBudget,
  ProjectNumber,
  PutAccounts,
  PutAppropriation,
} from '#shared';
import * as z from 'zod';
import { Allow } from '../platform/access.js';
import { KeptPerRevision } from '../platform/answers.js';
import { Ctx, type RequestContext } from '../platform/request-context.js';
import { BudgetQuery } from './budget.query.js';
import { BudgetService } from './budget.service.js';

/** A project's money. If-Match is the project's; each write answers with the money as it then is. */
@ApiTags('budgets')
@Controller('projects/:number')
@SerializeOptions({ schema: ProjectBudget })
export class BudgetsController {
  constructor(
    private readonly budget: BudgetQuery,
    private readonly service: BudgetService,
  ) {}

  /** Frame by decisions, appropriations and accounts by year, forecast and deviation. */
  @Get('budget')
  @Allow('budget.read')
  @KeptPerRevision({ perAccount: true })
  readBudget(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Query({ schema: AsOfQuery }) _query: AsOfQuery,
  ): Promise<ProjectBudget> {
    return this.budget.of(ctx, number);
  }

  /** Sets or changes the frame by a decision. */
  @Post('frame-decisions')
  @Allow('budget.change')
  decideFrame(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Body({ schema: DecideFrame }) input: DecideFrame,
  ): Promise<ProjectBudget> {
    return this.service.decideFrame(ctx, number, input);
  }

  /** Puts a mistyped decision right. */
  @Patch('frame-decisions/:id')
  @Allow('budget.change')
  correctFrameDecision(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: CorrectFrameDecision }) input: CorrectFrameDecision,
  ): Promise<ProjectBudget> {
    return this.service.correctFrameDecision(ctx, number, id, input);
  }

  /** Takes away a decision that was never made. */
  @Delete('frame-decisions/:id')
  @Allow('budget.change')
  removeFrameDecision(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<ProjectBudget> {
    return this.service.removeFrameDecision(ctx, number, id);
  }

  /** Sets the appropriation of a year. */
  @Put('appropriations/:year')
  @Allow('budget.change')
  putAppropriation(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Param('year', { schema: BudgetYear }) year: number,
    @Body({ schema: PutAppropriation }) input: PutAppropriation,
  ): Promise<ProjectBudget> {
    return this.service.putAppropriation(ctx, number, year, input);
  }

  /** Takes away the appropriation of a year. */
  @Delete('appropriations/:year')
  @Allow('budget.change')
  removeAppropriation(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Param('year', { schema: BudgetYear }) year: number,
  ): Promise<ProjectBudget> {
    return this.service.removeAppropriation(ctx, number, year);
  }

  /** Sets what the accounts of a year hold. */
  @Put('accounts/:year')
  @Allow('budget.change')
  putAccounts(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Param('year', { schema: BudgetYear }) year: number,
    @Body({ schema: PutAccounts }) input: PutAccounts,
  ): Promise<ProjectBudget> {
    return this.service.putAccounts(ctx, number, year, input);
  }

  /** Takes away what the accounts of a year held. */
  @Delete('accounts/:year')
  @Allow('budget.change')
  removeAccounts(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Param('year', { schema: BudgetYear }) year: number,
  ): Promise<ProjectBudget> {
    return this.service.removeAccounts(ctx, number, year);
  }
}
