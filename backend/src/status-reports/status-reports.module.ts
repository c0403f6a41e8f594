import { Module } from '@nestjs/common';
import { LoadReportingPeriods } from './load-reporting-periods.js';
import { ReportingPeriodsQuery } from './reporting-periods.query.js';
import { StatusReportService } from './status-report.service.js';
import { StatusReportsController } from './status-reports.controller.js';
import { StatusReportsQuery } from './status-reports.query.js';

/** How the projects are doing, period by period. */
@Module({
  controllers: [StatusReportsController],
  providers: [ReportingPeriodsQuery, StatusReportsQuery, StatusReportService, LoadReportingPeriods],
  exports: [StatusReportService],
})
export class StatusReportsModule {}
