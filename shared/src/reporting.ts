import * as z from 'zod';
import { LocalDate } from './dates.js';
import { AreaRef, Finding, LightCounts, Severity, Verdict, VerdictCounts } from './follow-up.js';
import { SectorRef } from './identity.js';
import { Ore, OreSum, OreTotal } from './money.js';
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
    preliminary: z.boolean().meta({ description: 'The year is not over' }),
    years: z.array(z.int()).meta({ description: 'Years that can be chosen' }),
    summary: z.object({
      strategies: z.object({ total: z.int(), verdicts: VerdictCounts }),
      projects: z.object({
        total: z.int(),
        lifecycles: z.array(z.object({ lifecycle: Lifecycle, count: z.int() })),
        lights: LightCounts,
      }),
      money: z.object({
        approvedFrameOre: OreTotal,
        accountsToDateOre: OreTotal,
        finalForecastOre: OreTotal,
        deviationOre: OreTotal,
      }),
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
          accountsToDateOre: OreSum,
          deviationOre: OreSum.nullable(),
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
            accountsEarlierOre: OreSum,
            originalBudgetOre: Ore.nullable(),
            revisedBudgetOre: Ore.nullable(),
            accountsThisYearOre: Ore.nullable(),
            deviationThisYearOre: OreSum.nullable(),
            accountsToDateOre: OreSum,
            finalForecastOre: Ore.nullable(),
            deviationOre: OreSum.nullable(),
            endsOn: LocalDate.nullable(),
            lights: Lights.nullable(),
          }),
        ),
        totals: z.object({
          approvedFrameOre: OreTotal,
          accountsEarlierOre: OreTotal,
          originalBudgetOre: OreTotal,
          revisedBudgetOre: OreTotal,
          accountsThisYearOre: OreTotal,
          deviationThisYearOre: OreTotal,
          accountsToDateOre: OreTotal,
          finalForecastOre: OreTotal,
          deviationOre: OreTotal,
        }),
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
      }),
    ),
  })
  .meta({ id: 'CouncilOverview' });
export type CouncilOverview = z.infer<typeof CouncilOverview>;
