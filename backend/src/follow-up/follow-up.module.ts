import { Module } from '@nestjs/common';
import { PlansModule } from '../plans/plans.module.js';
import { FollowUpFactsQuery } from './follow-up-facts.query.js';
import { FollowUpController } from './follow-up.controller.js';
import { Judgements } from './judgements.js';
import { LoadRuleSet } from './load-rule-set.js';
import { OverviewOfPlan } from './overview.js';
import { PortfolioFiguresQuery } from './portfolio-figures.query.js';
import { StrategyHistoryQuery } from './strategy-history.query.js';

@Module({
  imports: [PlansModule],
  controllers: [FollowUpController],
  providers: [FollowUpFactsQuery, LoadRuleSet, Judgements, OverviewOfPlan, PortfolioFiguresQuery, StrategyHistoryQuery],
  exports: [Judgements, PortfolioFiguresQuery],
})
export class FollowUpModule {}
