import { Body, Controller, Get, Param, Patch, Post, Query, Res, SerializeOptions } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AsOfQuery,
  ChangeProject,
  HistoryPage,
  ProjectHistoryQuery as ProjectHistoryAsked,
  ProjectList,
  ProjectListQuery as ProjectListAsked,
  ProjectNumber,
  ProjectView,
  RegisterProject,
} from '#shared';
import type { FastifyReply } from 'fastify';
import { Allow } from '../platform/access.js';
import { KeptPerRevision } from '../platform/answers.js';
import { Ctx, type RequestContext } from '../platform/request-context.js';
import { etagOf } from '../platform/version.js';
import { ProjectHistoryQuery } from './project-history.query.js';
import { ProjectListQuery } from './project-list.query.js';
import { ProjectService } from './project.service.js';
import { ProjectViewQuery } from './project-view.query.js';

@ApiTags('projects')
@Controller('projects')
export class ProjectsController {
  constructor(
    private readonly list: ProjectListQuery,
    private readonly view: ProjectViewQuery,
    private readonly history: ProjectHistoryQuery,
    private readonly service: ProjectService,
  ) {}

  /** The portfolio: a page of projects, with sums and counts over all that the filter matches. */
  @Get()
  @Allow('project.read')
  @KeptPerRevision({ perAccount: true }) // `manager=me`
  @SerializeOptions({ schema: ProjectList })
  listProjects(
    @Ctx() ctx: RequestContext,
    @Query({ schema: ProjectListAsked }) asked: ProjectListAsked,
  ): Promise<ProjectList> {
    return this.list.page(ctx, asked);
  }

  /** Registers a project, which gets the next number of the year. */
  @Post()
  @Allow('project.register')
  @SerializeOptions({ schema: ProjectView })
  async registerProject(
    @Ctx() ctx: RequestContext,
    @Body({ schema: RegisterProject }) input: RegisterProject,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectView> {
    const project = await this.service.register(ctx, input);
    reply.header('location', `/api/projects/${project.number}`).header('etag', etagOf(project.version));
    return project;
  }

  /** One project, and what the asker may do with it. */
  @Get(':number')
  @Allow('project.read')
  @KeptPerRevision({ perAccount: true })
  @SerializeOptions({ schema: ProjectView })
  readProject(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Query({ schema: AsOfQuery }) _query: AsOfQuery,
  ): Promise<ProjectView> {
    return this.view.of(ctx, number);
  }

  /** Changes what is sent. If-Match is required; 412 has the project as it is now in `current`. */
  @Patch(':number')
  @Allow('project.change')
  @SerializeOptions({ schema: ProjectView })
  async changeProject(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Body({ schema: ChangeProject }) input: ChangeProject,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectView> {
    const project = await this.service.changeProject(ctx, number, input);
    reply.header('etag', etagOf(project.version));
    return project;
  }

  /** Who changed what: the project, its contributions, its reports and its money. */
  @Get(':number/history')
  @Allow('history.read')
  @KeptPerRevision()
  @SerializeOptions({ schema: HistoryPage })
  readProjectHistory(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Query({ schema: ProjectHistoryAsked }) asked: ProjectHistoryAsked,
  ): Promise<HistoryPage> {
    return this.history.of(ctx, number, asked);
  }
}
