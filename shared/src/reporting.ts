import * as z from 'zod';
import { LocalDate } from './dates.js';
import { AreaRef, Finding, LightCounts, Severity, Verdict, VerdictCounts } from './follow-up.js';
import { SectorRef } from './identity.js';
import { Ore } from './money.js';
import { Goal } from './plans.js';
import { Lifecycle, Lights, MoneyKind, PhaseCategory, TrafficLight } from './projects.js';
import { Dimension } from './status-reports.js';

const Row = {
  number: z.string(),
  name: z.string(),
  sector: SectorRef,
  phase: z.string(),
  category: PhaseCategory,
  lifecycle: Lifecycle,
};

/** One line of sums over projects with money in the year. Every line adds up across, to the øre. */
export const MoneySum = z
  .object({
    projects: z.int(),
    approvedFrameOre: Ore,
    accountsEarlierOre: Ore,
    originalBudgetOre: Ore,
    revisedBudgetOre: Ore,
    accountsThisYearOre: Ore,
    deviationThisYearOre: Ore.meta({ description: 'Revised budget less accounts of the year' }),
    accountsToDateOre: Ore,
    finalForecastOre: Ore,
    deviationOre: Ore.nullable().meta({ description: 'Frame less forecast; null when a project lacks either of them' }),
  })
  .meta({ id: 'MoneySum' });
export type MoneySum = z.infer<typeof MoneySum>;

/** The projects that can be held against their frame, those that cannot, and the two together. */
export const MoneySums = z
  .object({
    measured: MoneySum.meta({ description: 'Projects with both frame and forecast' }),
    unmeasured: MoneySum.meta({ description: 'Projects that lack a frame or a forecast' }),
    all: MoneySum,
  })
  .meta({ id: 'MoneySums' });
export type MoneySums = z.infer<typeof MoneySums>;

/**
 * The council overview of one year: chapters 3–7, 9 and 10 of the annual report (domain-full § 6.1), facts at the
 * year's end, or now for the year that runs. Money in whole øre; deviation negative = merforbruk.
 */
export const CouncilOverview = z
  .object({
    year: z.int(),
    municipality: z.string(),
    plan: z.object({ slug: z.string(), title: z.string(), language: z.string() }),
    evaluatedOn: LocalDate,
    ruleSet: z.int(),
    preliminary: z.boolean().meta({ description: 'The year was not over when the figures were taken' }),
    years: z.array(z.int()).meta({ description: 'Years that can be chosen' }),
    summary: z.object({
      strategies: z.object({ total: z.int(), verdicts: VerdictCounts }),
      projects: z.object({
        total: z.int(),
        lifecycles: z.array(z.object({ lifecycle: Lifecycle, count: z.int() })),
        lights: LightCounts,
      }),
      money: MoneySums.meta({ description: 'Investment and operations together: the sums of the two tables' }),
      dataQuality: z.object({ owed: z.int(), reported: z.int(), period: z.string().nullable() }),
    }),
    statusByArea: z.array(
      AreaRef.extend({ total: z.int(), verdicts: VerdictCounts, lackingLastYear: z.int().nullable() }),
    ),
    developmentGoals: z.array(Goal),
    areas: z.array(
      AreaRef.extend({
        goal: z.array(z.string()),
        signsOfAchievement: z.array(z.string()),
        strategies: z.array(
          z.object({
            code: z.string(),
            title: z.string(),
            verdict: Verdict,
            leadSector: SectorRef.nullable(),
            findings: z.array(Finding),
            projects: z.array(
              z.object({ number: z.string(), name: z.string(), lifecycle: Lifecycle, light: TrafficLight.nullable() }),
            ),
          }),
        ),
      }),
    ),
    lacking: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        verdict: Verdict,
        findings: z.array(z.object({ rule: z.string(), severity: Severity, text: z.string(), remedy: z.string() })),
        leadSector: SectorRef.nullable(),
      }),
    ),
    exceptions: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        type: z.string(),
        reason: z.string(),
        decidedBy: z.string(),
        caseNumber: z.string(),
        validTo: LocalDate,
        verdict: Verdict.meta({ description: 'Of the strategy; an exception decides it only where something lacks' }),
      }),
    ),
    portfolio: z.object({
      phases: z.array(z.object({ category: PhaseCategory, count: z.int() })),
      sectors: z.array(
        SectorRef.extend({
          total: z.int(),
          phases: z.array(z.object({ category: PhaseCategory, count: z.int() })),
          lights: LightCounts,
        }),
      ),
      explained: z
        .array(
          z.object({
            ...Row,
            light: TrafficLight,
            reportedOn: LocalDate,
            deviations: z.array(
              z.object({
                dimension: Dimension,
                light: TrafficLight,
                cause: z.string(),
                consequence: z.string(),
                action: z.string(),
                responsible: z.string(),
                dueOn: LocalDate,
              }),
            ),
          }),
        )
        .meta({ description: 'Red and yellow projects, red first' }),
      finishedInYear: z.array(
        z.object({
          ...Row,
          finishedOn: LocalDate,
          approvedFrameOre: Ore.nullable(),
          accountsToDateOre: Ore,
          deviationOre: Ore.nullable(),
        }),
      ),
    }),
    money: z.array(
      z.object({
        kind: MoneyKind,
        rows: z.array(
          z.object({
            ...Row,
            approvedFrameOre: Ore.nullable(),
            accountsEarlierOre: Ore,
            originalBudgetOre: Ore.nullable(),
            revisedBudgetOre: Ore.nullable(),
            accountsThisYearOre: Ore.nullable(),
            deviationThisYearOre: Ore.nullable(),
            accountsToDateOre: Ore,
            finalForecastOre: Ore.nullable(),
            deviationOre: Ore.nullable(),
            endsOn: LocalDate.nullable(),
            lights: Lights.nullable(),
          }),
        ),
        sums: MoneySums,
        frameChanges: z.array(
          z.object({
            number: z.string(),
            name: z.string(),
            decidedOn: LocalDate,
            decidedBy: z.string(),
            caseNumber: z.string(),
            amountOre: Ore,
            reason: z.string(),
          }),
        ),
        frameChangesOre: Ore.meta({ description: 'The decisions of the year added together' }),
      }),
    ),
  })
  .meta({ id: 'CouncilOverview' });
export type CouncilOverview = z.infer<typeof CouncilOverview>;
