import type { Goal, PlanArea, PlanView, Strategy, StrategyFollowUp, Verdict } from '#shared';
import { matches } from './word-search';

/** What a reader has asked to see of a plan. Everything, when nothing is chosen. */
export interface PlanFilter {
  readonly words: readonly string[];
  readonly verdicts: readonly Verdict[];
  /** `BY-A`: priority area BY; `BY-I`: effort area BY. */
  readonly area: string | null;
}

/** A paragraph with the code it is referred to by: `BY-S3`, `F6` (the plan itself numbers none). */
export interface Passage {
  readonly code: string;
  readonly text: string;
}

export interface StrategyReading {
  readonly strategy: Strategy;
  /** Null until follow-up is known. */
  readonly followUp: StrategyFollowUp | null;
}

export interface AreaReading {
  readonly area: PlanArea;
  readonly anchor: string;
  readonly desired: readonly Passage[];
  readonly mainGoal: readonly Goal[];
  readonly subGoals: readonly Goal[];
  readonly effortGoal: readonly Goal[];
  readonly signs: readonly Passage[];
  readonly closing: readonly Passage[];
  readonly strategies: readonly StrategyReading[];
}

export interface PlanReading {
  readonly foreword: readonly Passage[];
  readonly vision: readonly Passage[];
  readonly slogan: boolean;
  readonly goals: readonly Goal[];
  readonly commentary: readonly (Passage & { readonly goals: readonly number[] })[];
  readonly areas: readonly AreaReading[];
  /** Passages, goals and strategies shown. */
  readonly hits: number;
  /** Whether something is left out. */
  readonly filtered: boolean;
}

/** The prefix of an area's strategy codes, which is also its place on the page: `BY-A`, `BY-I`. */
export function anchorOf({ code, kind }: Pick<PlanArea, 'code' | 'kind'>): string {
  return `${code}-${kind === 'priority' ? 'A' : 'I'}`;
}

/** The parts of the plan that a filter leaves, in the plan's order. A choice of verdict or area leaves only strategies' areas. */
export function readPlan(
  plan: PlanView,
  followUp: readonly StrategyFollowUp[] | null,
  { words, verdicts, area }: PlanFilter,
): PlanReading {
  const prose = verdicts.length === 0;
  const around = prose && area === null;
  const hit = (text: string) => matches(text, words);
  const passages = (prefix: string, texts: readonly string[], wanted: boolean): Passage[] =>
    wanted ? texts.map((text, index) => ({ code: `${prefix}${index + 1}`, text })).filter(({ text }) => hit(text)) : [];
  const goals = (all: readonly Goal[], wanted = prose): Goal[] =>
    wanted ? all.filter(({ code, paragraphs }) => hit([code, ...paragraphs].join(' '))) : [];
  const judged = new Map(followUp?.map((strategy) => [strategy.code, strategy]));

  const areas = plan.areas
    .filter((each) => area === null || area === anchorOf(each))
    .map((each): AreaReading => {
      const whole = words.length > 0 && hit(each.title);
      return {
        area: each,
        anchor: anchorOf(each),
        desired: passages(`${each.code}-S`, each.desiredDevelopment, prose),
        mainGoal: goals(each.goals.filter(({ kind }) => kind === 'main')),
        subGoals: goals(each.goals.filter(({ kind }) => kind === 'sub')),
        effortGoal: goals(each.goals.filter(({ kind }) => kind === 'effort')),
        signs: passages(`${each.code}-K`, each.signsOfAchievement, prose),
        closing: passages(`${each.code}-Å`, each.closing, prose),
        strategies: each.strategies
          .map((strategy) => ({ strategy, followUp: judged.get(strategy.code) ?? null }))
          .filter(
            ({ strategy, followUp: known }) =>
              (verdicts.length === 0 || (known !== null && verdicts.includes(known.verdict))) &&
              (whole || hit(wordsOf(strategy))),
          ),
      };
    })
    .filter((each) => countOf(each) > 0);

  const reading = {
    foreword: passages('F', plan.foreword.paragraphs, around),
    vision: passages('V', plan.vision.paragraphs, around),
    slogan: around && plan.vision.slogan !== null && hit(plan.vision.slogan),
    goals: goals(plan.developmentGoals, around),
    commentary: plan.developmentGoalsCommentary
      .map(({ goals: about, text }, index) => ({ code: `UK${index + 1}`, text, goals: about }))
      .filter(({ text }) => around && hit(text)),
    areas,
  };
  const { foreword, vision, slogan, goals: shown, commentary } = reading;
  return {
    ...reading,
    hits:
      foreword.length +
      vision.length +
      Number(slogan) +
      shown.length +
      commentary.length +
      areas.reduce((sum, each) => sum + countOf(each), 0),
    filtered: words.length > 0 || verdicts.length > 0 || area !== null,
  };
}

function wordsOf({ code, text, title, measures }: Strategy): string {
  return [code, title, text, ...measures.flatMap((measure) => [measure.code, measure.text])].join(' ');
}

function countOf({ desired, mainGoal, subGoals, effortGoal, signs, closing, strategies }: AreaReading): number {
  return [desired, mainGoal, subGoals, effortGoal, signs, closing, strategies].reduce(
    (sum, { length }) => sum + length,
    0,
  );
}
