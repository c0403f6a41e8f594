import { Body, Controller, Get, Param, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AsOfQuery,
  ProjectNumber,
  ReportingPeriod,
  StatusReport,
  StatusReportList,
  StatusReportQuery,
  SubmitStatusReport,
  SuggestedLight,
  SuggestionQuery,
} from '#shared';
import { Allow } from '../platform/access.js';
import { KeptPerRevision } from '../platform/answers.js';
import { ListOf, WithoutVersion } from '../platform/open-api/decorators.js';
import { Ctx, type RequestContext } from '../platform/request-context.js';
import { ReportingPeriodsQuery } from './reporting-periods.query.js';
import { StatusReportService } from './status-report.service.js';
import { StatusReportsQuery } from './status-reports.query.js';

@ApiTags('status reports')
@Controller()
export class StatusReportsController {
  constructor(
    private readonly reports: StatusReportsQuery,
    private readonly periods: ReportingPeriodsQuery,
    private readonly service: StatusReportService,
  ) {}

  /** The reporting periods, the newest first. */
  @Get('reporting-periods')
  @Allow('status-report.read')
  @KeptPerRevision()
  @ListOf(ReportingPeriod)
  listReportingPeriods(
    @Ctx() ctx: RequestContext,
    @Query({ schema: AsOfQuery }) _query: AsOfQuery,
  ): Promise<ReportingPeriod[]> {
    return this.periods.all(ctx);
  }

  /** A project's status reports, the newest first, and the period the next one is for. */
  @Get('projects/:number/status-reports')
  @Allow('status-report.read')
  @KeptPerRevision()
  @SerializeOptions({ schema: StatusReportList })
  listStatusReports(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Query({ schema: StatusReportQuery }) asked: StatusReportQuery,
  ): Promise<StatusReportList> {
    return this.reports.of(ctx, number, asked);
  }

  /** The lights that dates and money suggest, each with its reason. A person decides. */
  @Get('projects/:number/status-reports/suggestion')
  @Allow('status-report.read')
  @ListOf(SuggestedLight)
  suggestLights(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Query({ schema: SuggestionQuery }) typed: SuggestionQuery,
  ): Promise<SuggestedLight[]> {
    return this.reports.suggestion(ctx, number, typed);
  }

  /** Submits a status report. It stands as it is; a correction is a new one. */
  @Post('projects/:number/status-reports')
  @Allow('status-report.submit')
  @WithoutVersion()
  @SerializeOptions({ schema: StatusReport })
  submitStatusReport(
    @Ctx() ctx: RequestContext,
    @Param('number', { schema: ProjectNumber }) number: string,
    @Body({ schema: SubmitStatusReport }) input: SubmitStatusReport,
  ): Promise<StatusReport> {
    return this.service.submit(ctx, number, input);
  }
}
