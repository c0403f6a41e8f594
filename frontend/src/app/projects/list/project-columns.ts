import type { ProjectSort } from '#shared';

export type SortKey = ProjectSort extends infer Sort ? (Sort extends `-${infer Key}` ? Key : never) : never;

/** A column of the portfolio that can be chosen; number and name always show. */
export interface ProjectColumn {
  readonly key: string;
  /** What the API sorts by, where it does. */
  readonly sort?: SortKey;
  /** The first press on the head gives the large, late or worst first. */
  readonly fallingFirst?: true;
  /** Figures stand to the right. */
  readonly figures?: true;
  /** The sum under the column. */
  readonly sum?: 'approvedFrameOre' | 'accountsToDateOre' | 'finalForecastOre' | 'deviationOre';
}

const all = [
  { key: 'sector', sort: 'sector' },
  { key: 'phase', sort: 'phase' },
  { key: 'lifecycle', sort: 'lifecycle' },
  { key: 'light', sort: 'light', fallingFirst: true },
  { key: 'manager', sort: 'manager' },
  { key: 'owner' },
  { key: 'strategies' },
  { key: 'starts', sort: 'starts', figures: true },
  { key: 'ends', sort: 'ends', figures: true },
  { key: 'forecast-ends', figures: true },
  { key: 'reported', sort: 'reported', figures: true },
  { key: 'place' },
  { key: 'case-number' },
  { key: 'money-kind' },
  { key: 'frame', sort: 'frame', fallingFirst: true, figures: true, sum: 'approvedFrameOre' },
  { key: 'accounts', figures: true, sum: 'accountsToDateOre' },
  { key: 'forecast', sort: 'forecast', fallingFirst: true, figures: true, sum: 'finalForecastOre' },
  { key: 'deviation', sort: 'deviation', figures: true, sum: 'deviationOre' },
] as const satisfies readonly ProjectColumn[];

export type ColumnKey = (typeof all)[number]['key'];

export const projectColumns: readonly (ProjectColumn & { readonly key: ColumnKey })[] = all;

export const usualColumns: readonly ColumnKey[] = [
  'sector',
  'phase',
  'lifecycle',
  'light',
  'manager',
  'ends',
  'frame',
  'forecast',
  'deviation',
];

/** `sector,light,frame` as columns in the table's own order; null when it names none. */
export function readColumns(text: string | null): readonly ColumnKey[] | null {
  const named = new Set((text ?? '').split(','));
  const known = all.map(({ key }) => key).filter((key) => named.has(key));
  return known.length > 0 ? known : null;
}

export const isUsual = (columns: readonly ColumnKey[]): boolean => columns.join() === usualColumns.join();
