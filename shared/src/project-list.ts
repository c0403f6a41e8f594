import * as z from 'zod';
import { LocalDate } from './dates.js';
import { PersonRef, SectorRef } from './identity.js';
import { Ore } from './money.js';
import { AsOf, PageQuery } from './problem.js';
import { Lifecycle, Lights, MoneyKind, Phase, TrafficLight } from './projects.js';

export const ProjectRow = z
  .object({
    number: z.string(),
    name: z.string(),
    sector: SectorRef,
    phase: Phase,
    lifecycle: Lifecycle,
    manager: PersonRef.nullable(),
    owner: PersonRef.nullable(),
    startsOn: LocalDate.nullable(),
    endsOn: LocalDate.nullable(),
    forecastEndsOn: LocalDate.nullable(),
    light: TrafficLight.nullable(),
    lights: Lights.nullable(),
    reportedAt: z.iso.datetime({ offset: true }).nullable(),
    strategies: z.array(z.string()),
    place: z.string(),
    caseNumber: z.string().nullable(),
    moneyKind: MoneyKind,
    approvedFrameOre: Ore.nullable(),
    accountsToDateOre: Ore,
    finalForecastOre: Ore.nullable(),
    deviationOre: Ore.nullable(),
    example: z.boolean(),
  })
  .meta({ id: 'ProjectRow' });
export type ProjectRow = z.infer<typeof ProjectRow>;

export const ProjectSort = z.enum([
  'number',
  '-number',
  'name',
  '-name',
  'sector',
  '-sector',
  'phase',
  '-phase',
  'lifecycle',
  '-lifecycle',
  'light',
  '-light',
  'manager',
  '-manager',
  'starts',
  '-starts',
  'ends',
  '-ends',
  'frame',
  '-frame',
  'forecast',
  '-forecast',
  'deviation',
  '-deviation',
  'reported',
  '-reported',
]);
export type ProjectSort = z.infer<typeof ProjectSort>;

/** Several values of one filter are separated by commas and mean any of them; filters together mean all of them. */
const anyOf = <T extends z.ZodType>(value: T) =>
  z
    .preprocess(
      (given) => (typeof given === 'string' ? given.split(',').filter((part) => part !== '') : given),
      z.array(value).max(50),
    )
    .optional();

export const ProjectFilter = z.strictObject({
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .meta({ description: 'Words in number, name, description, place or case number' }),
  sector: anyOf(z.string().max(40)),
  phase: anyOf(z.string().max(40)),
  lifecycle: anyOf(Lifecycle),
  light: anyOf(z.enum(['green', 'yellow', 'red', 'none'])).meta({
    description: 'Overall light; `none` is no status yet',
  }),
  strategy: anyOf(z.string().max(40)).meta({ description: 'Code of a strategy, a measure, or an area' }),
  manager: anyOf(z.union([z.uuid(), z.enum(['none', 'me'])])),
  missing: z.enum(['status', 'strategy', 'people']).optional().meta({
    description: 'Without status for the last closed period, without approved strategy, or without manager or owner',
  }),
  over: z.enum(['frame']).optional().meta({ description: 'Final forecast above the approved frame' }),
});
export type ProjectFilter = z.infer<typeof ProjectFilter>;

export const ProjectListQuery = z.strictObject({
  ...ProjectFilter.shape,
  ...PageQuery.shape,
  sort: ProjectSort.default('number'),
  'as-of': AsOf.optional(),
});
export type ProjectListQuery = z.infer<typeof ProjectListQuery>;

/** The columns of the portfolio beside number and name, which always show. */
export const ProjectColumn = z.enum([
  'sector',
  'phase',
  'lifecycle',
  'light',
  'manager',
  'owner',
  'strategies',
  'starts',
  'ends',
  'forecast-ends',
  'reported',
  'place',
  'case-number',
  'money-kind',
  'frame',
  'accounts',
  'forecast',
  'deviation',
]);
export type ProjectColumn = z.infer<typeof ProjectColumn>;

/** The same filters and order as the list, without pages. */
export const ProjectCsvQuery = z.strictObject({
  ...ProjectFilter.shape,
  sort: ProjectSort.default('number'),
  columns: anyOf(ProjectColumn).meta({ description: 'In this order, after number and name; all when left out' }),
  'as-of': AsOf.optional(),
});
export type ProjectCsvQuery = z.infer<typeof ProjectCsvQuery>;

/** A page of projects, with sums and counts over everything the filter matches, not only this page. */
export const ProjectList = z
  .object({
    total: z.int(),
    page: z.int(),
    size: z.int(),
    sums: z.object({
      approvedFrameOre: Ore,
      accountsToDateOre: Ore,
      finalForecastOre: Ore,
      deviationOre: Ore.meta({ description: 'Over projects with both frame and forecast' }),
    }),
    facets: z.object({
      sector: z.array(z.object({ value: z.string(), name: z.string(), count: z.int() })),
      phase: z.array(z.object({ value: z.string(), name: z.string(), count: z.int() })),
      lifecycle: z.array(z.object({ value: Lifecycle, count: z.int() })),
      light: z.array(z.object({ value: z.enum(['green', 'yellow', 'red', 'none']), count: z.int() })),
    }),
    items: z.array(ProjectRow),
  })
  .meta({ id: 'ProjectList' });
export type ProjectList = z.infer<typeof ProjectList>;
