import { createHash } from 'node:crypto';
import { addDays, addMonths, type Dimension, type LocalDate, overallOf, type TrafficLight } from '#shared';
import { caseNumberOf, dateAt, endAt, meetingAt, startAt, withDates } from './demonstration-dates.js';
import type { DemonstrationPeople, DemonstrationStrategies, ExampleProject, ExampleReport } from './demonstration.js';

/** What the files say. */
export interface ExampleFiles {
  people: DemonstrationPeople;
  strategies: DemonstrationStrategies;
  projects: { sector: string; projects: ExampleProject[] }[];
}

/** Ids by the words the files use: codes, categories of phases, the first part of addresses. */
export interface ReferenceRows {
  sectors: Record<string, string>;
  committees: Record<string, string>;
  phases: Record<string, string>;
  people: Record<string, string>;
  strategies: Record<string, string>;
  /** By the measure's code: its strategy and itself. */
  measures: Record<string, [strategyId: string, measureId: string]>;
  /** Closed reporting periods, newest first. */
  periods: Period[];
}

interface Period {
  id: string;
  code: string;
  dueOn: LocalDate;
}

/** Rows as the tables have them. */
type Row = Record<string, unknown>;

/** The whole example as rows, for one day of loading. */
export interface Example {
  projects: Row[];
  contributions: Row[];
  frameDecisions: Row[];
  appropriations: Row[];
  bookedAmounts: Row[];
  /** Oldest period first, and at the end those between periods. */
  reports: { step: string; rows: Row[] }[];
}

/** The same words give the same id, so that a step taken again after a kill finds what an earlier one wrote. */
export function idOf(...words: (string | number)[]): string {
  const hex = createHash('sha256')
    .update(`demonstration ${words.join(' ')}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const ore = (kroner: number): number => kroner * 100;
/** Ledgers are never round: the øre of a booked amount, from the amount itself. */
const bookedOre = (kroner: number): number => ore(kroner) + ((kroner * 7) % 100);

/** One project with what its rows share. */
interface Placed {
  id: string;
  sector: string;
  project: ExampleProject;
  ownerId: string | null;
  managerId: string | null;
  registeredOn: LocalDate;
  /** Spreads days and hours over the projects. */
  spread: number;
}

/** Lays the files out as rows, with every date reckoned from `today`. */
export function exampleOf(files: ExampleFiles, rows: ReferenceRows, today: LocalDate): Example {
  const placed = place(files, rows, today);
  return {
    projects: numbered(placed).map(({ number, ...one }) => projectRow(one, number, rows, today)),
    contributions: placed.flatMap((one) => contributionRows(one, rows, today)),
    frameDecisions: placed.flatMap((one) => frameRows(one, today)),
    appropriations: placed.flatMap((one) => appropriationRows(one, today)),
    bookedAmounts: placed.flatMap((one) => bookedRows(one, today)),
    reports: [
      ...rows.periods
        .slice(0, 8)
        .map((period, back) => ({
          step: period.code,
          rows: placed.flatMap((one) => reportRows(one, period, back, today)),
        }))
        .reverse(),
      { step: 'between-periods', rows: placed.flatMap((one) => reportRows(one, null, null, today)) },
    ],
  };
}

function place({ people, projects }: ExampleFiles, rows: ReferenceRows, today: LocalDate): Placed[] {
  /** The person named; where the demonstration accounts are not there, somebody of the sector in the same role. */
  function personId(key: string | null, sector: string, role: 'project-owner' | 'project-manager'): string | null {
    if (key === null) return null;
    const standIn = people.find((person) => person.sector === sector && person.role === role && !person.left);
    return rows.people[key] ?? (standIn && rows.people[standIn.email.split('@')[0]!]) ?? null;
  }
  return projects.flatMap(({ sector, projects: ofSector }) =>
    ofSector.map((project, index) => ({
      id: idOf('project', project.name),
      sector,
      project,
      ownerId: personId(project.owner, sector, 'project-owner'),
      managerId: personId(project.manager, sector, 'project-manager'),
      registeredOn: dateAt(project.registered, today),
      spread: index + sector.length,
    })),
  );
}

/** Numbers follow the order of registration within each year. */
function numbered(placed: Placed[]): (Placed & { number: [year: number, serial: number] })[] {
  const serials = new Map<number, number>();
  return [...placed]
    .sort((a, b) => (a.registeredOn < b.registeredOn ? -1 : a.registeredOn > b.registeredOn ? 1 : 0))
    .map((one) => {
      const year = Number(one.registeredOn.slice(0, 4));
      const serial = (serials.get(year) ?? 0) + 1;
      serials.set(year, serial);
      return { ...one, number: [year, serial] };
    });
}

function projectRow(one: Placed, [year, serial]: [number, number], rows: ReferenceRows, today: LocalDate): Row {
  const { project, registeredOn } = one;
  return {
    id: one.id,
    year,
    serial,
    number: `${year}-${String(serial).padStart(3, '0')}`,
    name: project.name,
    description: withDates(project.description, today),
    sector_id: known(rows.sectors, one.sector),
    committee_id: project.committee && known(rows.committees, project.committee),
    owner_id: one.ownerId,
    manager_id: one.managerId,
    phase_id: known(rows.phases, project.phase),
    lifecycle: project.lifecycle,
    starts_on: project.startsOn && startAt(project.startsOn, today),
    ends_on: project.endsOn && endAt(project.endsOn, today),
    finished_on: project.finishedOn && endAt(project.finishedOn, today),
    postponed_to: project.postponedTo && startAt(project.postponedTo, today),
    lifecycle_reason: project.lifecycleReason,
    lifecycle_decided_by: project.lifecycleDecidedBy,
    place: project.place,
    case_number: project.case === null ? null : caseNumberOf(project.case, registeredOn),
    money_kind: project.moneyKind,
    example: true,
    registered_by_id: one.managerId ?? one.ownerId,
    registered_at: `${registeredOn}T${hour(one.spread)}:20:00Z`,
    accounts_to_date_ore: 0,
  };
}

function contributionRows({ id, project, ownerId, managerId }: Placed, rows: ReferenceRows, today: LocalDate): Row[] {
  return project.contributions.map(({ to, kind, on, approved, statement }) => {
    const [strategyId, measureId] = rows.measures[to] ?? [known(rows.strategies, to), null];
    const proposedOn = dateAt(on, today);
    return {
      id: idOf('contribution', project.name, to),
      project_id: id,
      strategy_id: strategyId,
      measure_id: measureId,
      kind,
      statement,
      proposed_by_id: managerId ?? ownerId,
      proposed_on: proposedOn,
      approved_by_id: approved ? (ownerId ?? rows.people['planradgiver'] ?? null) : null,
      approved_on: approved ? addDays(proposedOn, 6) : null,
    };
  });
}

function frameRows({ id, project }: Placed, today: LocalDate): Row[] {
  return project.frame.map(({ on, by, case: serial, kroner, reason }) => {
    const decidedOn = meetingAt(on, today);
    return {
      id: idOf('frame', project.name, on),
      project_id: id,
      decided_on: decidedOn,
      decided_by: by,
      case_number: caseNumberOf(serial, decidedOn),
      amount_ore: ore(kroner),
      reason,
    };
  });
}

/** The council's budget decision of each December. */
const BUDGET_CASE = 2291;

function appropriationRows({ id, project }: Placed, today: LocalDate): Row[] {
  return project.years.map(({ year: offset, original, revised }) => {
    const year = Number(today.slice(0, 4)) + offset;
    return {
      id: idOf('appropriation', project.name, offset),
      project_id: id,
      year,
      original_ore: ore(original),
      revised_ore: ore(revised),
      case_number: caseNumberOf(BUDGET_CASE, `${Math.min(year, Number(today.slice(0, 4))) - 1}-12-15`),
    };
  });
}

/** Accounts to the end of last month; of this year as much as its closed months are of twelve. */
function bookedRows({ id, project }: Placed, today: LocalDate): Row[] {
  const thisYear = Number(today.slice(0, 4));
  const closedMonths = Number(today.slice(5, 7)) - 1;
  const lastMonthEnd = addDays(`${today.slice(0, 8)}01`, -1);
  return project.years.flatMap(({ year: offset, booked }) => {
    if (booked === undefined || (offset === 0 && closedMonths === 0)) return [];
    const closing = `${thisYear + offset + 1}-02-22`;
    return {
      id: idOf('booked', project.name, offset),
      project_id: id,
      year: thisYear + offset,
      amount_ore: bookedOre(offset === 0 ? Math.round((booked * closedMonths) / 12) : booked),
      extracted_on: closing < lastMonthEnd ? closing : lastMonthEnd,
    };
  });
}

/** The report of a period, or those between periods; none from before the project started. */
function reportRows(one: Placed, period: Period | null, back: number | null, today: LocalDate): Row[] {
  const { project, spread } = one;
  return project.reports
    .filter((report) => report.period === back)
    .map((report) => ({
      report,
      // most report in the last days before the deadline
      submittedOn: period ? addDays(period.dueOn, -[0, 1, 1, 2, 3, 5, 8][spread % 7]!) : dateAt(report.on!, today),
    }))
    .filter(({ submittedOn }) => project.startsOn === null || submittedOn >= startAt(project.startsOn, today))
    .map(({ report, submittedOn }) => reportRow(one, report, period, submittedOn, today));
}

function reportRow(
  { id, project, managerId, ownerId, spread }: Placed,
  report: ExampleReport,
  period: Period | null,
  submittedOn: LocalDate,
  today: LocalDate,
): Row {
  const lights = lightsOf(report);
  const frameThen = project.frame.filter(({ on }) => meetingAt(on, today) <= submittedOn);
  const frame = frameThen.length > 0 ? frameThen.reduce((sum, { kroner }) => sum + kroner, 0) : null;
  const forecast = report.forecast ?? frame;
  const endsOn = report.endsOn ?? project.finishedOn ?? project.endsOn;
  return {
    id: idOf('report', project.name, submittedOn),
    project_id: id,
    period_id: period?.id ?? null,
    submitted_at: `${submittedOn}T${hour(spread)}:${String((spread * 17) % 60).padStart(2, '0')}:00Z`,
    submitted_by_id: managerId ?? ownerId,
    ...lights,
    overall: report.overall ?? overallOf(lights),
    overall_reason: report.overallReason ?? '',
    summary: withDates(report.summary, submittedOn),
    forecast_ends_on: endsOn && endAt(endsOn, today),
    final_forecast_ore: forecast === null ? null : ore(forecast),
    unchanged: report.unchanged,
    deviations: report.deviations.map(({ light: _, dueOn, ...deviation }) => ({
      ...deviation,
      dueOn: dateAt(dueOn, submittedOn),
    })),
  };
}

/** Green where nothing deviates. */
function lightsOf({ deviations }: ExampleReport): Record<Dimension, TrafficLight> {
  const of = (dimension: Dimension): TrafficLight =>
    deviations.find((deviation) => deviation.dimension === dimension)?.light ?? 'green';
  return {
    progress: of('progress'),
    economy: of('economy'),
    quality: of('quality'),
    scope: of('scope'),
    risk: of('risk'),
  };
}

/** In office hours. */
const hour = (spread: number): string => String(7 + (spread % 7)).padStart(2, '0');

/** @throws Error that names the word the files use for something that is not there */
export function known(ids: Record<string, string>, word: string): string {
  const id = ids[word];
  if (id === undefined) throw new Error(`backend/data/demonstration: ${word} is not known.`);
  return id;
}

/** Rows of what the follow-up reads beside projects: driftstiltak and exceptions. */
export function followUpRows(
  { operationalMeasures, exceptions }: DemonstrationStrategies,
  rows: ReferenceRows,
  today: LocalDate,
): { operationalMeasures: Row[]; exceptions: Row[] } {
  return {
    operationalMeasures: operationalMeasures.map(({ to, name, unit, responsible, evidence, confirmedOn }) => ({
      id: idOf('operational measure', to, name),
      strategy_id: known(rows.strategies, to),
      name,
      unit,
      responsible,
      evidence: withDates(evidence, today),
      confirmed_on: confirmedOn && dateAt(confirmedOn, today),
    })),
    exceptions: exceptions.map(
      ({ to, decidedBy, decider, case: serial, decidedOn: on, validTo: until, ...exception }) => {
        const decidedOn = meetingAt(on, today);
        const validTo = dateAt(until, today);
        const latest = addMonths(decidedOn, 12);
        return {
          id: idOf('exception', to),
          strategy_id: known(rows.strategies, to),
          type: exception.type,
          rules: exception.rules,
          reason: exception.reason,
          proposed_by_id: rows.people[exception.proposedBy] ?? null,
          decided_by_id: (decider && rows.people[decider]) ?? null,
          decided_by: decidedBy,
          decision_level: exception.level,
          case_number: caseNumberOf(serial, decidedOn),
          decided_on: decidedOn,
          valid_from: decidedOn,
          valid_to: validTo < latest ? validTo : latest,
        };
      },
    ),
  };
}
