import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PeopleQuery as Asked, PersonList } from '#shared';
import { Allow } from '../platform/access.js';
import { KeptPerRevision } from '../platform/answers.js';
import { Ctx, type RequestContext } from '../platform/request-context.js';
import { PeopleQuery } from './people.query.js';

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(private readonly people: PeopleQuery) {}

  /** People to choose owner and manager from, with those who have left marked. */
  @Get()
  @Allow('people.read')
  @KeptPerRevision()
  @SerializeOptions({ schema: PersonList })
  listPeople(@Ctx() ctx: RequestContext, @Query({ schema: Asked }) query: Asked): Promise<PersonList> {
    return this.people.list(ctx, query);
  }
}
