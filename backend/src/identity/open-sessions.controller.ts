import { Controller, Delete, Get, HttpCode, Param, Query, Req, SerializeOptions } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OpenSessionList, OpenSessionsQuery } from '#shared';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { Allow } from '../platform/access.js';
import { SESSION_COOKIE } from '../platform/access.guard.js';
import { WithoutVersion } from '../platform/open-api/decorators.js';
import { Ctx, type RequestContext } from '../platform/request-context.js';
import { OpenSessions } from './open-sessions.js';
import { hashToken } from './session-token.js';

/** Who is signed in, for the administrator. */
@ApiTags('session')
@Controller('open-sessions')
export class OpenSessionsController {
  constructor(private readonly sessions: OpenSessions) {}

  /** Everybody who is signed in, the most recently seen first: now, so there is no `as-of`. */
  @Get()
  @Allow('session.administer')
  @SerializeOptions({ schema: OpenSessionList })
  listOpenSessions(
    @Req() request: FastifyRequest,
    @Query({ schema: OpenSessionsQuery }) query: OpenSessionsQuery,
  ): Promise<OpenSessionList> {
    return this.sessions.list(query, hashToken(request.cookies[SESSION_COOKIE]!));
  }

  /** Ends one session of anybody's, which is signed out there at once. */
  @Delete(':id')
  @Allow('session.administer')
  @HttpCode(204)
  @WithoutVersion()
  async endOpenSession(@Ctx() ctx: RequestContext, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    await this.sessions.end(ctx, id);
  }
}
