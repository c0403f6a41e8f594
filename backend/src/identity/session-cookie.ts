import type { SessionView } from '#shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../platform/access.guard.js';
import type { OpenedSession } from './open-session.js';
import { SESSION_SECONDS } from './session-limits.js';

/** Not for scripts, not for other sites' requests, and not over plain http where the request came by https. */
const cookieFor = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' }) as const;

export function giveCookie({ token, view }: OpenedSession, request: FastifyRequest, reply: FastifyReply): SessionView {
  reply.setCookie(SESSION_COOKIE, token, { ...cookieFor(request), maxAge: SESSION_SECONDS });
  return view;
}

export function takeCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, cookieFor(request));
}
