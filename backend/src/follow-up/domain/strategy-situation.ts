import { addMonths, type ContributionKind, type Lifecycle, type LocalDate } from '#shared';
import type { LinkFacts, OperationalMeasureFacts, PlanFacts, ProjectFacts, StrategyFacts } from './facts.js';
import { byProjectNumber } from './finding.js';
import type { RuleSet } from './rule-set.js';

/**
 * How a project stands on a date. One that has not started and does not count is *starts-late* with a start date and
 * *no-start* without; in the order of S01–S04 they go as Utsatt with and without date (rules T2).
 */
export type Standing = 'counting' | 'idea' | 'finished' | 'postponed' | 'starts-late' | 'no-start' | 'halted';

/** A project's approved links to a strategy and its measures, as one (rules T14). */
export interface StrategyContribution {
  project: ProjectFacts;
  standing: Standing;
  kind: ContributionKind;
  /** The earliest approval among its links, ended ones too (rules R1). */
  since: LocalDate;
  /** Whether it can cover measures and support a strategy: neither *Stanset* nor *Avvist* (rules R9, R12). */
  alive: boolean;
  measures: string[];
}

/** What decides among S01–S04: something that counts, or the first of the others that there is (rules T, R5). */
export type CarriedBy = 'counting' | 'nothing' | 'ideas' | 'finished' | 'postponed' | 'halted';

/** All that a strategy rule may read: the facts of one strategy, brought to the date. */
export interface StrategySituation {
  date: LocalDate;
  plan: PlanFacts;
  strategy: StrategyFacts;
  contributions: StrategyContribution[];
  /** Numbers of projects with nothing but links that wait for approval. */
  proposed: string[];
  /** The driftstiltak that count. */
  operational: OperationalMeasureFacts[];
  carriedBy: CarriedBy;
}

/** The lifecycle on a date: a finish date after it has not happened yet (rules T12). */
export function lifecycleOn(project: ProjectFacts, date: LocalDate): Lifecycle {
  return project.lifecycle === 'finished' && project.finishedOn !== null && project.finishedOn > date
    ? 'in-progress'
    : project.lifecycle;
}

/** When a finished project was finished: its finish date, else the planned end, else the day it was set (rules R6). */
export function finishDate(project: ProjectFacts): LocalDate | null {
  return project.finishedOn ?? project.endsOn ?? project.lifecycleSetOn;
}

/** Brings projects to a date. `startsBy` is the last start date that counts (rules T1). */
export function standingOn(project: ProjectFacts, date: LocalDate, startsBy: LocalDate): Standing {
  const lifecycle = lifecycleOn(project, date);
  const early = project.category === 'idea' || project.category === 'concept';
  switch (lifecycle) {
    case 'in-progress':
      return early ? 'idea' : 'counting';
    case 'not-started':
      if (early) return 'idea';
      if (project.startsOn === null) return 'no-start';
      return project.startsOn <= startsBy ? 'counting' : 'starts-late';
    case 'postponed':
      return project.postponedTo !== null && project.postponedTo >= date ? 'postponed' : 'halted';
    case 'finished':
      return 'finished';
    case 'stopped':
    case 'rejected':
      return 'halted';
  }
}

/** The last day a confirmation lasts; null when there is none on the date (rules T8, T12). */
export function confirmedUntil(measure: OperationalMeasureFacts, ruleSet: RuleSet, date: LocalDate): LocalDate | null {
  const { confirmedOn } = measure;
  return confirmedOn !== null && confirmedOn <= date ? addMonths(confirmedOn, ruleSet.confirmationMonths) : null;
}

/** Unit, responsible, evidence and a confirmation that has not lapsed (rules T7). */
export function operationalMeasureCounts(measure: OperationalMeasureFacts, ruleSet: RuleSet, date: LocalDate): boolean {
  const told = [measure.unit, measure.responsible, measure.evidence].every((text) => text.trim() !== '');
  const until = confirmedUntil(measure, ruleSet, date);
  return told && until !== null && date <= until;
}

/** Whether a link holds: approved, and not ended (rules T13). */
export function linkHolds(link: LinkFacts, date: LocalDate): boolean {
  return link.approvedOn !== null && link.approvedOn <= date && !hasEnded(link, date);
}

/** Whether a link waits for approval. */
export function linkWaits(link: LinkFacts, date: LocalDate): boolean {
  return (link.approvedOn === null || link.approvedOn > date) && !hasEnded(link, date);
}

const hasEnded = (link: LinkFacts, date: LocalDate) => link.endedOn !== null && link.endedOn <= date;

/** The stronger of the kinds of several links (rules T14). */
export function strongest(links: readonly LinkFacts[]): ContributionKind {
  return links.some(({ kind }) => kind === 'main') ? 'main' : 'partial';
}

/** The links of each project, by project number. */
export function linksByProject(links: readonly LinkFacts[]): [string, LinkFacts[]][] {
  const byProject = new Map<string, LinkFacts[]>();
  for (const link of links) {
    const known = byProject.get(link.project);
    if (known) known.push(link);
    else byProject.set(link.project, [link]);
  }
  return [...byProject].sort(([a], [b]) => byProjectNumber(a, b));
}

function contributionOf(
  project: ProjectFacts,
  links: readonly LinkFacts[],
  holding: readonly LinkFacts[],
  date: LocalDate,
  startsBy: LocalDate,
): StrategyContribution {
  const approvals = links.flatMap(({ approvedOn }) => (approvedOn !== null && approvedOn <= date ? [approvedOn] : []));
  return {
    project,
    standing: standingOn(project, date, startsBy),
    kind: strongest(holding),
    since: approvals.reduce((earliest, approvedOn) => (approvedOn < earliest ? approvedOn : earliest)),
    alive: project.lifecycle !== 'stopped' && project.lifecycle !== 'rejected',
    measures: holding.flatMap(({ measure }) => (measure === null ? [] : [measure])),
  };
}

/** Something that counts; else nothing, idé/konsept, Ferdig, Utsatt with date or the rest, the first there is. */
function carrierOf(contributions: readonly StrategyContribution[], operational: readonly unknown[]): CarriedBy {
  const any = (...standings: Standing[]) => contributions.some(({ standing }) => standings.includes(standing));
  if (operational.length > 0 || any('counting')) return 'counting';
  if (contributions.length === 0) return 'nothing';
  if (any('idea')) return 'ideas';
  if (any('finished')) return 'finished';
  return any('postponed', 'starts-late') ? 'postponed' : 'halted';
}

/** Brings the facts of one strategy to the date. A link to a project that the facts lack is a fault in the facts. */
export function situationOf(
  strategy: StrategyFacts,
  plan: PlanFacts,
  projects: ReadonlyMap<string, ProjectFacts>,
  ruleSet: RuleSet,
  date: LocalDate,
): StrategySituation {
  const startsBy = addMonths(date, ruleSet.startsWithinMonths);
  const contributions: StrategyContribution[] = [];
  const proposed: string[] = [];
  for (const [number, links] of linksByProject(strategy.links)) {
    const holding = links.filter((link) => linkHolds(link, date));
    if (holding.length > 0) {
      const project = projects.get(number);
      if (!project) throw new Error(`The facts of ${strategy.code} link to ${number}, which they do not hold`);
      contributions.push(contributionOf(project, links, holding, date, startsBy));
    } else if (links.some((link) => linkWaits(link, date))) proposed.push(number);
  }
  const operational = strategy.operationalMeasures.filter((measure) =>
    operationalMeasureCounts(measure, ruleSet, date),
  );
  const carriedBy = carrierOf(contributions, operational);
  return { date, plan, strategy, contributions, proposed, operational, carriedBy };
}
