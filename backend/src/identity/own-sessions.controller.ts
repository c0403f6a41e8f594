import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query, Req, Res, SerializeOptions } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangePassword, NothingAsked, OwnSession, SessionView } from '#shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AllowSignedIn } from '../platform/access.js';
import { SESSION_COOKIE } from '../platform/access.guard.js';
import { ListOf, Refuses, WithoutVersion } from '../platform/open-api/decorators.js';
import { Ctx, type RequestContext } from '../platform/request-context.js';
import { visitorOf } from './open-session.js';
import { OwnSessions } from './own-sessions.js';
import { PasswordService } from './password.service.js';
import { giveCookie } from './session-cookie.js';
import { hashToken } from './session-token.js';

/** What a person may do with her own way in. */
@ApiTags('session')
@Controller()
export class OwnSessionsController {
  constructor(
    private readonly sessions: OwnSessions,
    private readonly passwords: PasswordService,
  ) {}

  /** Where I am signed in: now, so there is no `as-of`. */
  @Get('sessions')
  @AllowSignedIn()
  @Refuses(400)
  @ListOf(OwnSession)
  listSessions(
    @Ctx() ctx: RequestContext,
    @Req() request: FastifyRequest,
    @Query({ schema: NothingAsked }) _query: NothingAsked,
  ): Promise<OwnSession[]> {
    return this.sessions.list(ctx, hashToken(request.cookies[SESSION_COOKIE]!));
  }

  /** Ends one of my sessions, here or elsewhere. */
  @Delete('sessions/:id')
  @AllowSignedIn()
  @HttpCode(204)
  @WithoutVersion()
  async endSession(@Ctx() ctx: RequestContext, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    await this.sessions.end(ctx, id);
  }

  /** Ends all my sessions but this one. */
  @Delete('sessions')
  @AllowSignedIn()
  @HttpCode(204)
  async endOtherSessions(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest): Promise<void> {
    await this.sessions.endOthers(ctx, hashToken(request.cookies[SESSION_COOKIE]!));
  }

  /** Changes my password. Every session of mine ends; this browser gets a new one. */
  @Put('session/password')
  @AllowSignedIn()
  @Refuses(429)
  @SerializeOptions({ schema: SessionView })
  async changePassword(
    @Ctx() ctx: RequestContext,
    @Body({ schema: ChangePassword }) input: ChangePassword,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return giveCookie(await this.passwords.change(ctx, input, visitorOf(request)), request, reply);
  }
}
