import * as z from 'zod';
import { LocalDate, requiredDate } from './dates.js';
import { largestOre } from './kroner.js';
import { Ore, PositiveOre } from './money.js';
import { AsOf, PageQuery } from './problem.js';
import { TrafficLight, Lights } from './projects.js';

/** Framdrift, økonomi, kvalitet, omfang, risiko. */
export const Dimension = z.enum(['progress', 'economy', 'quality', 'scope', 'risk']);
export type Dimension = z.infer<typeof Dimension>;

export const ReportingPeriod = z
  .object({
    code: z.string().meta({ example: '2026-T2' }),
    name: z.string().meta({ example: '2. tertial 2026' }),
    shortName: z.string().meta({ example: 'T2 2026' }),
    startsOn: LocalDate,
    endsOn: LocalDate,
    dueOn: LocalDate,
    locksOn: LocalDate,
  })
  .meta({ id: 'ReportingPeriod' });
export type ReportingPeriod = z.infer<typeof ReportingPeriod>;

/** What a yellow or red light must say: årsak, konsekvens, tiltak, ansvarlig, frist. */
export const Deviation = z
  .strictObject({
    dimension: Dimension,
    cause: z.string().trim().min(1, 'cause-required').max(2_000, 'too-long'),
    consequence: z.string().trim().min(1, 'consequence-required').max(2_000, 'too-long'),
    action: z.string().trim().min(1, 'action-required').max(2_000, 'too-long'),
    responsible: z.string().trim().min(1, 'responsible-required').max(200, 'too-long'),
    dueOn: requiredDate('due-date-required'),
  })
  .meta({ id: 'Deviation' });
export type Deviation = z.infer<typeof Deviation>;

const order = ['green', 'yellow', 'red'] as const;
/** Samlet: the worst of framdrift, økonomi and kvalitet (domain.md, Phase, status, health). */
export function overallOf(lights: {
  progress: TrafficLight;
  economy: TrafficLight;
  quality: TrafficLight;
}): TrafficLight {
  return order[Math.max(order.indexOf(lights.progress), order.indexOf(lights.economy), order.indexOf(lights.quality))]!;
}

export const SubmitStatusReport = z
  .strictObject({
    period: z
      .string()
      .max(20)
      .nullable()
      .default(null)
      .meta({ description: 'Code of the reporting period; null: between periods' }),
    progress: TrafficLight,
    economy: TrafficLight,
    quality: TrafficLight,
    scope: TrafficLight,
    risk: TrafficLight,
    overall: TrafficLight,
    overallReason: z
      .string()
      .trim()
      .max(2_000, 'too-long')
      .default('')
      .meta({ description: 'Required when overall differs from the worst of progress, economy and quality' }),
    summary: z.string().trim().min(1, 'summary-required').max(4_000, 'too-long'),
    forecastEndsOn: LocalDate.nullable().default(null),
    finalForecastOre: PositiveOre.nullable().default(null),
    unchanged: z.boolean().default(false).meta({ description: 'Sent as «ingen endring»' }),
    deviations: z.array(Deviation).max(5).default([]),
  })
  .superRefine((report, ctx) => {
    const seen = new Set<Dimension>();
    report.deviations.forEach(({ dimension }, index) => {
      if (seen.has(dimension))
        ctx.addIssue({ code: 'custom', path: ['deviations', index, 'dimension'], message: 'dimension-twice' });
      if (report[dimension] === 'green')
        ctx.addIssue({ code: 'custom', path: ['deviations', index, 'dimension'], message: 'dimension-is-green' });
      seen.add(dimension);
    });
    for (const dimension of Dimension.options)
      if (report[dimension] !== 'green' && !seen.has(dimension))
        ctx.addIssue({ code: 'custom', path: ['deviations', dimension], message: 'deviation-required' });
    if (report.overall !== overallOf(report) && report.overallReason === '')
      ctx.addIssue({ code: 'custom', path: ['overallReason'], message: 'overall-reason-required' });
  })
  .meta({
    id: 'SubmitStatusReport',
    example: {
      period: '2026-T2',
      progress: 'yellow',
      economy: 'green',
      quality: 'green',
      scope: 'green',
      risk: 'green',
      overall: 'yellow',
      summary: 'Reguleringsplanen er lagt ut på nytt.',
      forecastEndsOn: '2029-12-31',
      finalForecastOre: 4_820_000_000,
      deviations: [
        {
          dimension: 'progress',
          cause: 'Ny høring.',
          consequence: 'Tre måneder senere byggestart.',
          action: 'Prosjektering går parallelt.',
          responsible: 'Prosjektleder',
          dueOn: '2027-02-01',
        },
      ],
    },
  });
export type SubmitStatusReport = z.infer<typeof SubmitStatusReport>;
export type SubmitStatusReportInput = z.input<typeof SubmitStatusReport>;

export const StatusReport = z
  .object({
    id: z.uuid(),
    period: z.object({ code: z.string(), name: z.string() }).nullable(),
    submittedAt: z.iso.datetime({ offset: true }),
    submittedBy: z.string().nullable(),
    ...Lights.shape,
    overallReason: z.string(),
    summary: z.string(),
    forecastEndsOn: LocalDate.nullable(),
    finalForecastOre: Ore.nullable(),
    unchanged: z.boolean(),
    deviations: z.array(
      z.object({
        dimension: Dimension,
        cause: z.string(),
        consequence: z.string(),
        action: z.string(),
        responsible: z.string(),
        dueOn: LocalDate,
      }),
    ),
  })
  .meta({ id: 'StatusReport' });
export type StatusReport = z.infer<typeof StatusReport>;

/** The lights the facts suggest, each with the reason in words. */
export const SuggestedLight = z
  .object({ dimension: Dimension, light: TrafficLight, reason: z.string() })
  .meta({ id: 'SuggestedLight' });
export type SuggestedLight = z.infer<typeof SuggestedLight>;

/** A forecast that is being typed; what is left out is taken from the latest report. */
export const SuggestionQuery = z.strictObject({
  forecastEndsOn: LocalDate.optional(),
  finalForecastOre: z.coerce.number().int().min(0).max(largestOre).optional(),
  'as-of': AsOf.optional(),
});
export type SuggestionQuery = z.infer<typeof SuggestionQuery>;

export const StatusReportQuery = z.strictObject({ ...PageQuery.shape, 'as-of': AsOf.optional() });
export type StatusReportQuery = z.infer<typeof StatusReportQuery>;

export const StatusReportList = z
  .object({
    total: z.int(),
    items: z.array(StatusReport),
    openPeriod: ReportingPeriod.nullable().meta({
      description:
        'The period that a new report is for: the last one that has ended and is not locked, else the one that runs',
    }),
  })
  .meta({ id: 'StatusReportList' });
export type StatusReportList = z.infer<typeof StatusReportList>;
