import { Module } from '@nestjs/common';
import { LoadPlans } from './load-plans.js';
import { PlanQuery } from './plan.query.js';
import { PlanService } from './plan.service.js';
import { PlansController } from './plans.controller.js';

@Module({
  controllers: [PlansController],
  providers: [LoadPlans, PlanQuery, PlanService],
  exports: [PlanQuery, PlanService],
})
export class PlansModule {}
