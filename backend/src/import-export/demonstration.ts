import * as z from 'zod';
import { ContributionKind, Dimension, Lifecycle, MoneyKind, PhaseCategory, Role, TrafficLight } from '#shared';

/** Months or days from the day of loading, or of the report it stands in: `-18m`, `+21d`. So the example never ages. */
const Offset = z.string().regex(/^[+-]\d{1,4}[md]$/);
export type Offset = z.infer<typeof Offset>;

/** The part of an e-mail address before `@demo.test`. */
const PersonKey = z.string().regex(/^[a-z0-9.]+$/);
/** The serial in a case number; the year is that of the date it stands beside. */
const CaseSerial = z.int().positive();
const Kroner = z.int().nonnegative();
const Text = z.string().min(1);
/** Within a text, `{+30d}` is that date and `{year+1}` the next calendar year. */
const DatedText = Text;

export const DemonstrationPeople = z.array(
  z.strictObject({
    email: z.email(),
    name: Text,
    title: Text,
    role: Role,
    sector: Text,
    left: z.boolean().default(false).meta({ description: 'No longer with the municipality' }),
  }),
);
export type DemonstrationPeople = z.infer<typeof DemonstrationPeople>;

const FrameDecision = z.strictObject({
  on: Offset,
  by: Text,
  case: CaseSerial,
  kroner: z.int().refine((kroner) => kroner !== 0),
  reason: Text,
});

const BudgetYear = z
  .strictObject({
    year: z.int().min(-5).max(4).meta({ description: 'From this calendar year, which is 0' }),
    original: Kroner,
    revised: Kroner,
    booked: Kroner.optional().meta({ description: 'By the end of the year; this year in proportion to its months' }),
  })
  .refine(({ year, booked }) => year <= 0 || booked === undefined, 'booked-ahead');

const ExampleDeviation = z.strictObject({
  dimension: Dimension,
  light: TrafficLight.exclude(['green']),
  cause: Text,
  consequence: Text,
  action: Text,
  responsible: Text,
  dueOn: Offset,
});

const ExampleReport = z
  .strictObject({
    period: z
      .int()
      .min(0)
      .max(7)
      .nullable()
      .default(null)
      .meta({ description: 'Back from the last closed reporting period, which is 0' }),
    on: Offset.optional().meta({ description: 'The day of a report between periods' }),
    summary: DatedText,
    overall: TrafficLight.optional(),
    overallReason: Text.optional(),
    endsOn: Offset.optional().meta({ description: 'Forecast end; otherwise the planned one' }),
    forecast: Kroner.optional().meta({ description: 'Final forecast in kroner; otherwise the frame' }),
    unchanged: z.boolean().default(false),
    deviations: z.array(ExampleDeviation).default([]),
  })
  .refine(({ period, on }) => (period === null) !== (on === undefined), 'period-or-day');
export type ExampleReport = z.infer<typeof ExampleReport>;

const ExampleProject = z.strictObject({
  name: Text.max(200),
  description: DatedText,
  place: z.string(),
  committee: Text.nullable(),
  owner: PersonKey.nullable(),
  manager: PersonKey.nullable(),
  phase: PhaseCategory,
  lifecycle: Lifecycle,
  lifecycleReason: z.string().default(''),
  lifecycleDecidedBy: z.string().default(''),
  registered: Offset,
  startsOn: Offset.nullable(),
  endsOn: Offset.nullable(),
  finishedOn: Offset.nullable().default(null),
  postponedTo: Offset.nullable().default(null),
  case: CaseSerial.nullable(),
  moneyKind: MoneyKind,
  frame: z.array(FrameDecision).default([]),
  years: z.array(BudgetYear).default([]),
  contributions: z
    .array(
      z.strictObject({
        to: Text.meta({ description: 'Code of a strategy or measure' }),
        kind: ContributionKind,
        on: Offset,
        approved: z.boolean().default(true),
        statement: Text.min(10).max(500),
      }),
    )
    .default([]),
  reports: z.array(ExampleReport).default([]),
});
export type ExampleProject = z.infer<typeof ExampleProject>;

/** One file of projects, all of one sector. */
export const DemonstrationProjects = z.strictObject({ sector: Text, projects: z.array(ExampleProject) });

export const DemonstrationStrategies = z.strictObject({
  leadSectors: z
    .record(z.string(), z.array(Text))
    .meta({ description: 'Codes of strategies by the sector that leads' }),
  startYears: z.array(z.strictObject({ code: Text, year: z.int(), on: Offset, case: CaseSerial })),
  operationalMeasures: z.array(
    z.strictObject({
      to: Text,
      name: Text,
      unit: Text,
      responsible: Text,
      evidence: DatedText,
      confirmedOn: Offset.nullable(),
    }),
  ),
  exceptions: z.array(
    z.strictObject({
      to: Text,
      type: Text,
      rules: z.array(Text).min(1),
      reason: Text.min(40),
      proposedBy: PersonKey,
      decidedBy: Text,
      decider: PersonKey.nullable(),
      level: Text,
      case: CaseSerial,
      decidedOn: Offset,
      validTo: Offset,
    }),
  ),
});
export type DemonstrationStrategies = z.infer<typeof DemonstrationStrategies>;

/** The files, in the order their projects were thought of; numbers follow the day of registration. */
export const projectFiles = [
  'samfunnsutvikling-by',
  'samfunnsutvikling-naering',
  'administrasjon',
  'oppvekst',
  'helse-og-omsorg',
  'nav',
].map((name) => `demonstration/${name}.json`);
