import type { PlanView, StrategyFollowUp, Verdict } from '#shared';
import type { Choice } from '../../ui/combobox';

/** A strategy or a measure of a plan, as something a project can contribute to. */
export interface PlanTarget extends Choice {
  readonly code: string;
  readonly plan: string;
  readonly strategyCode: string;
  readonly measure: boolean;
  /** `Mer by` */
  readonly area: string;
  /** The strategy's; null until it is known. */
  readonly verdict: Verdict | null;
  readonly searched: string;
}

/** Every strategy of a plan followed by its measures, in the plan's own order. */
export function targetsOf(plan: PlanView, followUp: readonly StrategyFollowUp[]): PlanTarget[] {
  const verdicts = new Map(followUp.map(({ code, verdict }) => [code, verdict]));
  return plan.areas.flatMap((area) =>
    area.strategies.flatMap((strategy) => {
      const shared = {
        plan: plan.slug,
        strategyCode: strategy.code,
        area: area.title,
        verdict: verdicts.get(strategy.code) ?? null,
      };
      const target = (code: string, text: string, measure: boolean, also: string): PlanTarget => ({
        ...shared,
        id: code,
        code,
        text,
        measure,
        searched: `${code} ${text} ${area.code} ${area.title} ${also}`.toLowerCase(),
      });
      return [
        target(strategy.code, strategy.title, false, strategy.text),
        ...strategy.measures.map(({ code, text }) => target(code, text, true, '')),
      ];
    }),
  );
}

/** Those that have every word somewhere in code, text or area; codes that begin with what was typed come first. */
export function findTargets(targets: readonly PlanTarget[], words: string): readonly PlanTarget[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return targets;
  const found = targets.filter(({ searched }) => wanted.every((word) => searched.includes(word)));
  const named = found.filter(({ code }) => code.toLowerCase().startsWith(wanted[0]!));
  return [...named, ...found.filter((target) => !named.includes(target))];
}

/** A measure that does not stand under its strategy in what was found, and must say itself where it belongs. */
export function standsAlone(found: readonly PlanTarget[], at: number): boolean {
  return found[at]!.measure && found[at - 1]?.strategyCode !== found[at]!.strategyCode;
}
