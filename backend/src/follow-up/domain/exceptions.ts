import { addDays, addMonths, DecisionLevel, isCouncilOnly, type LocalDate, type Severity } from '#shared';
import type { ExceptionFacts, FinancialPlanFacts } from './facts.js';
import { gravity, nextSeverity, type Finding } from './finding.js';
import type { RuleSet } from './rule-set.js';

/** Why an exception does not count (rules E1, E2, E5, E8). */
export type ExceptionDefect =
  'undecided' | 'same-person' | 'no-case-number' | 'reason-too-short' | 'level-too-low' | 'other-sector';

/** What exceptions are read against beside the rule set. */
export interface ExceptionSubject {
  /** Code of the strategy's lead sector or the project's sector; a kommunalsjef decides only for the own one. */
  sector: string | null;
  financialPlans: readonly FinancialPlanFacts[];
}

/** How an exception stands on a date. */
export interface ExceptionStanding {
  defects: ExceptionDefect[];
  /** Counts and holds on the date. */
  valid: boolean;
  /** The last day it covers, whatever is stored beyond (rules E1, E2). */
  lastDay: LocalDate;
  /** Valid, and so near its last day that notice is given (rules E9). */
  endsSoon: boolean;
  /** Counts, but its last day has passed. */
  lapsed: boolean;
  /** The first day a finding it now covers will have grown past its level (rules E4). */
  outgrownOn: LocalDate | null;
}

const rank = (level: DecisionLevel | null) => (level === null ? -1 : DecisionLevel.options.indexOf(level));

/** Who must at least decide for a severity; Merknad needs no exception (domain-full § 5.5). */
const levelFor: Record<Exclude<Severity, 'note'>, DecisionLevel> = {
  material: 'sector-director',
  critical: 'chief-executive',
};

function defectsOf(
  exception: ExceptionFacts,
  subject: ExceptionSubject,
  ruleSet: RuleSet,
  date: LocalDate,
): ExceptionDefect[] {
  const { decidedOn, decidedBy, proposedBy, level, caseNumber, reason } = exception;
  const defects: ExceptionDefect[] = [];
  if (decidedOn === null || decidedOn > date || decidedBy === null || level === null) defects.push('undecided');
  if (decidedBy !== null && (proposedBy === null || proposedBy === decidedBy)) defects.push('same-person');
  if ((caseNumber ?? '').trim() === '') defects.push('no-case-number');
  if (reason.trim().length < ruleSet.exceptions.minReasonLength) defects.push('reason-too-short');
  if (level !== null && isCouncilOnly(exception.type) && level !== 'municipal-council') defects.push('level-too-low');
  if (level === 'sector-director' && (subject.sector === null || exception.deciderSector !== subject.sector))
    defects.push('other-sector');
  return defects;
}

/**
 * The last day an exception may cover: 12 months from *gyldig fra*, and for the council's types 31 December of the last
 * year of the økonomiplan in force on the day of decision; where none is registered, 12 months alone decide (rules E1,
 * E2).
 */
export function lastDayAllowed(
  { type, decidedOn, validFrom }: Pick<ExceptionFacts, 'type' | 'decidedOn' | 'validFrom'>,
  { financialPlans }: Pick<ExceptionSubject, 'financialPlans'>,
  ruleSet: RuleSet,
): LocalDate {
  const inForce = financialPlans
    .filter(({ adoptedOn }) => decidedOn !== null && adoptedOn <= decidedOn)
    .reduce<FinancialPlanFacts | null>(
      (newest, plan) => (newest && newest.adoptedOn >= plan.adoptedOn ? newest : plan),
      null,
    );
  return isCouncilOnly(type) && inForce
    ? `${inForce.lastYear}-12-31`
    : addMonths(validFrom, ruleSet.exceptions.maxMonths);
}

/** How an exception stands on a date, from and including its first day to and including its last (rules E3). */
export function exceptionOn(
  exception: ExceptionFacts,
  subject: ExceptionSubject,
  ruleSet: RuleSet,
  date: LocalDate,
): ExceptionStanding {
  const defects = defectsOf(exception, subject, ruleSet, date);
  const limit = lastDayAllowed(exception, subject, ruleSet);
  const lastDay = exception.validTo < limit ? exception.validTo : limit;
  const withdrawn = exception.withdrawnOn !== null && exception.withdrawnOn <= date;
  const counts = defects.length === 0 && !withdrawn;
  const valid = counts && exception.validFrom <= date && date <= lastDay;
  return {
    defects,
    valid,
    lastDay,
    endsSoon: valid && date >= addDays(lastDay, -ruleSet.exceptions.noticeDays),
    lapsed: counts && exception.validFrom <= lastDay && lastDay < date,
    outgrownOn: null,
  };
}

/** Whether an exception's level is enough for a severity, as it is now (rules E4, E8). */
export function levelSuffices(level: DecisionLevel | null, severity: Severity): boolean {
  return severity !== 'note' && rank(level) >= rank(levelFor[severity]);
}

/** Whether a valid exception covers a finding: it names its rule, at a sufficient level; never Merknad (rules E7, E10). */
export function covers(exception: ExceptionFacts, standing: ExceptionStanding, finding: Finding): boolean {
  return standing.valid && exception.rules.includes(finding.rule) && levelSuffices(exception.level, finding.severity);
}

/** When time alone will lift a covered finding above the level of its exception (rules E4). */
export function outgrownOn(exception: ExceptionFacts, covered: readonly Finding[]): LocalDate | null {
  return covered
    .filter(({ growsOn, severity }) => growsOn !== null && !levelSuffices(exception.level, nextSeverity(severity)))
    .reduce<LocalDate | null>((first, { growsOn }) => (first === null || growsOn! < first ? growsOn : first), null);
}

/**
 * The last day of the exception a finding had, when it is back because that has passed. The one that held the whole
 * strategy for *gjennomført* counts for every finding (rules E9, V5).
 */
export function coverEndedOn(
  exceptions: readonly ExceptionFacts[],
  standings: readonly ExceptionStanding[],
  finding: Finding,
): LocalDate | null {
  if (gravity(finding.severity) === 0) return null;
  return exceptions.reduce<LocalDate | null>((latest, { type, rules }, index) => {
    const { lapsed, lastDay } = standings[index]!;
    const had = lapsed && (type === 'completed' || rules.includes(finding.rule));
    return had && (latest === null || lastDay > latest) ? lastDay : latest;
  }, null);
}
