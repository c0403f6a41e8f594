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
  /** Every project linked or proposed on the date, by number. */
  links: JoinedLinks[];
  /** Those of them that are approved. */
  contributions: StrategyContribution[];
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

/** What a project's links to one target come to: one of the strongest kind (rules T14). */
export interface JoinedLinks {
  project: string;
  /** Whether any of them holds; if so only those are joined, else those that wait. */
  approved: boolean;
  kind: ContributionKind;
  /** The earliest approval, of ended links too (rules R1); null without any. */
  since: LocalDate | null;
  measures: string[];
}

/** Joins the links of each project, in the order of the links; links that have ended leave only their date. */
export function joinLinks(links: readonly LinkFacts[], date: LocalDate): JoinedLinks[] {
  const joined = new Map<string, JoinedLinks & { waiting: boolean }>();
  for (const link of links) {
    let one = joined.get(link.project);
    if (!one) {
      one = { project: link.project, approved: false, waiting: false, kind: 'partial', since: null, measures: [] };
      joined.set(link.project, one);
    }
    const isApproved = link.approvedOn !== null && link.approvedOn <= date;
    if (isApproved && (one.since === null || link.approvedOn! < one.since)) one.since = link.approvedOn;
    if (link.endedOn !== null && link.endedOn <= date) continue;
    if (isApproved && !one.approved) {
      one.approved = true;
      one.kind = 'partial';
      one.measures = [];
    }
    if (one.approved && !isApproved) continue;
    one.waiting = !one.approved;
    if (link.kind === 'main') one.kind = 'main';
    if (link.measure !== null && !one.measures.includes(link.measure)) one.measures.push(link.measure);
  }
  return [...joined.values()].filter(({ approved, waiting }) => approved || waiting);
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
  const links = joinLinks(strategy.links, date).sort((a, b) => byProjectNumber(a.project, b.project));
  const contributions = links
    .filter(({ approved }) => approved)
    .map(({ project: number, kind, since, measures }): StrategyContribution => {
      const project = projects.get(number);
      if (!project) throw new Error(`The facts of ${strategy.code} link to ${number}, which they do not hold`);
      const alive = project.lifecycle !== 'stopped' && project.lifecycle !== 'rejected';
      return { project, standing: standingOn(project, date, startsBy), kind, since: since!, alive, measures };
    });
  const operational = strategy.operationalMeasures.filter((measure) =>
    operationalMeasureCounts(measure, ruleSet, date),
  );
  const carriedBy = carrierOf(contributions, operational);
  return { date, plan, strategy, links, contributions, operational, carriedBy };
}
