import type { ParamMap } from '@angular/router';
import type { AccountSort, Role } from '#shared';
import { pageSizes } from '../ui/list-pager';

export const roles: readonly Role[] = [
  'project-manager',
  'project-owner',
  'sector-administrator',
  'sector-director',
  'controller',
  'planner',
  'chief-executive',
  'secretariat',
  'councillor',
  'auditor',
  'administrator',
];
const sorts: readonly AccountSort[] = ['name', '-name', 'email', '-email'];
export const groups = ['active', 'left', 'guest'] as const;
export type Group = (typeof groups)[number];

/** What the list of people shows, exactly as the address says it. */
export interface PeopleView {
  readonly q: string;
  readonly role: Role | null;
  readonly sector: string;
  readonly group: Group | null;
  readonly sort: AccountSort;
  readonly page: number;
  readonly size: number;
}

/** Reads the address; what it does not know is left out. */
export function readPeopleView(params: ParamMap): PeopleView {
  const size = Number(params.get('size'));
  return {
    q: params.get('q')?.trim() ?? '',
    role: roles.find((role) => role === params.get('role')) ?? null,
    sector: params.get('sector') ?? '',
    group: groups.find((group) => group === params.get('group')) ?? null,
    sort: sorts.find((sort) => sort === params.get('sort')) ?? 'name',
    page: /^[1-9]\d{0,4}$/.test(params.get('page') ?? '') ? Number(params.get('page')) : 1,
    size: pageSizes.includes(size) ? size : pageSizes[0]!,
  };
}

/** The view as query parameters, without what is as usual. */
export function peopleAddress(view: PeopleView): Record<string, string> {
  return withoutEmpty({
    q: view.q,
    role: view.role ?? '',
    sector: view.sector,
    group: view.group ?? '',
    sort: view.sort === 'name' ? '' : view.sort,
    page: view.page === 1 ? '' : String(view.page),
    size: view.size === pageSizes[0] ? '' : String(view.size),
  });
}

/** What the API is asked for the view. */
export function peopleQuestion({ q, role, sector, group, sort, page, size }: PeopleView): Record<string, string> {
  return withoutEmpty({
    q,
    role: role ?? '',
    sector,
    active: group === 'active' ? 'yes' : group === 'left' ? 'no' : '',
    guest: group === 'guest' ? 'yes' : '',
    sort,
    page: String(page),
    size: String(size),
  });
}

function withoutEmpty(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ''));
}
