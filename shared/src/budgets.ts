import * as z from 'zod';
import { LocalDate, requiredDate } from './dates.js';
import { Ore, PositiveOre } from './money.js';

/** A decision that sets or changes the cost frame. amountOre is the change: the frame is the sum of its decisions. */
export const DecideFrame = z
  .strictObject({
    decidedOn: requiredDate('date-required'),
    decidedBy: z.string().trim().min(1, 'required').max(120, 'too-long').meta({ example: 'Kommunestyret' }),
    caseNumber: z.string().trim().min(1, 'required').max(40, 'too-long').meta({ example: '26/1234' }),
    amountOre: Ore.refine((ore) => ore !== 0, 'amount-not-zero'),
    reason: z.string().trim().min(1, 'required').max(2_000, 'too-long'),
  })
  .meta({
    id: 'DecideFrame',
    example: {
      decidedOn: '2026-06-18',
      decidedBy: 'Kommunestyret',
      caseNumber: '26/1234',
      amountOre: 4_500_000_000,
      reason: 'Investeringsvedtak',
    },
  });
export type DecideFrame = z.infer<typeof DecideFrame>;

/** Puts a mistyped decision right. Absent: unchanged. A new decision is a new one, never a correction. */
export const CorrectFrameDecision = z
  .strictObject(DecideFrame.shape)
  .partial()
  .meta({ id: 'CorrectFrameDecision', example: { caseNumber: '26/1243' } });
export type CorrectFrameDecision = z.infer<typeof CorrectFrameDecision>;

/** The year's appropriation: as adopted in December, and after changes in the year. */
export const PutAppropriation = z
  .strictObject({
    originalOre: PositiveOre,
    revisedOre: PositiveOre,
    caseNumber: z.string().trim().max(40, 'too-long').nullable().default(null),
  })
  .meta({
    id: 'PutAppropriation',
    example: { originalOre: 1_000_000_000, revisedOre: 1_200_000_000, caseNumber: '25/2201' },
  });
export type PutAppropriation = z.infer<typeof PutAppropriation>;

/** Booked in a year, as of the extract's date. */
export const PutAccounts = z
  .strictObject({ amountOre: Ore, extractedOn: requiredDate('date-required') })
  .meta({ id: 'PutAccounts', example: { amountOre: 640_000_000, extractedOn: '2026-08-31' } });
export type PutAccounts = z.infer<typeof PutAccounts>;

export const BudgetYear = z.coerce.number().int().min(1990).max(2100);

/** Everything about one project's money. deviation = budget − accounts or forecast; negative = merforbruk. */
export const ProjectBudget = z
  .object({
    approvedFrameOre: Ore.nullable(),
    finalForecastOre: Ore.nullable(),
    deviationOre: Ore.nullable(),
    accountsToDateOre: Ore,
    decisions: z.array(
      z.object({
        id: z.uuid(),
        decidedOn: LocalDate,
        decidedBy: z.string(),
        caseNumber: z.string(),
        amountOre: Ore,
        frameAfterOre: Ore,
        reason: z.string(),
      }),
    ),
    years: z.array(
      z.object({
        year: z.int(),
        originalOre: Ore.nullable(),
        revisedOre: Ore.nullable(),
        caseNumber: z.string().nullable(),
        accountsOre: Ore.nullable(),
        extractedOn: LocalDate.nullable(),
        deviationOre: Ore.nullable(),
      }),
    ),
    version: z.int(),
    mayChange: z.boolean(),
  })
  .meta({ id: 'ProjectBudget' });
export type ProjectBudget = z.infer<typeof ProjectBudget>;
