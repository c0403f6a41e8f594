import * as z from 'zod';
import { LocalDate } from './dates.js';
import { DecisionLevel, ExceptionTerms, ExceptionView } from './exceptions.js';
import { Role, SectorRef } from './identity.js';
import { Ore } from './money.js';
import { OperationalMeasureView } from './operational-measures.js';
import { AreaKind, Measure } from './plans.js';
import { ContributionKind, Lifecycle, PhaseCategory, TrafficLight } from './projects.js';

export const Verdict = z.enum(['followed-up', 'weak', 'lacking', 'excepted', 'completed', 'planned', 'phasing-in']);
export type Verdict = z.infer<typeof Verdict>;

/** Merknad, Vesentlig, Kritisk. */
export const Severity = z.enum(['note', 'material', 'critical']);
export type Severity = z.infer<typeof Severity>;

export const RuleCode = z.string().regex(/^[SP]\d{2}$/);

/** A finding: which rule, how grave, the sentence, the numbers behind it, and what would change it. */
export const Finding = z
  .object({
    rule: RuleCode.meta({ example: 'S01' }),
    severity: Severity,
    text: z.string().meta({ description: 'The finding as a sentence, in the language asked for' }),
    remedy: z.string().meta({ description: 'What would change it, as a sentence' }),
    since: LocalDate.nullable().meta({ description: 'Since when it has held, where the facts tell' }),
    covered: z.boolean().meta({ description: 'Covered by a valid exception, and left out of the verdict' }),
    data: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
      .meta({ description: 'What the rule read' }),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof Finding>;

export const AreaRef = z.object({ code: z.string(), kind: AreaKind, title: z.string() }).meta({ id: 'AreaRef' });
export type AreaRef = z.infer<typeof AreaRef>;

export const ContributingProject = z
  .object({
    number: z.string(),
    name: z.string(),
    sector: SectorRef,
    phase: z.string(),
    category: PhaseCategory,
    lifecycle: Lifecycle,
    light: TrafficLight.nullable(),
    kind: ContributionKind,
    approved: z.boolean(),
    counts: z.boolean().meta({ description: 'Tellende (rules T)' }),
    measures: z.array(z.string()).meta({ description: 'Codes of the measures it is linked to' }),
    statement: z.string(),
    startsOn: LocalDate.nullable(),
    endsOn: LocalDate.nullable(),
  })
  .meta({ id: 'ContributingProject' });
export type ContributingProject = z.infer<typeof ContributingProject>;

export const StrategyFollowUp = z
  .object({
    code: z.string(),
    title: z.string(),
    kind: z.enum(['area', 'effort']),
    area: AreaRef,
    leadSector: SectorRef.nullable(),
    verdict: Verdict,
    findings: z.array(Finding),
    measures: z.object({ total: z.int(), covered: z.int() }),
    projects: z.array(ContributingProject),
    projectFindings: z
      .object({ count: z.int(), worst: Severity })
      .nullable()
      .meta({ description: 'Findings on its projects, which do not move the verdict (rules V1)' }),
  })
  .meta({ id: 'StrategyFollowUp' });
export type StrategyFollowUp = z.infer<typeof StrategyFollowUp>;

/** A strategy's own page. */
export const StrategyPage = z
  .object({
    ...StrategyFollowUp.shape,
    plan: z.object({ slug: z.string(), title: z.string(), language: z.string(), horizonOn: LocalDate }),
    text: z.string(),
    subGoal: z.object({ code: z.string(), text: z.string() }).nullable(),
    responsibleRole: Role.nullable(),
    version: z.int(),
    mayChange: z.boolean(),
    measureList: z.array(
      Measure.extend({
        carriers: z.array(
          z.object({
            number: z.string(),
            name: z.string(),
            kind: ContributionKind,
            approved: z.boolean(),
            covers: z.boolean(),
          }),
        ),
        operational: z.array(z.string()),
      }),
    ),
    operationalMeasures: z.array(OperationalMeasureView),
    exceptions: z.array(ExceptionView),
    exceptionTerms: ExceptionTerms,
    may: z
      .object({
        propose: z.boolean().meta({ description: 'Propose an exception' }),
        recordAs: z.array(DecisionLevel).meta({ description: 'Elected levels whose decisions the asker may record' }),
        operate: z.boolean().meta({ description: 'Register, change, confirm and end driftstiltak' }),
      })
      .meta({ description: 'What the asker may do on the strategy' }),
    previous: z.string().nullable(),
    next: z.string().nullable(),
    evaluatedOn: LocalDate,
    ruleSet: z.int(),
  })
  .meta({ id: 'StrategyPage' });
export type StrategyPage = z.infer<typeof StrategyPage>;

export const VerdictCounts = z.record(Verdict, z.int()).meta({ id: 'VerdictCounts' });
export type VerdictCounts = z.infer<typeof VerdictCounts>;

export const LightCounts = z
  .object({ green: z.int(), yellow: z.int(), red: z.int(), none: z.int() })
  .meta({ id: 'LightCounts' });
export type LightCounts = z.infer<typeof LightCounts>;

/** The leadership's front page in one answer. Money in whole øre; deviation negative = merforbruk. */
export const Overview = z
  .object({
    plan: z.object({ slug: z.string(), title: z.string(), language: z.string() }),
    evaluatedOn: LocalDate,
    ruleSet: z.int(),
    strategies: z.object({
      total: z.int(),
      verdicts: VerdictCounts,
      withNotes: z.int().meta({ description: 'Followed up, with notes only (rules V4)' }),
    }),
    before: z
      .object({ period: z.string(), evaluatedOn: LocalDate, verdicts: VerdictCounts })
      .nullable()
      .meta({ description: 'The same at the end of the last closed period, where history reaches so far' }),
    areas: z.array(AreaRef.extend({ total: z.int(), verdicts: VerdictCounts })),
    attention: z
      .array(
        z.object({
          code: z.string(),
          title: z.string(),
          area: AreaRef,
          verdict: Verdict,
          rule: z.string(),
          severity: Severity,
          reason: z.string(),
          remedy: z.string(),
        }),
      )
      .meta({ description: 'Strategies that lack follow-up, worst first' }),
    projects: z.object({
      total: z.int().meta({ description: 'Projects not finished, stopped or rejected' }),
      lights: LightCounts,
      phases: z.array(z.object({ category: PhaseCategory, count: z.int() })),
      sectors: z.array(
        SectorRef.extend({
          total: z.int(),
          lights: LightCounts,
          phases: z.array(z.object({ category: PhaseCategory, count: z.int() })),
        }),
      ),
    }),
    money: z.object({
      approvedFrameOre: Ore,
      accountsToDateOre: Ore,
      finalForecastOre: Ore,
      deviationOre: Ore,
      projectsWithBoth: z.int(),
      overFrame: z.int(),
    }),
    missingStatus: z.object({
      period: z.object({ code: z.string(), name: z.string(), dueOn: LocalDate }).nullable(),
      owed: z.int(),
      missing: z.int(),
      projects: z.array(
        z.object({ number: z.string(), name: z.string(), sector: SectorRef, manager: z.string().nullable() }),
      ),
    }),
  })
  .meta({ id: 'Overview' });
export type Overview = z.infer<typeof Overview>;

/** Findings on one project. */
export const ProjectFindings = z
  .object({ evaluatedOn: LocalDate, ruleSet: z.int(), findings: z.array(Finding) })
  .meta({ id: 'ProjectFindings' });
export type ProjectFindings = z.infer<typeof ProjectFindings>;
