import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req, Res, SerializeOptions } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DemoAccounts, NothingAsked, SessionView, SignIn, SignInByLink } from '#shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowSignedIn, Public } from '../platform/access.js';
import { SESSION_COOKIE } from '../platform/access.guard.js';
import { Refuses } from '../platform/open-api/decorators.js';
import { Refusal } from '../platform/refusal.js';
import { Ctx, type RequestContext } from '../platform/request-context.js';
import { DemonstrationAccounts } from './demonstration-accounts.js';
import { visitorOf } from './open-session.js';
import { SessionQuery } from './session.query.js';
import { giveCookie, takeCookie } from './session-cookie.js';
import { SessionService } from './session.service.js';
import { hashToken } from './session-token.js';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly service: SessionService,
    private readonly session: SessionQuery,
    private readonly demonstration: DemonstrationAccounts,
  ) {}

  /** Signs in with e-mail and password; the session is in the cookie. */
  @Post()
  @Public()
  @HttpCode(200)
  @Refuses(401, 429)
  @SerializeOptions({ schema: SessionView })
  async signIn(
    @Body({ schema: SignIn }) input: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return giveCookie(await this.service.signIn(input, visitorOf(request)), request, reply);
  }

  /** Signs in with a one-time link. */
  @Post('link')
  @Public()
  @HttpCode(200)
  @Refuses(401)
  @SerializeOptions({ schema: SessionView })
  async signInByLink(
    @Body({ schema: SignInByLink }) { token }: SignInByLink,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return giveCookie(await this.service.signInByLink(token, visitorOf(request)), request, reply);
  }

  /** Who am I and what may I: now, so there is no `as-of`. */
  @Get()
  @AllowSignedIn()
  @Refuses(400)
  @SerializeOptions({ schema: SessionView })
  async readSession(
    @Ctx() ctx: RequestContext,
    @Req() request: FastifyRequest,
    @Query({ schema: NothingAsked }) _query: NothingAsked,
  ): Promise<SessionView> {
    const view = await this.session.of(hashToken(request.cookies[SESSION_COOKIE]!), ctx.today);
    if (!view) throw new Refusal(401, 'sign-in-required');
    return view;
  }

  /** Signs out. Does nothing when nobody is signed in. */
  @Delete()
  @Public()
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.service.signOut(request.cookies[SESSION_COOKIE], request.id);
    takeCookie(request, reply);
  }

  /** The demonstration accounts and their password; 404 where they cannot be used. */
  @Get('demo-accounts')
  @Public()
  @Refuses(400, 404)
  @SerializeOptions({ schema: DemoAccounts })
  listDemoAccounts(@Query({ schema: NothingAsked }) _query: NothingAsked): Promise<DemoAccounts> {
    return this.demonstration.list();
  }
}
