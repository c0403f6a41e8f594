import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Language, LocalDate, Permission, RecordScope, Role } from '#shared';
import type { FastifyRequest } from 'fastify';
import type { PastInstant } from './instant.js';

/** Who is asking. The system itself (loading the plan, migrating data) has no account. */
export interface Actor {
  readonly accountId: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Sectors the roles hold for. */
  readonly sectorIds: readonly string[];
  readonly permissions: ReadonlySet<Permission>;
  /** How far the write permissions reach: the widest of the roles'. */
  readonly scope: RecordScope;
}

/** Who asks, what time it is, and under which conditions. First parameter of every service and query. */
export interface RequestContext {
  readonly actor: Actor;
  readonly now: Date;
  /** The date of evaluation in Europe/Oslo: today, or the date that is asked about. */
  readonly today: LocalDate;
  readonly asOf: PastInstant | null;
  readonly language: Language;
  readonly requestId: string;
  /** Number of the last change when the request came in. */
  readonly revision: number;
  /** From If-Match: the record's version the writer has seen; null when the header is absent. */
  readonly expectedVersion: number | null;
  readonly idempotency: { readonly key: string; readonly requestHash: string } | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    context?: RequestContext;
  }
}

/** The request's context, made by the access guard. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext => {
  const { context } = execution.switchToHttp().getRequest<FastifyRequest>();
  if (!context) throw new Error('a handler without an access guard asked for its context');
  return context;
});

/** The context of work the system does on its own. */
export function systemContext(now: Date, today: LocalDate): RequestContext {
  return {
    actor: {
      accountId: null,
      name: 'Planspor',
      roles: [],
      sectorIds: [],
      permissions: new Set(),
      scope: 'municipality',
    },
    now,
    today,
    asOf: null,
    language: 'nb',
    requestId: 'system',
    revision: 0,
    expectedVersion: null,
    idempotency: null,
  };
}
