import { type Permission, type ProjectView, type Role, permissionsOfRole, scopeOfRole } from '#shared';
import { Refusal } from '../platform/refusal.js';
import { type Actor, type OwnedRecord, type RequestContext, isInside, reaches } from '../platform/request-context.js';

/** What decides who may write a project. */
export interface ProjectInReach extends OwnedRecord {
  readonly number: string;
  readonly lifecycle: ProjectView['lifecycle'];
}

/** @throws Refusal 403 not-your-project when no role of the asker's both has the permission and reaches the project */
export function requireReach({ actor }: RequestContext, permission: Permission, project: ProjectInReach): void {
  if (!reaches(actor, permission, project))
    throw new Refusal(403, 'not-your-project', { details: { permission, project: project.number } });
}

/**
 * Projects are registered in, and moved to, a sector of one's own, or any sector for roles of the whole municipality.
 * @throws Refusal 403 not-your-sector
 */
export function requireSector({ actor }: RequestContext, sector: { id: string; code: string }): void {
  const may =
    actor.accountId === null ||
    actor.roles.some(
      ({ role, sectorId }) =>
        permissionsOfRole[role].includes('project.register') &&
        (scopeOfRole[role] === 'municipality' || sectorId === sector.id),
    );
  if (!may)
    throw new Refusal(403, 'not-your-sector', {
      fields: [{ path: 'sector', code: 'not-your-sector', message: 'none of your roles is for this sector' }],
      details: { sector: sector.code },
    });
}

export const hasRole = ({ roles }: Actor, wanted: Role): boolean => roles.some(({ role }) => role === wanted);

/** Links that nobody has approved are under way inside the municipality, as undecided exceptions are. */
export function seesProposedLinks({ actor }: RequestContext): boolean {
  return isInside(actor);
}

/** What the page shows and the writes hold. Nothing of the past may be changed. */
export function accessTo({ actor, asOf }: RequestContext, project: ProjectInReach): ProjectView['may'] {
  const may = (permission: Permission) => asOf === null && reaches(actor, permission, project);
  return {
    change: may('project.change'),
    report: may('status-report.submit') && takesReports(project),
    propose: may('contribution.propose'),
    approve: may('contribution.approve'),
    changeBudget: may('budget.change'),
  };
}

/** A project that is over, or never came to be, has no status to report. */
export function takesReports({ lifecycle }: Pick<ProjectInReach, 'lifecycle'>): boolean {
  return lifecycle !== 'finished' && lifecycle !== 'rejected';
}
