import * as z from 'zod';
import { LocalDate } from './dates.js';
import { PersonRef, SectorRef } from './identity.js';
import { Ore } from './money.js';
import { PlanSlug } from './plans.js';
import { HistoryPageQuery } from './problem.js';

/** The configured phase's category; all logic reads this and never the local name (rules T5). In rising order. */
export const PhaseCategory = z.enum(['idea', 'concept', 'planning', 'execution', 'closing', 'realisation']);
export type PhaseCategory = z.infer<typeof PhaseCategory>;

/** Ikke startet, Under arbeid, Ferdig, Utsatt, Stanset, Avvist. */
export const Lifecycle = z.enum(['not-started', 'in-progress', 'finished', 'postponed', 'stopped', 'rejected']);
export type Lifecycle = z.infer<typeof Lifecycle>;

export const TrafficLight = z.enum(['green', 'yellow', 'red']);
export type TrafficLight = z.infer<typeof TrafficLight>;

/** hovedbidrag, delbidrag */
export const ContributionKind = z.enum(['main', 'partial']);
export type ContributionKind = z.infer<typeof ContributionKind>;

/** investering, drift */
export const MoneyKind = z.enum(['investment', 'operations']);
export type MoneyKind = z.infer<typeof MoneyKind>;

/** `2026-014`: year of registration and a number in it. */
export const ProjectNumber = z
  .string()
  .regex(/^\d{4}-\d{3,5}$/)
  .meta({ description: 'Number of the project', example: '2026-014' });

export const Phase = z
  .object({ code: z.string(), name: z.string(), category: PhaseCategory, position: z.int() })
  .meta({ id: 'Phase' });
export type Phase = z.infer<typeof Phase>;

/** Case numbers vary between archives; one that looks odd is warned about, not refused (domain.md, Formats). */
export const usualCaseNumber = /^(?:[A-ZÆØÅ]{1,5}[- ]{0,2})?\d{1,6}\/\d{2,6}(?:-\d{1,4})?$/;
const CaseNumber = z.string().trim().max(40, 'too-long').nullable().meta({ example: '26/1234' });

const projectFields = {
  name: z.string().trim().min(1, 'required').max(200, 'too-long').meta({ example: 'Ny sentrumsadkomst (Huntonarmen)' }),
  description: z.string().trim().max(10_000, 'too-long').meta({ example: 'Ny veg inn til sentrum.' }),
  sector: z
    .string()
    .min(1, 'required')
    .max(40)
    .meta({ description: 'Code of the sector', example: 'samfunnsutvikling' }),
  committee: z.string().max(40).nullable().meta({ description: 'Code of the political committee (utvalg)' }),
  ownerId: z.uuid().nullable(),
  managerId: z.uuid().nullable(),
  phase: z.string().min(1, 'required').max(40).meta({ description: 'Code of the phase', example: 'planlegging' }),
  lifecycle: Lifecycle,
  startsOn: LocalDate.nullable(),
  endsOn: LocalDate.nullable(),
  finishedOn: LocalDate.nullable(),
  postponedTo: LocalDate.nullable(),
  lifecycleReason: z.string().trim().max(2_000, 'too-long'),
  lifecycleDecidedBy: z.string().trim().max(200, 'too-long'),
  place: z.string().trim().max(200, 'too-long'),
  caseNumber: CaseNumber,
  moneyKind: MoneyKind,
};

type Dated = Partial<{
  lifecycle: Lifecycle;
  startsOn: string | null;
  endsOn: string | null;
  finishedOn: string | null;
  postponedTo: string | null;
  lifecycleReason: string;
  lifecycleDecidedBy: string;
}>;

/**
 * What must agree within a project. The same reading for the form, the registration, and a change laid over what is
 * stored: *Ferdig* has a finish date (rules R6), *Utsatt* a new date and a reason, *Stanset* a reason and who decided.
 */
export function projectMistakes(project: Dated): { path: string; code: string }[] {
  const mistakes: { path: string; code: string }[] = [];
  const need = (missing: boolean, path: string, code: string) => missing && mistakes.push({ path, code });
  if (project.startsOn && project.endsOn) need(project.endsOn < project.startsOn, 'endsOn', 'ends-before-start');
  if (project.lifecycle === 'finished') need(!project.finishedOn, 'finishedOn', 'finish-date-required');
  if (project.lifecycle !== 'finished') need(!!project.finishedOn, 'finishedOn', 'finish-date-only-when-finished');
  if (project.startsOn && project.finishedOn)
    need(project.finishedOn < project.startsOn, 'finishedOn', 'finished-before-start');
  if (project.lifecycle === 'postponed') {
    need(!project.postponedTo, 'postponedTo', 'postponed-date-required');
    need(!project.lifecycleReason, 'lifecycleReason', 'reason-required');
  }
  if (project.lifecycle === 'stopped') {
    need(!project.lifecycleReason, 'lifecycleReason', 'reason-required');
    need(!project.lifecycleDecidedBy, 'lifecycleDecidedBy', 'decider-required');
  }
  return mistakes;
}

export const RegisterProject = z
  .strictObject({
    ...projectFields,
    description: projectFields.description.default(''),
    committee: projectFields.committee.default(null),
    ownerId: projectFields.ownerId.default(null),
    managerId: projectFields.managerId.default(null),
    lifecycle: Lifecycle.default('not-started'),
    startsOn: projectFields.startsOn.default(null),
    endsOn: projectFields.endsOn.default(null),
    finishedOn: projectFields.finishedOn.default(null),
    postponedTo: projectFields.postponedTo.default(null),
    lifecycleReason: projectFields.lifecycleReason.default(''),
    lifecycleDecidedBy: projectFields.lifecycleDecidedBy.default(''),
    place: projectFields.place.default(''),
    caseNumber: projectFields.caseNumber.default(null),
    moneyKind: MoneyKind.default('investment'),
  })
  .superRefine((project, ctx) => {
    for (const { path, code } of projectMistakes(project))
      ctx.addIssue({ code: 'custom', path: [path], message: code });
  })
  .meta({
    id: 'RegisterProject',
    example: {
      name: 'Ny sentrumsadkomst (Huntonarmen)',
      sector: 'samfunnsutvikling',
      phase: 'planlegging',
      lifecycle: 'in-progress',
      startsOn: '2026-08-01',
      endsOn: '2029-12-31',
      caseNumber: '26/1234',
    },
  });
export type RegisterProject = z.infer<typeof RegisterProject>;
/** What a client sends: fields with a default may be left out. */
export type RegisterProjectInput = z.input<typeof RegisterProject>;

/** Absent: unchanged; null: cleared. Agreement between fields is checked on the whole (`projectMistakes`). */
export const ChangeProject = z
  .strictObject(projectFields)
  .partial()
  .meta({ id: 'ChangeProject', example: { lifecycle: 'in-progress', startsOn: '2026-08-01' } });
export type ChangeProject = z.infer<typeof ChangeProject>;

export const PutContribution = z
  .strictObject({
    kind: ContributionKind,
    statement: z
      .string()
      .trim()
      .min(10, 'statement-too-short')
      .max(500, 'too-long')
      .meta({ description: 'One sentence: how the project contributes' }),
  })
  .meta({
    id: 'PutContribution',
    example: { kind: 'main', statement: 'Vegen gir sentrum en ny adkomst og avlaster Strandgata.' },
  });
export type PutContribution = z.infer<typeof PutContribution>;

export const ContributionQuery = z.strictObject({
  plan: PlanSlug.optional().meta({ description: 'Needed only for a code that several adopted plans have' }),
});
export type ContributionQuery = z.infer<typeof ContributionQuery>;

export const Contribution = z
  .object({
    code: z.string().meta({ description: 'Code of the strategy or measure', example: 'BY-A1.3' }),
    plan: z.string(),
    strategyCode: z.string(),
    strategyTitle: z.string(),
    measureText: z.string().nullable(),
    kind: ContributionKind,
    proposedKind: ContributionKind.nullable().meta({
      description: 'A change of kind that waits for approval (rules T13)',
    }),
    statement: z.string(),
    proposedBy: z.string().nullable(),
    proposedOn: LocalDate,
    approvedBy: z.string().nullable(),
    approvedOn: LocalDate.nullable(),
    mayApprove: z.boolean(),
  })
  .meta({ id: 'Contribution' });
export type Contribution = z.infer<typeof Contribution>;

/** The six lights of a status, null before the first. */
export const Lights = z
  .object({
    progress: TrafficLight,
    economy: TrafficLight,
    quality: TrafficLight,
    scope: TrafficLight,
    risk: TrafficLight,
    overall: TrafficLight,
  })
  .meta({ id: 'Lights' });
export type Lights = z.infer<typeof Lights>;

/** Money of one project, whole øre. deviationOre = approvedFrameOre − finalForecastOre; negative = merforbruk. */
export const ProjectMoney = z
  .object({
    approvedFrameOre: Ore.nullable().meta({ description: 'Sum of the frame decisions; null without any' }),
    revisedBudgetOre: Ore.meta({ description: 'Revised appropriation this year' }),
    accountsThisYearOre: Ore,
    accountsToDateOre: Ore,
    finalForecastOre: Ore.nullable(),
    deviationOre: Ore.nullable(),
  })
  .meta({ id: 'ProjectMoney' });
export type ProjectMoney = z.infer<typeof ProjectMoney>;

export const ProjectView = z
  .object({
    id: z.uuid(),
    number: z.string(),
    version: z.int(),
    example: z.boolean(),
    name: z.string(),
    description: z.string(),
    sector: SectorRef,
    committee: z.object({ code: z.string(), name: z.string() }).nullable(),
    owner: PersonRef.nullable(),
    manager: PersonRef.nullable(),
    phase: Phase,
    lifecycle: Lifecycle,
    startsOn: LocalDate.nullable(),
    endsOn: LocalDate.nullable(),
    finishedOn: LocalDate.nullable(),
    postponedTo: LocalDate.nullable(),
    lifecycleReason: z.string(),
    lifecycleDecidedBy: z.string(),
    place: z.string(),
    caseNumber: z.string().nullable(),
    moneyKind: MoneyKind,
    lights: Lights.nullable(),
    reportedAt: z.iso.datetime({ offset: true }).nullable(),
    forecastEndsOn: LocalDate.nullable(),
    money: ProjectMoney,
    contributions: z.array(Contribution),
    registeredBy: z.string().nullable(),
    registeredAt: z.iso.datetime({ offset: true }),
    may: z
      .object({
        change: z.boolean(),
        report: z.boolean(),
        propose: z.boolean(),
        approve: z.boolean(),
        changeBudget: z.boolean(),
      })
      .meta({ description: 'What the signed-in person may do with this project now' }),
  })
  .meta({ id: 'ProjectView' });
export type ProjectView = z.infer<typeof ProjectView>;

/** What a line of a project's story is about. */
export const HistoryKind = z.enum(['project', 'contribution', 'status-report', 'budget']);
export type HistoryKind = z.infer<typeof HistoryKind>;

export const ProjectHistoryQuery = z.strictObject({
  ...HistoryPageQuery.shape,
  kind: HistoryKind.optional().meta({ description: 'Only what is about the project itself, its links, …' }),
});
export type ProjectHistoryQuery = z.infer<typeof ProjectHistoryQuery>;
