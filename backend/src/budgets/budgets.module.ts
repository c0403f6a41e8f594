import { Module } from '@nestjs/common';
import { BudgetQuery } from './budget.query.js';
import { BudgetService } from './budget.service.js';
import { BudgetsController } from './budgets.controller.js';

/** The money of projects: frame by decisions, appropriations and accounts by year. Whole øre. */
@Module({
  controllers: [BudgetsController],
  providers: [BudgetQuery, BudgetService],
  exports: [BudgetService],
})
export class BudgetsModule {}
