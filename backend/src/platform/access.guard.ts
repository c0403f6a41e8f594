import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AsOf, Language, osloDate } from '#shared';
import type { FastifyRequest } from 'fastify';
import { ACCESS, type Access } from './access.js';
import { versionFromIfMatch } from './answers.js';
import { readAsOf } from './instant.js';
import { Refusal } from './refusal.js';
import type { Actor, SignedIn } from './request-context.js';

/** Who a session token belongs to, and the number of the last change. Identity answers this, in one statement. */
export abstract class Sessions {
  abstract actorOf(token: string | undefined, now: Date): Promise<SignedIn>;

  /** The same as it was heard a moment ago, for the repeated reads of a session that asks without pause. */
  abstract justAsked(token: string | undefined, now: Date): SignedIn | undefined;

  /** Something has been written here: nothing that was heard before may serve. */
  abstract forget(): void;
}

export const SESSION_COOKIE = 'planspor';

/** Opens what the handler opens and nothing else; makes the request's context. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      execution.getHandler(),
      execution.getClass(),
    ]);
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    if (!access) throw new Refusal(403, 'not-allowed');
    if (!isReading(request)) requireOwnOrigin(request);
    if ('public' in access) return true;

    const now = new Date();
    request.signedIn ??= await this.sessions.actorOf(request.cookies[SESSION_COOKIE], now);
    const { actor, revision } = request.signedIn;
    if (!actor) throw new Refusal(401, 'sign-in-required');
    if (!isOpenTo(access, actor)) {
      const details = 'permission' in access ? { permission: access.permission } : {};
      throw new Refusal(403, 'not-allowed', { details });
    }
    const given = (request.query as Record<string, unknown> | undefined)?.['as-of'];
    if (given !== undefined && !isReading(request)) throw new Refusal(400, 'as-of-is-for-reading');
    // what is neither date nor instant is refused by the handler's own schema
    const asOf = AsOf.safeParse(given).success ? readAsOf(given as string, now) : null;
    request.context = {
      actor,
      now,
      asOf,
      revision,
      today: asOf?.date ?? osloDate(now),
      language: languageOf(request.headers['accept-language']),
      requestId: request.id,
      expectedVersion: versionFromIfMatch(request.headers['if-match']),
      idempotency: isReading(request) ? null : idempotencyOf(request),
    };
    return true;
  }
}

/** Whether somebody who is signed in may use what says this of itself. */
export function isOpenTo(access: Access, actor: Actor): boolean {
  return 'permission' in access ? actor.permissions.has(access.permission) : 'signedIn' in access;
}

const isReading = (request: FastifyRequest): boolean => request.method === 'GET' || request.method === 'HEAD';
/** Browsers send the same few headers again and again. */
const languages = new Map<string, Language>();

/** The best of our languages that the header names; bokmål otherwise. `no` is bokmål. */
export function languageOf(header: string | undefined): Language {
  const known = languages.get(header ?? '');
  if (known) return known;
  const language = readLanguage(header);
  if (languages.size < 1000) languages.set(header ?? '', language);
  return language;
}

function readLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1])
        .find((found) => found !== undefined);
      return {
        language: tag.toLowerCase().split('-')[0]!,
        quality: quality === undefined ? 1 : Number(quality),
        index,
      };
    })
    .sort((a, b) => b.quality - a.quality || a.index - b.index);
  for (const { language } of wanted) {
    const known = Language.safeParse(language === 'no' ? 'nb' : language);
    if (known.success) return known.data;
  }
  return 'nb';
}

/** A write that a browser sends must come from our own pages (CSRF), whatever cookies say. */
function requireOwnOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const foreign =
    site !== undefined
      ? site !== 'same-origin' && site !== 'none'
      : origin !== undefined && hostOf(origin) !== request.headers.host;
  if (foreign) throw new Refusal(403, 'foreign-origin');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function idempotencyOf(request: FastifyRequest): { key: string; requestHash: string } | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key)) throw new Refusal(400, 'idempotency-key-malformed');
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex');
  return { key, requestHash };
}
