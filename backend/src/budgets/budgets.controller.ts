import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query, Res, SerializeOptions } from '@nestjs/common';
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
import type { FastifyReply } from 'fastify';
import * as z from 'zod';
import { Allow } from '../platform/access.js';
import { KeptPerRevision } from '../platform/answers.js';
import { Ctx, type RequestContext } from '../platform/request-context.js';
import { etagOf } from '../platform/version.js';
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
  async decideFrame(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Body({ schema: DecideFrame }) input: DecideFrame,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectBudget> {
    return withTag(await this.service.decideFrame(ctx, number, input), reply);
  }

  /** Puts a mistyped decision right. */
  @Patch('frame-decisions/:id')
  @Allow('budget.change')
  async correctFrameDecision(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: CorrectFrameDecision }) input: CorrectFrameDecision,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectBudget> {
    return withTag(await this.service.correctFrameDecision(ctx, number, id, input), reply);
  }

  /** Takes away a decision that was never made. */
  @Delete('frame-decisions/:id')
  @Allow('budget.change')
  async removeFrameDecision(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Param('id', { schema: z.uuid() }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectBudget> {
    return withTag(await this.service.removeFrameDecision(ctx, number, id), reply);
  }

  /** Sets the appropriation of a year. */
  @Put('appropriations/:year')
  @Allow('budget.change')
  async putAppropriation(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Param('year', { schema: BudgetYear }) year: number,
    @Body({ schema: PutAppropriation }) input: PutAppropriation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectBudget> {
    return withTag(await this.service.putAppropriation(ctx, number, year, input), reply);
  }

  /** Takes away the appropriation of a year. */
  @Delete('appropriations/:year')
  @Allow('budget.change')
  async removeAppropriation(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Param('year', { schema: BudgetYear }) year: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectBudget> {
    return withTag(await this.service.removeAppropriation(ctx, number, year), reply);
  }

  /** Sets what the accounts of a year hold. */
  @Put('accounts/:year')
  @Allow('budget.change')
  async putAccounts(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Param('year', { schema: BudgetYear }) year: number,
    @Body({ schema: PutAccounts }) input: PutAccounts,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectBudget> {
    return withTag(await this.service.putAccounts(ctx, number, year, input), reply);
  }

  /** Takes away what the accounts of a year held. */
  @Delete('accounts/:year')
  @Allow('budget.change')
  async removeAccounts(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Param('year', { schema: BudgetYear }) year: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectBudget> {
    return withTag(await this.service.removeAccounts(ctx, number, year), reply);
  }
}

function withTag(budget: ProjectBudget, reply: FastifyReply): ProjectBudget {
  reply.header('etag', etagOf(budget.version));
  return budget;
}
