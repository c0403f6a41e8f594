import type { ContributionKind, LocalDate } from '#shared';
import type { LinkFacts } from './facts.js';
import { linkHolds, linksByProject, linkWaits, strongest, type StrategySituation } from './strategy-situation.js';

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

/** What a project's links come to: those approved, else those that wait; null when all are ended (rules T13, T14). */
function standingLinks(links: readonly LinkFacts[], date: LocalDate): { approved: boolean; links: LinkFacts[] } | null {
  const holding = links.filter((link) => linkHolds(link, date));
  if (holding.length > 0) return { approved: true, links: holding };
  const waiting = links.filter((link) => linkWaits(link, date));
  return waiting.length > 0 ? { approved: false, links: waiting } : null;
}

/** Every project linked or proposed on the date, by number. */
export function projectsOf({ strategy, contributions, date }: StrategySituation): StrategyProject[] {
  const counting = new Set(
    contributions.flatMap(({ standing, project }) => (standing === 'counting' ? [project.number] : [])),
  );
  return linksByProject(strategy.links).flatMap(([number, all]) => {
    const standing = standingLinks(all, date);
    if (!standing) return [];
    const { approved, links } = standing;
    const linked = new Set(links.map(({ measure }) => measure));
    const measures = strategy.measures.filter((code) => linked.has(code));
    return [{ number, kind: strongest(links), approved, counts: counting.has(number), measures }];
  });
}

/** Each measure and what carries it, whether or not it covers it (rules R8, R9). */
export function measureCoverage({ strategy, contributions, operational, date }: StrategySituation): MeasureCoverage[] {
  const alive = new Set(contributions.flatMap((one) => (one.alive ? [one.project.number] : [])));
  return strategy.measures.map((code) => {
    const carriers = linksByProject(strategy.links.filter(({ measure }) => measure === code)).flatMap(
      ([number, all]) => {
        const standing = standingLinks(all, date);
        if (!standing) return [];
        const { approved, links } = standing;
        return [{ number, kind: strongest(links), approved, covers: approved && alive.has(number) }];
      },
    );
    const names = operational.filter(({ measure }) => measure === code).map(({ name }) => name);
    return { code, covered: names.length > 0 || carriers.some(({ covers }) => covers), carriers, operational: names };
  });
}
