import { Module } from '@nestjs/common';
import { ContributionService } from './contribution.service.js';
import { ContributionsController } from './contributions.controller.js';
import { LoadPhases } from './load-phases.js';
import { PhasesController } from './phases.controller.js';
import { PhasesQuery } from './phases.query.js';
import { ProjectCsvQuery } from './project-csv.query.js';
import { ProjectHistoryQuery } from './project-history.query.js';
import { ProjectListQuery } from './project-list.query.js';
import { ProjectService } from './project.service.js';
import { ProjectViewQuery } from './project-view.query.js';
import { ProjectsCsvController } from './projects-csv.controller.js';
import { ProjectsController } from './projects.controller.js';
import { SearchController } from './search.controller.js';
import { SearchQuery } from './search.query.js';

/** What the sectors do to carry the plan out, and what each of it contributes to. */
@Module({
  controllers: [PhasesController, ProjectsController, ProjectsCsvController, ContributionsController, SearchController],
  providers: [
    PhasesQuery,
    ProjectListQuery,
    ProjectCsvQuery,
    ProjectHistoryQuery,
    ProjectViewQuery,
    SearchQuery,
    ProjectService,
    ContributionService,
    LoadPhases,
  ],
  exports: [ProjectService, ContributionService, ProjectViewQuery],
})
export class ProjectsModule {}
