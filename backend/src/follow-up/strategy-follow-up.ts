import {
  type AreaRef,
  type ContributingProject,
  type Language,
  type StrategyFollowUp,
  type StrategyPage,
  Verdict,
  type VerdictCounts,
} from '#shared';
import type { RequestContext } from '../platform/request-context.js';
import { termsOf } from './domain/exception-terms.js';
import { describeFinding } from './domain/explain.js';
import { accessToStrategy } from './exception-access.js';
import type { JudgedPlan } from './judgements.js';
import { exceptionsOn } from './strategy-exceptions.js';

type JudgedStrategy = JudgedPlan['strategies'][number];

/** A plan that is not in force is not judged (rules I7); its strategies stand as planned. */
export const verdictOnTheWire = ({ judged }: JudgedStrategy): Verdict => judged.verdict ?? 'planned';

export function areaOf(plan: JudgedPlan, { facts }: JudgedStrategy): AreaRef {
  const { code, kind, title } = plan.material.areas[facts.area]!;
  return { code, kind, title };
}

export function leadSectorOf({ facts }: JudgedStrategy): { code: string; name: string } | null {
  return facts.leadSector && { code: facts.leadSector.code, name: facts.leadSector.name };
}

export function noVerdicts(): VerdictCounts {
  return Object.fromEntries(Verdict.options.map((verdict) => [verdict, 0])) as VerdictCounts;
}

/** How many strategies have each verdict. */
export function countVerdicts(strategies: readonly JudgedStrategy[]): VerdictCounts {
  const counts = noVerdicts();
  for (const strategy of strategies) counts[verdictOnTheWire(strategy)] += 1;
  return counts;
}

/** A strategy with its verdict and reasons, in the language asked for. */
export function followUpOf(plan: JudgedPlan, strategy: JudgedStrategy, language: Language): StrategyFollowUp {
  const { facts, judged } = strategy;
  return {
    code: facts.code,
    title: facts.title,
    kind: facts.kind,
    area: areaOf(plan, strategy),
    leadSector: leadSectorOf(strategy),
    verdict: verdictOnTheWire(strategy),
    findings: judged.findings.map((finding) => describeFinding(finding, language)),
    measures: { total: judged.measures.length, covered: judged.measures.filter(({ covered }) => covered).length },
    projects: judged.projects.map((linked): ContributingProject => {
      const project = plan.projects.get(linked.number)!;
      return {
        number: project.number,
        name: project.name,
        sector: { code: project.sector, name: project.sectorName },
        phase: project.phase[language],
        category: project.category,
        lifecycle: project.lifecycle,
        light: project.light,
        kind: linked.kind,
        approved: linked.approved,
        counts: linked.counts,
        measures: linked.measures,
        statement:
          facts.links.find(({ project: number, endedOn }) => number === linked.number && endedOn === null)?.statement ??
          '',
        startsOn: project.startsOn,
        endsOn: project.endsOn,
      };
    }),
    projectFindings: judged.projectFindings,
  };
}

function planOf({ material: { plan } }: JudgedPlan): StrategyPage['plan'] {
  const { slug, title, language, horizonOn } = plan;
  return { slug, title, language, horizonOn };
}

/** Everything a strategy's own page shows, and what the asker may do there. @returns null when the plan has no such code */
export function strategyPageOf(
  plan: JudgedPlan,
  code: string,
  ctx: Pick<RequestContext, 'actor' | 'asOf' | 'today' | 'language'>,
): StrategyPage | null {
  const place = plan.strategies.findIndex(({ facts }) => facts.code === code);
  const strategy = plan.strategies[place];
  if (!strategy) return null;
  const { facts, judged } = strategy;
  return {
    ...followUpOf(plan, strategy, ctx.language),
    plan: planOf(plan),
    text: facts.text,
    subGoal: facts.subGoal,
    responsibleRole: facts.responsibleRole as StrategyPage['responsibleRole'],
    version: facts.version,
    mayChange: ctx.asOf === null && ctx.actor.permissions.has('plan.change'),
    measureList: judged.measures.map((measure, index) => ({
      code: measure.code,
      ...facts.measureTexts[index]!,
      carriers: measure.carriers.map((carrier) => ({ ...carrier, name: plan.projects.get(carrier.number)!.name })),
      operational: measure.operational,
    })),
    operationalMeasures: facts.operationalMeasures.map((operational, index) => ({
      ...operational,
      ...judged.operationalMeasures[index]!,
    })),
    exceptions: exceptionsOn(strategy, ctx),
    exceptionTerms: termsOf(plan.material.ruleSet),
    may: accessToStrategy(ctx, facts.leadSectorId),
    previous: plan.strategies[place - 1]?.facts.code ?? null,
    next: plan.strategies[place + 1]?.facts.code ?? null,
    evaluatedOn: ctx.today,
    ruleSet: plan.material.ruleSet.version,
  };
}
