import { Module } from '@nestjs/common';
import { PlansModule } from '../plans/plans.module.js';
import { ExceptionService } from './exception.service.js';
import { ExceptionsController } from './exceptions.controller.js';
import { FollowUpFactsQuery } from './follow-up-facts.query.js';
import { FollowUpController } from './follow-up.controller.js';
import { Judgements } from './judgements.js';
import { LoadRuleSet } from './load-rule-set.js';
import { OperationalMeasureService } from './operational-measure.service.js';
import { OperationalMeasuresController } from './operational-measures.controller.js';
import { OverviewOfPlan } from './overview.js';
import { PortfolioFiguresQuery } from './portfolio-figures.query.js';
import { StrategyHistoryQuery } from './strategy-history.query.js';
import { StrategyWrite } from './strategy-write.js';

@Module({
  imports: [PlansModule],
  controllers: [FollowUpController, ExceptionsController, OperationalMeasuresController],
  providers: [
    ExceptionService,
    FollowUpFactsQuery,
    LoadRuleSet,
    Judgements,
    OverviewOfPlan,
    OperationalMeasureService,
    PortfolioFiguresQuery,
    StrategyHistoryQuery,
    StrategyWrite,
  ],
  exports: [Judgements, PortfolioFiguresQuery],
})
export class FollowUpModule {}
