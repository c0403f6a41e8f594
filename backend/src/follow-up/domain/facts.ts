import type { ContributionKind, DecisionLevel, ExceptionType, Lifecycle, LocalDate, PhaseCategory } from '#shared';

/**
 * What a judgement reads, as one SQL statement gives it for an instant: dates as `2026-11-23`, nothing that JSON cannot
 * carry. Facts tell what is stored; whether something counts on a date is for the rules to say.
 */
export interface FollowUpFacts {
  plan: PlanFacts;
  strategies: StrategyFacts[];
  /** Every project that links to one of the strategies, and any other that its own findings are wanted for. */
  projects: ProjectFacts[];
}

export interface PlanFacts {
  status: 'draft' | 'adopted' | 'superseded';
  adoptedOn: LocalDate | null;
  /** The last day of the plan; 31 December where only a year is given (rules R7). */
  horizonOn: LocalDate;
  /** Every registered økonomiplan. They end the phasing in (rules I1, I5) and bound some exceptions (E2). */
  financialPlans: FinancialPlanFacts[];
}

export interface FinancialPlanFacts {
  adoptedOn: LocalDate;
  /** The last of its years, `2030` for HØP 2027–2030. */
  lastYear: number;
}

export interface StrategyFacts {
  code: string;
  /** The decision that brought the strategy in after the plan itself; null: adopted with the plan (rules I5). */
  addedOn: LocalDate | null;
  /** Continued or merged from an older plan: no phasing in of its own (rules I5). */
  continued: boolean;
  /** A start year holds from the day it is decided; without a decision it is none (rules I6). */
  startYear: number | null;
  startYearDecidedOn: LocalDate | null;
  /** Declared *gjennomført* by decision (rules V5). */
  completedOn: LocalDate | null;
  leadSector: SectorFacts | null;
  responsibleRole: string | null;
  /** Whether somebody active holds the responsible role; null when no role is named (rules R11). */
  responsibleRoleHeld: boolean | null;
  /** Codes of the measures (*delpunkt*), in the plan's order. */
  measures: string[];
  /** Every link ever made to the strategy or a measure of it, ended ones too (rules R1). */
  links: LinkFacts[];
  operationalMeasures: OperationalMeasureFacts[];
  exceptions: ExceptionFacts[];
}

export interface SectorFacts {
  code: string;
  name: string;
  validFrom: LocalDate;
  /** The last day it is valid; null: until further notice. */
  validTo: LocalDate | null;
}

export interface LinkFacts {
  /** Number of the project. */
  project: string;
  /** Code of the measure; null: the whole strategy. */
  measure: string | null;
  /** The kind last approved, and before the first approval the proposed one (rules T13). */
  kind: ContributionKind;
  /** The day of the first approval; null: proposed only. */
  approvedOn: LocalDate | null;
  /** The first day the link no longer holds. */
  endedOn: LocalDate | null;
}

/** Driftstiltak: follow-up in ordinary operations (rules T7, T8). */
export interface OperationalMeasureFacts {
  name: string;
  /** Code of the measure it carries; null: the whole strategy. */
  measure: string | null;
  unit: string;
  responsible: string;
  evidence: string;
  /** The newest confirmation; the registration is none by itself. */
  confirmedOn: LocalDate | null;
}

/** *Avklart unntak*, on one strategy or one project (rules E6). */
export interface ExceptionFacts {
  type: ExceptionType;
  /** Codes of the rules it covers (rules E10). */
  rules: string[];
  reason: string;
  /** Whoever proposed and decided, by id, or by name for people without account; they must differ (rules E5). */
  proposedBy: string | null;
  decidedBy: string | null;
  level: DecisionLevel | null;
  /** Code of the deciding kommunalsjef's sector; null at other levels (rules E8). */
  deciderSector: string | null;
  caseNumber: string | null;
  decidedOn: LocalDate | null;
  validFrom: LocalDate;
  validTo: LocalDate;
  /** The first day it no longer holds because it was withdrawn. */
  withdrawnOn: LocalDate | null;
}

export interface ProjectFacts {
  number: string;
  name: string;
  /** Code of its sector. */
  sector: string;
  category: PhaseCategory;
  lifecycle: Lifecycle;
  /** The day the lifecycle was set; stands in for a missing finish date (rules R6). */
  lifecycleSetOn: LocalDate | null;
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
  finishedOn: LocalDate | null;
  postponedTo: LocalDate | null;
  /** Whether a reason for the lifecycle is written down (rules Q4). */
  reasonGiven: boolean;
  /** Null: no project manager; false: the person has left. People without account are active (rules Q2). */
  managerActive: boolean | null;
  ownerActive: boolean | null;
  /** The earliest approval among its links, not ended, to any strategy or measure of any adopted plan (rules Q5). */
  linkedSince: LocalDate | null;
  /** Whether a link waits for approval. */
  linkProposed: boolean;
  exceptions: ExceptionFacts[];
}
