import { addDays, type LocalDate, type Severity, type Verdict } from '#shared';
import {
  coverEndedOn,
  covers,
  exceptionOn,
  outgrownOn,
  type ExceptionStanding,
  type ExceptionSubject,
} from './exceptions.js';
import type { ExceptionFacts, FollowUpFacts, PlanFacts, ProjectFacts } from './facts.js';
import { byOrderOfListing, worse, type Finding, type JudgedFinding } from './finding.js';
import { projectRules } from './project-rules.js';
import type { RuleSet } from './rule-set.js';
import { measureCoverage, projectsOf, type MeasureCoverage, type StrategyProject } from './strategy-coverage.js';
import { strategyRules } from './strategy-rules.js';
import { confirmedUntil, situationOf, type StrategySituation } from './strategy-situation.js';
import { isInForce, stageOn, verdictOf } from './verdict.js';

/** How a driftstiltak stands on a date. */
export interface OperationalStanding {
  counts: boolean;
  /** The last day its confirmation lasts. */
  confirmedUntil: LocalDate | null;
  /** Counts, and so near that day that notice is given, as for exceptions (rules E9). */
  endsSoon: boolean;
}

export interface StrategyJudgement {
  code: string;
  /** Null: the plan is not in force on the date, and nothing is judged (rules I7). */
  verdict: Verdict | null;
  findings: JudgedFinding[];
  projects: StrategyProject[];
  measures: MeasureCoverage[];
  /** In the order of the facts. */
  operationalMeasures: OperationalStanding[];
  /** In the order of the facts. */
  exceptions: ExceptionStanding[];
  /** The open findings on its approved projects, which do not move the verdict (rules V1). */
  projectFindings: { count: number; worst: Severity } | null;
}

export interface ProjectJudgement {
  number: string;
  findings: JudgedFinding[];
  /** In the order of the facts. */
  exceptions: ExceptionStanding[];
}

export interface Judgement {
  strategies: StrategyJudgement[];
  projects: ProjectJudgement[];
}

/** The whole follow-up on a date. The same facts, rule set and date give the same judgement. */
export function judge(facts: FollowUpFacts, ruleSet: RuleSet, date: LocalDate): Judgement {
  const projects = facts.projects.map((project) => judgeProject(project, facts.plan, ruleSet, date));
  const factsOf = new Map(facts.projects.map((project) => [project.number, project]));
  const findingsOf = new Map(projects.map(({ number, findings }) => [number, findings]));
  const strategies = facts.strategies.map((strategy) =>
    judgeStrategy(situationOf(strategy, facts.plan, factsOf, ruleSet, date), findingsOf, ruleSet),
  );
  return { strategies, projects };
}

/** The findings on one project (rules P). Of the plan only the økonomiplaner matter, for exceptions. */
export function judgeProject(
  project: ProjectFacts,
  { financialPlans }: Pick<PlanFacts, 'financialPlans'>,
  ruleSet: RuleSet,
  date: LocalDate,
): ProjectJudgement {
  const found: Finding[] = [];
  for (const [code, rule] of projectRules) {
    const finding = ruleSet.enabled.includes(code) ? rule(project, ruleSet, date) : null;
    if (finding) found.push(finding);
  }
  if (found.length === 0 && project.exceptions.length === 0)
    return { number: project.number, findings: [], exceptions: [] };
  const standings = standingsOf(project.exceptions, { sector: project.sector, financialPlans }, ruleSet, date);
  return { number: project.number, ...beside(project.exceptions, standings, found, project.number) };
}

function judgeStrategy(
  situation: StrategySituation,
  projectFindings: ReadonlyMap<string, readonly JudgedFinding[]>,
  ruleSet: RuleSet,
): StrategyJudgement {
  const { strategy, plan, operational, date } = situation;
  const subject = { sector: strategy.leadSector?.code ?? null, financialPlans: plan.financialPlans };
  const standings = standingsOf(strategy.exceptions, subject, ruleSet, date);
  const inForce = isInForce(plan, date);
  const stage = stageOn(strategy, standings, plan, ruleSet, date);
  const found = inForce && stage === null ? findingsOn(situation, ruleSet) : [];
  const { findings, exceptions } = beside(strategy.exceptions, standings, found, null);
  return {
    code: strategy.code,
    verdict: inForce ? (stage ?? verdictOf(findings)) : null,
    findings,
    projects: projectsOf(situation),
    measures: measureCoverage(situation),
    operationalMeasures: strategy.operationalMeasures.map((measure) => {
      const until = confirmedUntil(measure, ruleSet, date);
      const counts = operational.includes(measure);
      const endsSoon = counts && until !== null && date >= addDays(until, -ruleSet.exceptions.noticeDays);
      return { counts, confirmedUntil: until, endsSoon };
    }),
    exceptions,
    projectFindings: summaryOf(situation, projectFindings),
  };
}

function findingsOn(situation: StrategySituation, ruleSet: RuleSet): Finding[] {
  return strategyRules.flatMap(([code, rule]) =>
    ruleSet.enabled.includes(code) ? (rule(situation, ruleSet) ?? []) : [],
  );
}

function standingsOf(
  exceptions: readonly ExceptionFacts[],
  subject: ExceptionSubject,
  ruleSet: RuleSet,
  date: LocalDate,
): ExceptionStanding[] {
  return exceptions.map((exception) => exceptionOn(exception, subject, ruleSet, date));
}

/** Findings beside the exceptions of their subject: which are covered, which are back, which will outgrow theirs. */
function beside(
  exceptions: readonly ExceptionFacts[],
  standings: readonly ExceptionStanding[],
  found: readonly Finding[],
  project: string | null,
): { findings: JudgedFinding[]; exceptions: ExceptionStanding[] } {
  const findings = found.map((finding): JudgedFinding => {
    const covered = exceptions.some((exception, index) => covers(exception, standings[index]!, finding));
    const endedOn = covered ? null : coverEndedOn(exceptions, standings, finding);
    return endedOn === null
      ? { ...finding, project, covered }
      : {
          ...finding,
          project,
          covered,
          says: [...finding.says, 'exception-ended'],
          data: { ...finding.data, exceptionEndedOn: endedOn },
        };
  });
  return {
    findings: findings.sort(byOrderOfListing),
    exceptions: exceptions.map((exception, index) => {
      const standing = standings[index]!;
      const covered = findings.filter((finding) => covers(exception, standing, finding));
      return { ...standing, outgrownOn: outgrownOn(exception, covered) };
    }),
  };
}

/** The open findings on a strategy's approved projects as one line (rules V1). */
function summaryOf(
  { contributions }: StrategySituation,
  projectFindings: ReadonlyMap<string, readonly JudgedFinding[]>,
): StrategyJudgement['projectFindings'] {
  let count = 0;
  let worst: Severity = 'note';
  for (const { project } of contributions)
    for (const { covered, severity } of projectFindings.get(project.number) ?? [])
      if (!covered) {
        count += 1;
        worst = worse(worst, severity);
      }
  return count === 0 ? null : { count, worst };
}
