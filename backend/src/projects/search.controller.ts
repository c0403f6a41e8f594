import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SearchAnswer, SearchQuery as SearchAsked } from '#shared';
import { Allow } from '../platform/access.js';
import { Ctx, type RequestContext } from '../platform/request-context.js';
import { SearchQuery } from './search.query.js';

@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(private readonly search: SearchQuery) {}

  /** Strategies and measures of adopted plans, and projects, by code, number or words; the best first. */
  @Get()
  @Allow('project.read')
  @SerializeOptions({ schema: SearchAnswer })
  findByWords(@Ctx() ctx: RequestContext, @Query({ schema: SearchAsked }) { q }: SearchAsked): Promise<SearchAnswer> {
    return this.search.find(ctx, q);
  }
}
