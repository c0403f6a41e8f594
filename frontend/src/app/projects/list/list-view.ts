import type { ParamMap } from '@angular/router';
import type { Lifecycle, ProjectFilter, ProjectSort, TrafficLight } from '#shared';
import { pageSizes } from '../../ui/list-pager';
import { type ColumnKey, isUsual, projectColumns, readColumns } from './project-columns';

export type LightValue = TrafficLight | 'none';
export type Missing = NonNullable<ProjectFilter['missing']>;

/** Worst first, as they are shown. */
export const lightValues: readonly LightValue[] = ['red', 'yellow', 'green', 'none'];
export const lifecycles: readonly Lifecycle[] = [
  'not-started',
  'in-progress',
  'postponed',
  'stopped',
  'finished',
  'rejected',
];
export const missingValues: readonly Missing[] = ['status', 'strategy', 'people'];

/** The filters that take several values, any of which will do. */
export interface SeveralFilters {
  readonly sector: readonly string[];
  readonly phase: readonly string[];
  readonly lifecycle: readonly Lifecycle[];
  readonly light: readonly LightValue[];
  readonly strategy: readonly string[];
  readonly manager: readonly string[];
}
export type SeveralFilter = keyof SeveralFilters;
export const severalFilters: readonly SeveralFilter[] = [
  'light',
  'sector',
  'phase',
  'lifecycle',
  'strategy',
  'manager',
];

/** What the portfolio shows, exactly as the address says it. */
export interface ListView extends SeveralFilters {
  readonly q: string;
  readonly missing: Missing | null;
  readonly over: 'frame' | null;
  readonly sort: ProjectSort;
  readonly page: number;
  readonly size: number;
  /** Null: the usual ones. */
  readonly columns: readonly ColumnKey[] | null;
}

/** Red projects first: what needs a decision stands on top. */
const usualSort: ProjectSort = '-light';
const sorts: ReadonlySet<string> = new Set([
  'number',
  '-number',
  'name',
  '-name',
  ...projectColumns.flatMap(({ sort }) => (sort ? [sort, `-${sort}`] : [])),
]);

/** Reads the address. What it does not know, it leaves out, so that an old or mistyped link still shows a list. */
export function readView(params: ParamMap): ListView {
  const several = (name: string): string[] => (params.get(name) ?? '').split(',').filter((value) => value !== '');
  const sort = params.get('sort') ?? usualSort;
  const size = Number(params.get('size'));
  return {
    q: params.get('q')?.trim() ?? '',
    sector: several('sector'),
    phase: several('phase'),
    lifecycle: lifecycles.filter((value) => several('lifecycle').includes(value)),
    light: lightValues.filter((value) => several('light').includes(value)),
    strategy: several('strategy'),
    manager: several('manager'),
    missing: missingValues.find((value) => value === params.get('missing')) ?? null,
    over: params.get('over') === 'frame' ? 'frame' : null,
    sort: sorts.has(sort) ? (sort as ProjectSort) : usualSort,
    page: /^[1-9]\d{0,4}$/.test(params.get('page') ?? '') ? Number(params.get('page')) : 1,
    size: pageSizes.includes(size) ? size : pageSizes[0]!,
    columns: readColumns(params.get('columns')),
  };
}

/** The view as query parameters, without what is as usual. */
export function addressOf(view: ListView): Record<string, string> {
  return withoutEmpty({
    ...filtersOf(view),
    sort: view.sort === usualSort ? '' : view.sort,
    page: view.page === 1 ? '' : String(view.page),
    size: view.size === pageSizes[0] ? '' : String(view.size),
    columns: view.columns && !isUsual(view.columns) ? view.columns.join(',') : '',
  });
}

/** What the API is asked for the view. */
export function questionOf(view: ListView): Record<string, string> {
  const paging = { sort: view.sort, page: String(view.page), size: String(view.size) };
  return withoutEmpty({ ...filtersOf(view), ...paging });
}

/** What the API is asked for the whole of it as a file. */
export function downloadOf(view: ListView): Record<string, string> {
  return withoutEmpty({ ...filtersOf(view), sort: view.sort });
}

/** The same view with nothing filtered away. */
export function unfiltered(view: ListView): ListView {
  return { ...view, ...noFilters, page: 1 };
}

export function isFiltered(view: ListView): boolean {
  return (
    view.q !== '' || view.missing !== null || view.over !== null || severalFilters.some((name) => view[name].length > 0)
  );
}

const noFilters = {
  q: '',
  sector: [],
  phase: [],
  lifecycle: [],
  light: [],
  strategy: [],
  manager: [],
  missing: null,
  over: null,
} as const;

function filtersOf(view: ListView): Record<string, string> {
  return {
    q: view.q,
    ...Object.fromEntries(severalFilters.map((name) => [name, view[name].join(',')])),
    missing: view.missing ?? '',
    over: view.over ?? '',
  };
}

function withoutEmpty(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ''));
}
