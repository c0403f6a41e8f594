import type { Role } from '#shared';
import { type Actor, reaches, systemContext } from './request-context.js';

const [north, south] = ['sector-north', 'sector-south'];
const actor = (...roles: [Role, string | null][]): Actor => ({
  accountId: 'me',
  name: 'Jeg (eksempel)',
  roles: roles.map(([role, sectorId]) => ({ role, sectorId })),
  permissions: new Set(),
});
const project = (sectorId: string, people: { ownerId?: string; managerId?: string } = {}) => ({
  sectorId,
  ownerId: null,
  managerId: null,
  ...people,
});

describe('how far a role reaches', () => {
  it('is to the own projects for who manages or owns them', () => {
    const manager = actor(['project-manager', north]);
    expect(reaches(manager, 'project.change', project(north, { managerId: 'me' }))).toBeTrue();
    expect(reaches(manager, 'project.change', project(south, { ownerId: 'me' }))).toBeTrue();
    expect(reaches(manager, 'project.change', project(north, { managerId: 'other' }))).toBeFalse();
    expect(reaches(manager, 'project.change', project(north))).toBeFalse();
  });

  it('is to the sector for who leads it, and to the own projects outside it', () => {
    const director = actor(['sector-director', north]);
    expect(reaches(director, 'project.change', project(north))).toBeTrue();
    expect(reaches(director, 'project.change', project(south))).toBeFalse();
    expect(reaches(director, 'project.change', project(south, { ownerId: 'me' }))).toBeTrue();
  });

  it('is to nothing for who leads a sector that is not named', () => {
    expect(reaches(actor(['sector-director', null]), 'project.change', project(north))).toBeFalse();
  });

  it('is to the municipality for planner and chief executive', () => {
    expect(reaches(actor(['planner', null]), 'contribution.approve', project(north))).toBeTrue();
    expect(reaches(actor(['chief-executive', null]), 'budget.change', project(south))).toBeTrue();
  });

  it('does not grow by another role: a controller who manages one project does not change every project', () => {
    const both = actor(['controller', null], ['project-manager', north]);
    expect(reaches(both, 'budget.change', project(south))).toBeTrue();
    expect(reaches(both, 'project.change', project(south))).toBeFalse();
    expect(reaches(both, 'project.change', project(south, { managerId: 'me' }))).toBeTrue();
  });

  it('does not go where no role gives the permission, one’s own project or not', () => {
    for (const role of ['auditor', 'councillor', 'secretariat', 'administrator'] as const)
      expect(reaches(actor([role, null]), 'project.change', project(north, { ownerId: 'me' })))
        .withContext(role)
        .toBeFalse();
  });

  it('is to everything for the system itself', () => {
    expect(reaches(systemContext(new Date(), '2026-11-23').actor, 'plan.change', project(north))).toBeTrue();
  });
});
