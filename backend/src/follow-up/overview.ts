import { Injectable } from '@nestjs/common';
import type { Overview } from '#shared';
import { readAsOf } from '../platform/instant.js';
import { Refusal, notFound } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { explain } from './domain/explain.js';
import { type JudgedPlan, Judgements } from './judgements.js';
import { PortfolioFiguresQuery } from './portfolio-figures.query.js';
import { areaOf, countVerdicts, verdictOnTheWire } from './strategy-follow-up.js';

/** The leadership's front page: the judgement of a plan beside the portfolio in figures. */
@Injectable()
export class OverviewOfPlan {
  constructor(
    private readonly judgements: Judgements,
    private readonly figures: PortfolioFiguresQuery,
  ) {}

  /** @param slug null: the newest adopted plan. @throws Refusal 404 when there is none */
  async read(ctx: RequestContext, slug: string | null): Promise<Overview> {
    const { plan: leading, ...figures } = await this.figures.at(ctx);
    const chosen = slug ?? leading;
    if (chosen === null) throw notFound('plan');
    const [plan, before] = await Promise.all([this.judgements.of(ctx, chosen), this.before(ctx, chosen)]);
    return {
      plan: { slug: plan.material.plan.slug, title: plan.material.plan.title, language: plan.material.plan.language },
      evaluatedOn: ctx.today,
      ruleSet: plan.material.ruleSet.version,
      strategies: {
        total: plan.strategies.length,
        verdicts: countVerdicts(plan.strategies),
        withNotes: plan.strategies.filter(
          ({ judged }) => judged.verdict === 'followed-up' && judged.findings.length > 0,
        ).length,
      },
      before,
      areas: plan.material.areas
        .map(({ code, kind, title }, place) => {
          const strategies = plan.strategies.filter(({ facts }) => facts.area === place);
          return { code, kind, title, total: strategies.length, verdicts: countVerdicts(strategies) };
        })
        .filter(({ total }) => total > 0),
      attention: attentionIn(plan, ctx),
      ...figures,
    };
  }

  /** The same verdicts at the end of the last closed period, where the history reaches so far. */
  private async before(ctx: RequestContext, slug: string): Promise<Overview['before']> {
    const period = await this.figures.closedPeriod(ctx);
    if (!period) return null;
    const asOf = readAsOf(period.endsOn, ctx.now);
    try {
      const plan = await this.judgements.of({ actor: ctx.actor, asOf, today: period.endsOn, revision: 0 }, slug);
      return { period: period.name, evaluatedOn: period.endsOn, verdicts: countVerdicts(plan.strategies) };
    } catch (reason) {
      if (reason instanceof Refusal && reason.status === 404) return null; // the plan was not registered then
      throw reason;
    }
  }
}

const graveness = { lacking: 0, weak: 1 } as const;

/** Strategies that lack follow-up, the worst first, each with its gravest open finding. */
function attentionIn(plan: JudgedPlan, ctx: RequestContext): Overview['attention'] {
  return plan.strategies
    .flatMap((strategy, place) => {
      const verdict = verdictOnTheWire(strategy);
      const finding = strategy.judged.findings.find(({ covered }) => !covered);
      if (!finding || (verdict !== 'lacking' && verdict !== 'weak')) return [];
      const open = strategy.judged.findings.filter(({ covered, severity }) => !covered && severity !== 'note').length;
      return [{ strategy, verdict, finding, open, place }];
    })
    .sort(
      (a, b) =>
        graveness[a.verdict as 'lacking'] - graveness[b.verdict as 'lacking'] || b.open - a.open || a.place - b.place,
    )
    .map(({ strategy, verdict, finding }) => {
      const { text, remedy } = explain(finding, ctx.language);
      return {
        code: strategy.facts.code,
        title: strategy.facts.title,
        area: areaOf(plan, strategy),
        verdict,
        rule: finding.rule,
        severity: finding.severity,
        reason: text,
        remedy,
      };
    });
}
