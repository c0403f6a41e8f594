import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Language, type LocalDate, type Permission, type Role, permissionsOfRole, scopeOfRole } from '#shared';
import type { FastifyRequest } from 'fastify';
import type { PastInstant } from './instant.js';

/** A role somebody has today, and the sector it is for. */
export interface RoleHeld {
  readonly role: Role;
  readonly sectorId: string | null;
}

/** Who is asking. The system itself (loading the plan, migrating data) has no account. */
export interface Actor {
  readonly accountId: string | null;
  readonly name: string;
  readonly roles: readonly RoleHeld[];
  /** What the roles together open at the edge; `reaches` says whether for this very record. */
  readonly permissions: ReadonlySet<Permission>;
}

/** Whether what is only proposed is shown: councillors read what is decided; the rest is the administration's work. */
export const isInside = ({ accountId, permissions }: Pick<Actor, 'accountId' | 'permissions'>): boolean =>
  accountId === null || permissions.has('history.read');

/** What says whom a record belongs to. */
export interface OwnedRecord {
  readonly sectorId: string | null;
  readonly ownerId: string | null;
  readonly managerId: string | null;
}

/**
 * Does one of the actor's roles give this permission for this record? Each role reaches as far as its own scope: a
 * controller who also manages a project may not therefore change every project. The system reaches everything.
 */
export function reaches({ accountId, roles }: Actor, permission: Permission, record: OwnedRecord): boolean {
  if (accountId === null) return true;
  const own = record.ownerId === accountId || record.managerId === accountId;
  return roles
    .filter(({ role }) => permissionsOfRole[role].includes(permission))
    .some(({ role, sectorId }) => {
      const scope = scopeOfRole[role];
      return (
        own || scope === 'municipality' || (scope === 'sector' && sectorId !== null && sectorId === record.sectorId)
      );
    });
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

/** Whose session it is, and the number of the last change when that was asked. */
export interface SignedIn {
  readonly actor: Actor | null;
  readonly revision: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    context?: RequestContext;
    /** Asked before the guard, when the path has been read before. */
    signedIn?: SignedIn;
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
    actor: { accountId: null, name: 'Planspor', roles: [], permissions: new Set() },
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
