import { computed, inject, type Signal } from '@angular/core';
import { type Permission, permissionsOfRole, scopeOfRole, type SectorRef } from '#shared';
import { Municipality } from '../../platform/municipality';
import { Session } from '../../platform/session';
import { ProjectClient } from '../project-client';
import type { ProjectChoices } from './project-fields';

const registering: Permission = 'project.register';

/**
 * What the form lets one choose from: phases, committees, and the sectors one may register in – all for roles of the
 * whole municipality, else one's own. The sector a project is in can always stay. Called while a page is built.
 */
export function projectChoices(current: Signal<SectorRef | undefined>) {
  const { facts } = inject(Municipality);
  const session = inject(Session);
  const phases = inject(ProjectClient).phases();
  const sectors = computed((): readonly SectorRef[] => {
    const account = session.current()?.account;
    const today = facts()?.today ?? '';
    const roles = (account?.roles ?? []).filter((role) => permissionsOfRole[role].includes(registering));
    const everywhere = roles.some((role) => scopeOfRole[role] === 'municipality');
    const own = new Set(account?.sectors.map(({ code }) => code));
    return (facts()?.sectors ?? []).filter(
      ({ code, validTo }) =>
        code === current()?.code || ((validTo === null || validTo >= today) && (everywhere || own.has(code))),
    );
  });
  return {
    error: phases.error,
    reload: () => phases.reload(),
    /** Undefined until all of it is here. */
    all: computed((): ProjectChoices | undefined =>
      phases.hasValue() && phases.value().length > 0 && facts()
        ? { phases: phases.value(), sectors: sectors(), committees: facts()!.committees }
        : undefined,
    ),
  };
}
