import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { ProjectCsvQuery as ProjectCsvAsked } from '#shared';
import { Allow } from '../platform/access.js';
import { Ctx, type RequestContext } from '../platform/request-context.js';
import { ProjectCsvQuery } from './project-csv.query.js';

@ApiTags('projects')
@Controller('projects.csv')
export class ProjectsCsvController {
  constructor(private readonly csv: ProjectCsvQuery) {}

  /** The portfolio as a file for spreadsheets: the same filters and order as the list, every row. */
  @Get()
  @Allow('project.read')
  @ApiProduces('text/csv')
  async downloadProjects(
    @Ctx() ctx: RequestContext,
    @Query({ schema: ProjectCsvAsked }) asked: ProjectCsvAsked,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.csv.file(ctx, asked), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="prosjekter-${ctx.today}.csv"`,
    });
  }
}
