import type { ContributionKind } from '#shared';
import type { LinkFacts } from './facts.js';
import { joinLinks, type StrategySituation } from './strategy-situation.js';

/** A project on a strategy's page: linked with approval, or proposed to be. */
export interface StrategyProject {
  number: string;
  kind: ContributionKind;
  approved: boolean;
  /** Tellende (rules T). */
  counts: boolean;
  measures: string[];
}

/** Who carries a measure (*delpunkt*). */
export interface MeasureCoverage {
  code: string;
  covered: boolean;
  carriers: { number: string; kind: ContributionKind; approved: boolean; covers: boolean }[];
  /** Names of the driftstiltak on it that count. */
  operational: string[];
}

/** Every project linked or proposed on the date, by number. */
export function projectsOf({ strategy, links, contributions }: StrategySituation): StrategyProject[] {
  const counting = new Set<string>();
  for (const { standing, project } of contributions) if (standing === 'counting') counting.add(project.number);
  return links.map(({ project: number, kind, approved, measures }) => ({
    number,
    kind,
    approved,
    counts: counting.has(number),
    measures: measures.length < 2 ? measures : strategy.measures.filter((code) => measures.includes(code)),
  }));
}

/** Each measure and what carries it, whether or not it covers it (rules R8, R9). */
export function measureCoverage(situation: StrategySituation): MeasureCoverage[] {
  const { strategy, contributions, operational, date } = situation;
  const alive = new Set<string>();
  for (const one of contributions) if (one.alive) alive.add(one.project.number);
  const linksTo = new Map<string | null, LinkFacts[]>();
  for (const link of strategy.links) {
    const known = linksTo.get(link.measure);
    if (known) known.push(link);
    else linksTo.set(link.measure, [link]);
  }
  return strategy.measures.map((code) => {
    const carriers = joinLinks(linksTo.get(code) ?? [], date).map(({ project: number, kind, approved }) => ({
      number,
      kind,
      approved,
      covers: approved && alive.has(number),
    }));
    const names = operational.filter(({ measure }) => measure === code).map(({ name }) => name);
    return { code, covered: names.length > 0 || carriers.some(({ covers }) => covers), carriers, operational: names };
  });
}
