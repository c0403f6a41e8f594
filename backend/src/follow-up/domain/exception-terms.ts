import { isCouncilOnly, type ExceptionTerms, type LocalDate } from '#shared';
import { lastDayAllowed, levelSuffices, type ExceptionSubject } from './exceptions.js';
import type { ExceptionFacts } from './facts.js';
import type { Finding } from './finding.js';
import type { RuleCode, RuleSet } from './rule-set.js';

/** What is wrong with an exception that somebody registers: the field, and the code the interface has words for. */
export interface Mistake {
  readonly path: 'rules' | 'reason' | 'level' | 'decidedOn' | 'validFrom' | 'validTo';
  readonly code: string;
}

/** A rule that is always Merknad, which is never covered (rules E7). */
const alwaysNote: readonly RuleCode[] = ['S09'];

/** What an exception on a strategy may name and must hold. */
export function termsOf({ enabled, exceptions }: RuleSet): ExceptionTerms {
  return {
    rules: enabled.filter((code) => code.startsWith('S') && !alwaysNote.includes(code)).sort(),
    minReasonLength: exceptions.minReasonLength,
    maxMonths: exceptions.maxMonths,
  };
}

/**
 * Why an exception would not hold, before it is stored: the judgement would leave it without effect, or cut it short,
 * and the person would not be told (rules E1, E2, E4, E5, E10).
 */
export function mistakesIn(
  exception: ExceptionFacts,
  subject: ExceptionSubject,
  findings: readonly Pick<Finding, 'rule' | 'severity'>[],
  ruleSet: RuleSet,
  date: LocalDate,
): Mistake[] {
  const { type, rules, reason, level, decidedOn, validFrom, validTo } = exception;
  const terms = termsOf(ruleSet);
  const named = findings.filter(({ rule, severity }) => rules.includes(rule) && severity !== 'note');
  const mistakes: Mistake[] = [];
  if (type !== 'completed' && rules.length === 0) mistakes.push({ path: 'rules', code: 'rules-required' });
  if (rules.some((code) => !terms.rules.includes(code))) mistakes.push({ path: 'rules', code: 'rule-not-covered' });
  if (reason.trim().length < terms.minReasonLength) mistakes.push({ path: 'reason', code: 'reason-too-short' });
  if (decidedOn !== null) {
    if (decidedOn > date) mistakes.push({ path: 'decidedOn', code: 'date-in-the-future' });
    if (validFrom < decidedOn) mistakes.push({ path: 'validFrom', code: 'valid-before-decision' });
  }
  if (validTo < validFrom) mistakes.push({ path: 'validTo', code: 'valid-to-before-from' });
  // a proposal is held to the økonomiplan in force now; its decision to the one in force on the day of it
  const allowed = lastDayAllowed({ ...exception, decidedOn: decidedOn ?? date }, subject, ruleSet);
  if (validTo > allowed) mistakes.push({ path: 'validTo', code: 'exception-too-long' });
  if (level !== null) {
    if (isCouncilOnly(type) && level !== 'municipal-council') mistakes.push({ path: 'level', code: 'council-only' });
    else if (named.some(({ severity }) => !levelSuffices(level, severity)))
      mistakes.push({ path: 'level', code: 'level-too-low' });
  }
  return mistakes;
}
