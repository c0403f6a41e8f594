import { Module } from '@nestjs/common';
import { FollowUpModule } from '../follow-up/follow-up.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { CouncilFiguresQuery } from './council-figures.query.js';
import { CouncilOverviewOfYear } from './council-overview.js';
import { ReportingController } from './reporting.controller.js';

@Module({
  imports: [PlansModule, FollowUpModule],
  controllers: [ReportingController],
  providers: [CouncilFiguresQuery, CouncilOverviewOfYear],
})
export class ReportingModule {}
