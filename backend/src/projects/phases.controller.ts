import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AsOfQuery, Phase } from '#shared';
import { Allow } from '../platform/access.js';
import { KeptPerRevision } from '../platform/answers.js';
import { ListOf } from '../platform/open-api/decorators.js';
import { Ctx, type RequestContext } from '../platform/request-context.js';
import { PhasesQuery } from './phases.query.js';

@ApiTags('projects')
@Controller('phases')
export class PhasesController {
  constructor(private readonly phases: PhasesQuery) {}

  /** The phases a project may be in, in rising order. */
  @Get()
  @Allow('project.read')
  @KeptPerRevision()
  @ListOf(Phase)
  listPhases(@Ctx() ctx: RequestContext, @Query({ schema: AsOfQuery }) _query: AsOfQuery): Promise<Phase[]> {
    return this.phases.all(ctx);
  }
}
