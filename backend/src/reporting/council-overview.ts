import { Injectable } from '@nestjs/common';
import { type CouncilOverview, osloDate, type VerdictCounts } from '#shared';
import { describeFinding, explain } from '../follow-up/domain/explain.js';
import { type JudgedPlan, Judgements } from '../follow-up/judgements.js';
import { PortfolioFiguresQuery } from '../follow-up/portfolio-figures.query.js';
import { areaOf, countVerdicts, leadSectorOf, verdictOnTheWire } from '../follow-up/strategy-follow-up.js';
import { PlanQuery } from '../plans/plan.query.js';
import { type PastInstant, readAsOf } from '../platform/instant.js';
import { Refusal } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { CouncilFiguresQuery } from './council-figures.query.js';
import { moneyOf, sumsOf } from './money-sums.js';

const moneyKinds = ['investment', 'operations'] as const;

/** The council's overview of a year: the judgement, the portfolio and the money as they stood at its end. */
@Injectable()
export class CouncilOverviewOfYear {
  constructor(
    private readonly judgements: Judgements,
    private readonly plans: PlanQuery,
    private readonly portfolio: PortfolioFiguresQuery,
    private readonly figures: CouncilFiguresQuery,
  ) {}

  /** @throws Refusal 404 for an unknown plan or a year the history does not reach */
  async read(asked: RequestContext, slug: string, year: number): Promise<CouncilOverview> {
    const thisYear = Number(asked.today.slice(0, 4));
    const years = await this.figures.years(thisYear);
    if (!years.includes(year)) throw new Refusal(404, 'year-without-history', { details: { years } });
    const ctx = this.atEndOf(asked, year);
    const [plan, view, portfolio, figures, lastYear] = await Promise.all([
      this.judgements.of(ctx, slug),
      this.plans.bySlug(ctx, slug),
      this.portfolio.at(ctx),
      this.figures.of(ctx, year),
      years.includes(year - 1) ? this.judgements.of(this.atEndOf(asked, year - 1), slug) : null,
    ]);
    const { period, owed, missing } = portfolio.missingStatus;
    return {
      year,
      municipality: figures.municipality,
      plan: { slug: view.slug, title: view.title, language: view.language },
      evaluatedOn: ctx.today,
      ruleSet: plan.material.ruleSet.version,
      preliminary: ctx.asOf === null || ctx.asOf.instant !== endOf(year, asked)?.instant,
      years,
      summary: {
        strategies: { total: plan.strategies.length, verdicts: countVerdicts(plan.strategies) },
        projects: {
          total: figures.lifecycles.reduce((sum, { count }) => sum + count, 0),
          lifecycles: figures.lifecycles,
          lights: portfolio.projects.lights,
        },
        money: sumsOf(figures.moneyRows),
        dataQuality: { owed, reported: owed - missing, period: period?.name ?? null },
      },
      statusByArea: plan.material.areas
        .map((area, place) => {
          const strategies = plan.strategies.filter(({ facts }) => facts.area === place);
          return {
            ...area,
            total: strategies.length,
            verdicts: countVerdicts(strategies),
            lackingLastYear: lackingIn(lastYear, area),
          };
        })
        .filter(({ total }) => total > 0),
      developmentGoals: view.developmentGoals,
      areas: view.areas.map((area) => ({
        code: area.code,
        kind: area.kind,
        title: area.title,
        goal: area.goals
          .filter(({ kind }) => kind === 'main' || kind === 'effort')
          .flatMap(({ paragraphs }) => paragraphs),
        signsOfAchievement: area.signsOfAchievement,
        strategies: strategiesOf(plan, area, ctx),
      })),
      lacking: lackingOf(plan, ctx),
      exceptions: exceptionsOf(plan),
      portfolio: {
        phases: portfolio.projects.phases,
        sectors: portfolio.projects.sectors,
        explained: figures.explained,
        finishedInYear: figures.finishedInYear,
      },
      money: moneyKinds.map((kind) => moneyOf(kind, figures.moneyRows, figures.frameChanges)),
    };
  }

  private atEndOf(ctx: RequestContext, year: number): RequestContext {
    const asOf = endOf(year, ctx);
    return asOf !== null && asOf.date < ctx.today ? { ...ctx, asOf, today: asOf.date } : ctx;
  }
}

/** The last instant of a year that is over; null while it runs. */
function endOf(year: number, { now }: RequestContext): PastInstant | null {
  const lastDay = `${year}-12-31`;
  return lastDay < osloDate(now) ? readAsOf(lastDay, now) : null;
}

type Area = { code: string; kind: string };

function lackingIn(lastYear: JudgedPlan | null, { code, kind }: Area): number | null {
  if (!lastYear) return null;
  const verdicts: VerdictCounts = countVerdicts(
    lastYear.strategies.filter((strategy) => {
      const area = areaOf(lastYear, strategy);
      return area.code === code && area.kind === kind;
    }),
  );
  return verdicts.lacking;
}

function strategiesOf(
  plan: JudgedPlan,
  { code, kind }: Area,
  ctx: RequestContext,
): CouncilOverview['areas'][number]['strategies'] {
  return plan.strategies
    .filter((strategy) => {
      const area = areaOf(plan, strategy);
      return area.code === code && area.kind === kind;
    })
    .map((strategy) => ({
      code: strategy.facts.code,
      title: strategy.facts.title,
      verdict: verdictOnTheWire(strategy),
      leadSector: leadSectorOf(strategy),
      findings: strategy.judged.findings.map((finding) => describeFinding(finding, ctx.language)),
      projects: strategy.judged.projects
        .filter(({ approved }) => approved)
        .map(({ number }) => {
          const { name, lifecycle, light } = plan.projects.get(number)!;
          return { number, name, lifecycle, light };
        }),
    }));
}

function lackingOf(plan: JudgedPlan, ctx: RequestContext): CouncilOverview['lacking'] {
  return plan.strategies
    .filter((strategy) => ['lacking', 'weak'].includes(verdictOnTheWire(strategy)))
    .sort((a, b) => Number(verdictOnTheWire(a) === 'weak') - Number(verdictOnTheWire(b) === 'weak'))
    .map((strategy) => ({
      code: strategy.facts.code,
      title: strategy.facts.title,
      verdict: verdictOnTheWire(strategy),
      leadSector: leadSectorOf(strategy),
      findings: strategy.judged.findings
        .filter(({ covered }) => !covered)
        .map((finding) => ({ rule: finding.rule, severity: finding.severity, ...explain(finding, ctx.language) })),
    }));
}

function exceptionsOf(plan: JudgedPlan): CouncilOverview['exceptions'] {
  return plan.strategies.flatMap((strategy) =>
    strategy.facts.exceptions.flatMap((exception, index) => {
      const { valid, lastDay } = strategy.judged.exceptions[index]!;
      if (!valid) return [];
      return [
        {
          code: strategy.facts.code,
          title: strategy.facts.title,
          type: exception.type,
          reason: exception.reason,
          decidedBy: exception.decidedByName ?? '',
          caseNumber: exception.caseNumber ?? '',
          validTo: lastDay,
          verdict: verdictOnTheWire(strategy),
        },
      ];
    }),
  );
}
