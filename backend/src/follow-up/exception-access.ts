import { DecisionLevel, electedLevels, type ExceptionState, type ExceptionView, isElected } from '#shared';
import { type Actor, type RequestContext, reaches } from '../platform/request-context.js';
import type { ExceptionStanding } from './domain/exceptions.js';
import type { ExceptionMaterial } from './follow-up-facts.query.js';

/**
 * The levels at which somebody may decide on a strategy, or record what was decided: a kommunalsjef for the own sector,
 * the kommunedirektør, and for elected bodies whoever records their decisions (domain-full § 3.3, rules E8).
 */
export function levelsOf(actor: Actor, leadSectorId: string | null): DecisionLevel[] {
  const levels = actor.roles.flatMap(({ role, sectorId }): readonly DecisionLevel[] => {
    if (role === 'sector-director') return sectorId !== null && sectorId === leadSectorId ? ['sector-director'] : [];
    if (role === 'chief-executive') return ['chief-executive', ...electedLevels];
    return role === 'secretariat' ? electedLevels : [];
  });
  return DecisionLevel.options.filter((level) => levels.includes(level));
}

/** Who answers for a level may correct and end what was decided there; the kommunedirektør at every level (rules E8). */
export function answersFor(levels: readonly DecisionLevel[], level: DecisionLevel): boolean {
  return levels.includes(level) || levels.includes('chief-executive');
}

/** Proposer and decider are two people: nobody decides on her own proposal, but may record what a body did (rules E5). */
export function levelsFor(
  levels: readonly DecisionLevel[],
  { accountId }: Actor,
  proposedBy: string | null,
): DecisionLevel[] {
  const own = proposedBy === null || proposedBy === accountId;
  return levels.filter((level) => isElected(level) || !own);
}

/** Somebody has decided, whether or not it is good enough to count. */
export const isDecided = ({ decidedOn, level }: Pick<ExceptionMaterial, 'decidedOn' | 'level'>): boolean =>
  decidedOn !== null && level !== null;

/** One word for how an exception stands on a date. */
export function stateOf(exception: ExceptionMaterial, standing: ExceptionStanding, date: string): ExceptionState {
  if (exception.withdrawnOn !== null && exception.withdrawnOn <= date) return 'withdrawn';
  if (standing.valid) return 'valid';
  if (!isDecided(exception)) return 'proposed';
  if (standing.lapsed) return 'lapsed';
  return standing.defects.length === 0 && exception.validFrom > date ? 'upcoming' : 'without-effect';
}

/**
 * What the asker may do with an exception. What is over stands as it was judged; what has held is ended, not removed;
 * nothing of the past may be changed.
 */
export function accessToException(
  { actor, asOf, today }: Pick<RequestContext, 'actor' | 'asOf' | 'today'>,
  exception: ExceptionMaterial,
  standing: ExceptionStanding,
  leadSectorId: string | null,
): ExceptionView['may'] {
  const nothing = { change: false, decideAs: [], withdraw: false, remove: false };
  const { level, proposedBy, validFrom, withdrawnOn } = exception;
  if (asOf !== null || (withdrawnOn !== null && withdrawnOn <= today)) return nothing;
  const levels = levelsOf(actor, leadSectorId);
  if (!isDecided(exception)) {
    const may = proposedBy === actor.accountId || levels.length > 0;
    return { change: may, decideAs: levelsFor(levels, actor, proposedBy), withdraw: false, remove: may };
  }
  if (standing.lastDay < today || !answersFor(levels, level!)) return nothing;
  return { change: true, decideAs: [], withdraw: true, remove: validFrom >= today };
}

/** What the asker may do on a strategy, beside what is registered there. */
export function accessToStrategy(
  { actor, asOf }: Pick<RequestContext, 'actor' | 'asOf'>,
  leadSectorId: string | null,
): { propose: boolean; recordAs: DecisionLevel[]; operate: boolean } {
  if (asOf !== null) return { propose: false, recordAs: [], operate: false };
  return {
    propose: actor.permissions.has('exception.propose'),
    recordAs: levelsOf(actor, leadSectorId).filter(isElected),
    operate: mayOperate(actor, leadSectorId),
  };
}

/** Who leads a strategy, or reaches the whole municipality, tells of the ordinary operations that follow it up. */
export function mayOperate(actor: Actor, leadSectorId: string | null): boolean {
  const record = { sectorId: leadSectorId, ownerId: null, managerId: null };
  return reaches(actor, 'operational-measure.change', record);
}
