import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { BudgetsModule } from './budgets/budgets.module.js';
import { entities } from './entities.js';
import { FollowUpModule } from './follow-up/follow-up.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { ImportExportModule } from './import-export/import-export.module.js';
import { PlansModule } from './plans/plans.module.js';
import { AccessGuard } from './platform/access.guard.js';
import type { Environment } from './platform/environment.js';
import { PlatformModule } from './platform/platform.module.js';
import { ProjectsModule } from './projects/projects.module.js';
import { ReportingModule } from './reporting/reporting.module.js';
import { StatusReportsModule } from './status-reports/status-reports.module.js';

/** The features, in reading order. */
@Module({})
export class AppModule {
  static with(environment: Environment): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(environment, entities),
        IdentityModule,
        PlansModule,
        ProjectsModule,
        StatusReportsModule,
        BudgetsModule,
        FollowUpModule,
        ReportingModule,
        ImportExportModule,
      ],
      providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
    };
  }
}
