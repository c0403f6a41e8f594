import {
  Body,
  Controller,
  Delete,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Put,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ContributionQuery, PlanCode, ProjectNumber, ProjectView, PutContribution } from '#shared';
import type { FastifyReply } from 'fastify';
import { Allow } from '../platform/access.js';
import { Ctx, type RequestContext } from '../platform/request-context.js';
import { etagOf } from '../platform/version.js';
import { ContributionService } from './contribution.service.js';

/** A project's links, by the code of strategy or measure. If-Match is the project's; the answer is the project. */
@ApiTags('projects')
@Controller('projects/:number/contributions/:code')
export class ContributionsController {
  constructor(private readonly service: ContributionService) {}

  /** Links the project, or changes the link. `plan` is needed only for a code that several adopted plans have. */
  @Put()
  @ApiOkResponse()
  @ApiCreatedResponse()
  @Allow('contribution.propose')
  @SerializeOptions({ schema: ProjectView })
  async putContribution(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Param('code', { schema: PlanCode }) code: string,
    @Query({ schema: ContributionQuery }) { plan }: ContributionQuery,
    @Body({ schema: PutContribution }) input: PutContribution,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectView> {
    const { made, project } = await this.service.put(ctx, { number, code, plan }, input);
    reply.status(made ? HttpStatus.CREATED : HttpStatus.OK);
    return withTag(project, reply);
  }

  /** Ends an approved link, or takes a proposed one away. */
  @Delete()
  @Allow('contribution.propose')
  @SerializeOptions({ schema: ProjectView })
  async endContribution(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Param('code', { schema: PlanCode }) code: string,
    @Query({ schema: ContributionQuery }) { plan }: ContributionQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectView> {
    return withTag(await this.service.end(ctx, { number, code, plan }), reply);
  }

  /** Approves the link, or its change of kind. */
  @Post('approval')
  @Allow('contribution.approve')
  @HttpCode(200)
  @SerializeOptions({ schema: ProjectView })
  async approveContribution(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Param('code', { schema: PlanCode }) code: string,
    @Query({ schema: ContributionQuery }) { plan }: ContributionQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectView> {
    return withTag(await this.service.approve(ctx, { number, code, plan }), reply);
  }

  /** Turns down a proposed change of kind, or takes the approval back. */
  @Delete('approval')
  @Allow('contribution.approve')
  @SerializeOptions({ schema: ProjectView })
  async withdrawApproval(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Param('code', { schema: PlanCode }) code: string,
    @Query({ schema: ContributionQuery }) { plan }: ContributionQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectView> {
    return withTag(await this.service.withdrawApproval(ctx, { number, code, plan }), reply);
  }
}

function withTag(project: ProjectView, reply: FastifyReply): ProjectView {
  reply.header('etag', etagOf(project.version));
  return project;
}
