import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AsOfQuery, SealedSoFar } from '#shared';
import { Allow } from '../access.js';
import { Ctx, type RequestContext } from '../request-context.js';
import { SealQuery } from './seal.query.js';

/** The seals over the history. */
@ApiTags('history')
@Controller('history')
export class SealController {
  constructor(private readonly seals: SealQuery) {}

  /** How far the history is sealed: the last seal, and how many changes wait for the next; 404 before the first change. */
  @Get('seal')
  @Allow('history.read')
  @SerializeOptions({ schema: SealedSoFar })
  readSeal(@Ctx() ctx: RequestContext, @Query({ schema: AsOfQuery }) _query: AsOfQuery): Promise<SealedSoFar> {
    return this.seals.soFar(ctx);
  }
}
