import { Injectable } from '@nestjs/common';
import { isInside, type RequestContext } from '../platform/request-context.js';
import {
  FollowUpFactsQuery,
  type PlanMaterial,
  type ProjectMaterial,
  type StrategyMaterial,
} from './follow-up-facts.query.js';
import { judge, type ProjectJudgement, type StrategyJudgement } from './domain/judge.js';

/** A plan judged on a date: what was read beside what was found, in the plan's order. */
export interface JudgedPlan {
  readonly material: PlanMaterial;
  readonly strategies: readonly { readonly facts: StrategyMaterial; readonly judged: StrategyJudgement }[];
  readonly projects: ReadonlyMap<string, ProjectMaterial>;
  readonly projectJudgements: ReadonlyMap<string, ProjectJudgement>;
}

const MOST_KEPT = 6;
/** A transaction that is idle or asks for as long as the database allows is ended by it. */
const LONGEST_CHANGE_MS = 120_000;

/**
 * The judgement of a plan, made once a revision and date however many pages ask: overview, list, strategy pages and
 * the council's overview all show the same one.
 */
@Injectable()
export class Judgements {
  private readonly kept = new Map<string, Promise<JudgedPlan>>();

  constructor(private readonly facts: FollowUpFactsQuery) {}

  /**
   * As the asker may know it: who is outside the administration hears nothing of links that nobody has approved.
   * @throws Refusal 404 when there is no such plan
   */
  of(ctx: Pick<RequestContext, 'actor' | 'asOf' | 'today' | 'revision'>, slug: string): Promise<JudgedPlan> {
    const { actor, asOf, today, revision } = ctx;
    // what stood at a past instant stands, once no change that was begun before it can still be on its way
    const stands = asOf !== null && Date.parse(asOf.instant) < Date.now() - LONGEST_CHANGE_MS;
    const key = `${asOf?.instant ?? ''} ${stands ? '' : revision} ${today} ${slug} ${isInside(actor) ? '' : 'outside'}`;
    const kept = this.kept.get(key);
    if (kept) return kept;
    const made = this.make(ctx, slug);
    this.kept.set(key, made);
    made.catch(() => this.kept.delete(key)); // a fault is not an answer to keep
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT) this.kept.delete(oldest!);
    return made;
  }

  /** As it is now, whatever the revision was when the request came in: for the answer of a write. */
  afresh(ctx: Pick<RequestContext, 'actor' | 'today'>, slug: string): Promise<JudgedPlan> {
    return this.make({ actor: ctx.actor, asOf: null, today: ctx.today }, slug);
  }

  private async make(ctx: Pick<RequestContext, 'actor' | 'asOf' | 'today'>, slug: string): Promise<JudgedPlan> {
    const known = await this.facts.ofPlan(ctx, slug);
    const material = isInside(ctx.actor) ? known : approvedOnly(known);
    const judgement = judge(material, material.ruleSet, ctx.today);
    return {
      material,
      strategies: material.strategies.map((facts, index) => ({ facts, judged: judgement.strategies[index]! })),
      projects: new Map(material.projects.map((project) => [project.number, project])),
      projectJudgements: new Map(judgement.projects.map((judged) => [judged.number, judged])),
    };
  }
}

/** Proposed links count for nothing (rules T), so that verdicts are the same without them. */
function approvedOnly(material: PlanMaterial): PlanMaterial {
  return {
    ...material,
    strategies: material.strategies.map((strategy) => ({
      ...strategy,
      links: strategy.links.filter(({ approvedOn }) => approvedOn !== null),
    })),
    projects: material.projects.map((project) => ({ ...project, linkProposed: false })),
  };
}
