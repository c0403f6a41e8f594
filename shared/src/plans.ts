import * as z from 'zod';
import { LocalDate } from './dates.js';
import { Role, SectorRef } from './identity.js';

export const PlanStatus = z.enum(['draft', 'adopted', 'superseded']);
export const AreaKind = z.enum(['priority', 'effort']);
export type AreaKind = z.infer<typeof AreaKind>;

/** `langtidsplan-2018` */
export const PlanSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)
  .meta({ description: 'Short name of the plan', example: 'langtidsplan-2018' });
/** `BY-A1` or `BY-A1.3` */
export const PlanCode = z
  .string()
  .regex(/^[A-ZÆØÅ][A-ZÆØÅ0-9]*(-[A-ZÆØÅ]\d+(\.\d+)?)?$/)
  .max(40)
  .meta({ description: 'Code of a strategy or a measure', example: 'BY-A1.3' });

export const PlanSummary = z
  .object({
    slug: z.string(),
    title: z.string(),
    kind: z.string(),
    status: PlanStatus,
    adoptedOn: LocalDate.nullable(),
    adoptedBy: z.string().nullable(),
    caseNumber: z.string().nullable(),
    horizonOn: LocalDate,
    horizonAssumed: z.boolean(),
    strategies: z.int(),
    measures: z.int(),
  })
  .meta({ id: 'PlanSummary' });
export type PlanSummary = z.infer<typeof PlanSummary>;

export const Measure = z.object({ code: z.string(), number: z.int(), text: z.string() }).meta({ id: 'Measure' });
export type Measure = z.infer<typeof Measure>;

export const Strategy = z
  .object({
    code: z.string(),
    number: z.int(),
    kind: z.enum(['area', 'effort']),
    title: z.string(),
    text: z.string(),
    subGoal: z.string().nullable(),
    leadSector: SectorRef.nullable(),
    responsibleRole: Role.nullable(),
    measures: z.array(Measure),
  })
  .meta({ id: 'Strategy' });
export type Strategy = z.infer<typeof Strategy>;

export const Goal = z
  .object({
    code: z.string(),
    kind: z.enum(['development', 'main', 'sub', 'effort']),
    number: z.int().nullable(),
    paragraphs: z.array(z.string()),
  })
  .meta({ id: 'Goal' });
export type Goal = z.infer<typeof Goal>;

export const PlanArea = z
  .object({
    code: z.string(),
    kind: AreaKind,
    title: z.string(),
    titleSource: z.string(),
    slogan: z.string().nullable(),
    relatedPriorityArea: z.string().nullable(),
    desiredDevelopment: z.array(z.string()),
    signsOfAchievement: z.array(z.string()),
    closing: z.array(z.string()),
    goals: z.array(Goal),
    strategies: z.array(Strategy),
  })
  .meta({ id: 'PlanArea' });
export type PlanArea = z.infer<typeof PlanArea>;

export const PlanView = z
  .object({
    slug: z.string(),
    title: z.string(),
    kind: z.string(),
    status: PlanStatus,
    language: z.string(),
    adoptedOn: LocalDate.nullable(),
    adoptedBy: z.string().nullable(),
    caseNumber: z.string().nullable(),
    horizonOn: LocalDate,
    horizonAssumed: z.boolean(),
    version: z.int(),
    source: z.string(),
    foreword: z.object({ paragraphs: z.array(z.string()), signature: z.string().nullable() }),
    vision: z.object({
      slogan: z.string().nullable(),
      sloganSource: z.string().nullable(),
      paragraphs: z.array(z.string()),
    }),
    developmentGoalsIntro: z.string().nullable(),
    developmentGoals: z.array(Goal),
    developmentGoalsCommentary: z.array(z.object({ goals: z.array(z.int()), text: z.string() })),
    areas: z.array(PlanArea),
    mayChange: z.boolean(),
  })
  .meta({ id: 'PlanView' });
export type PlanView = z.infer<typeof PlanView>;

/** What may change in an adopted plan without a new decision: the facts around it, never its wording. */
export const ChangePlan = z
  .strictObject({
    horizonOn: LocalDate.optional(),
    horizonAssumed: z.boolean().optional(),
    caseNumber: z.string().trim().max(40).nullable().optional(),
  })
  .meta({ id: 'ChangePlan', example: { horizonOn: '2030-12-31', horizonAssumed: false } });
export type ChangePlan = z.infer<typeof ChangePlan>;

/** Who answers for a strategy. Absent: unchanged; null: nobody. */
export const ChangeStrategy = z
  .strictObject({
    leadSector: z.string().max(40).nullable().optional(),
    responsibleRole: Role.nullable().optional(),
  })
  .meta({ id: 'ChangeStrategy', example: { leadSector: 'samfunnsutvikling' } });
export type ChangeStrategy = z.infer<typeof ChangeStrategy>;
