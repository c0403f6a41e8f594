import * as z from 'zod';
import { LocalDate } from '#shared';

/** The rules there are functions for. */
export const ruleCodes = ['S01', 'S02', 'S03', 'S04', 'S06', 'S08', 'S09', 'P04', 'P07', 'P08', 'P11'] as const;
export const RuleCode = z.enum(ruleCodes);
export type RuleCode = z.infer<typeof RuleCode>;

const months = z.int().min(0).max(240);

/**
 * The thresholds of a judgement. They are proposals until the municipality decides them, so they are configuration;
 * a new decision is a new version, and each date is judged by the version valid on it (rules E12).
 */
export const RuleSet = z
  .strictObject({
    version: z.int().positive(),
    validFrom: LocalDate,
    enabled: z.array(RuleCode).refine((codes) => new Set(codes).size === codes.length, 'rule-twice'),
    phasingInMonths: months.meta({ description: 'Innfasing after the decision on a plan or a strategy (I1)' }),
    startsWithinMonths: months.meta({ description: 'How near the start of a project not started must be (T1)' }),
    confirmationMonths: months.meta({ description: 'How long the confirmation of a driftstiltak lasts (T8)' }),
    onlyIdeas: z
      .strictObject({ materialAfterMonths: months, criticalAfterMonths: months })
      .refine((steps) => steps.materialAfterMonths <= steps.criticalAfterMonths, 'steps-out-of-order')
      .meta({ description: 'S02' }),
    allFinished: z
      .strictObject({ afterMonths: months, planMonthsLeft: months })
      .meta({ description: 'S04: how long ago, and how much of the plan must be left' }),
    measuresWithoutCarrier: z
      .strictObject({ materialFromPercent: z.int().min(0).max(100) })
      .meta({ description: 'S06, compared exactly (R9)' }),
    plannedEndPassed: z.strictObject({ graceDays: z.int().min(0).max(366) }).meta({ description: 'P07' }),
    exceptions: z
      .strictObject({
        maxMonths: months.meta({ description: 'How long an exception may hold (E1)' }),
        minReasonLength: z.int().min(1).max(1000).meta({ description: 'Characters, outer blanks aside (E5)' }),
        noticeDays: z.int().min(0).max(366).meta({ description: 'Notice before the last covered day (E9)' }),
      })
      .meta({ description: 'Avklarte unntak' }),
  })
  .meta({ id: 'RuleSet' });
export type RuleSet = z.infer<typeof RuleSet>;

/** The proposed thresholds, valid from before any plan they judge. */
export const defaultRuleSet: RuleSet = {
  version: 1,
  validFrom: '2018-01-01',
  enabled: [...ruleCodes],
  phasingInMonths: 12,
  startsWithinMonths: 12,
  confirmationMonths: 12,
  onlyIdeas: { materialAfterMonths: 12, criticalAfterMonths: 24 },
  allFinished: { afterMonths: 12, planMonthsLeft: 24 },
  measuresWithoutCarrier: { materialFromPercent: 50 },
  plannedEndPassed: { graceDays: 0 },
  exceptions: { maxMonths: 12, minReasonLength: 40, noticeDays: 30 },
};

/** The version a date is judged by: the newest valid on it, and before the first one the first (rules E12). */
export function ruleSetOn(ruleSets: readonly [RuleSet, ...RuleSet[]], date: LocalDate): RuleSet {
  const byAge = [...ruleSets].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return byAge.findLast(({ validFrom }) => validFrom <= date) ?? byAge[0]!;
}
