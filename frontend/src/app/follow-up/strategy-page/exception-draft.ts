import {
  addMonths,
  type CorrectException,
  type DecisionLevel,
  type ExceptionDecision,
  type ExceptionTerms,
  type ExceptionType,
  type ExceptionView,
  type FieldProblem,
  type Finding,
  isCouncilOnly,
  isElected,
  type LocalDate,
  type RegisterException,
} from '#shared';

/** A decision as it is typed. */
export interface DecisionDraft {
  level: DecisionLevel | '';
  decidedBy: string;
  decidedOn: LocalDate | null;
  caseNumber: string;
}

/** An exception as it is typed. */
export interface ExceptionDraft {
  type: ExceptionType | '';
  /** Every rule that can be covered, and whether it is. */
  rules: Record<string, boolean>;
  reason: string;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  /** An elected body has decided already, and the decision is recorded with it. */
  decided: 'no' | 'yes';
  decision: DecisionDraft;
}

export const noDecision: DecisionDraft = { level: '', decidedBy: '', decidedOn: null, caseNumber: '' };

/** A new one covers what is open and can be covered (rules R10), from today and as long as it may. */
export function newException(terms: ExceptionTerms, findings: readonly Finding[], today: LocalDate): ExceptionDraft {
  const open = findings.filter(({ covered, severity }) => !covered && severity !== 'note').map(({ rule }) => rule);
  return {
    type: '',
    rules: chosenAmong(terms, open),
    reason: '',
    validFrom: today,
    validTo: addMonths(today, terms.maxMonths),
    decided: 'no',
    decision: { ...noDecision, decidedOn: today },
  };
}

/** What is stored, to be put right. */
export function exceptionAsStored(exception: ExceptionView, terms: ExceptionTerms): ExceptionDraft {
  const { type, rules, reason, validFrom, validTo, level, decidedBy, decidedOn, caseNumber } = exception;
  return {
    type,
    rules: chosenAmong(terms, rules),
    reason,
    validFrom,
    validTo,
    decided: decidedOn ? 'yes' : 'no',
    decision: { level: level ?? '', decidedBy: decidedBy ?? '', decidedOn, caseNumber: caseNumber ?? '' },
  };
}

/** What is not filled in is null or empty here, for the contract to find. */
export function decisionOf({ level, decidedBy, decidedOn, caseNumber }: DecisionDraft) {
  const body = level !== '' && isElected(level) ? decidedBy.trim() : null;
  return { level, decidedBy: body, decidedOn, caseNumber } as ExceptionDecision;
}

export function exceptionOf({ rules, decided, decision, ...what }: ExceptionDraft): RegisterException {
  return {
    ...what,
    rules: codesOf(rules),
    decision: decided === 'yes' ? decisionOf(decision) : null,
  } as RegisterException;
}

/** Of a proposal what it says; of a decided one also the decision, but not at which level it was made. */
export function correctionOf({ rules, decided, decision, ...what }: ExceptionDraft): CorrectException {
  const { level: _, decidedBy, ...recorded } = decisionOf(decision);
  const made = { ...recorded, ...(decidedBy === null ? {} : { decidedBy }) };
  return { ...what, rules: codesOf(rules), ...(decided === 'yes' ? made : {}) } as CorrectException;
}

const ofDecision = ['level', 'decidedBy', 'decidedOn', 'caseNumber'];

/**
 * What the contract finds wrong, where the draft has it: the decision's fields stand together here, and what is not
 * chosen yet has a word of its own.
 */
export function asDrafted(mistakes: readonly FieldProblem[], { type, decision }: ExceptionDraft): FieldProblem[] {
  return mistakes.map((mistake) => {
    const path = ofDecision.includes(mistake.path) ? `decision.${mistake.path}` : mistake.path;
    const unchosen = (path === 'type' && type === '') || (path === 'decision.level' && decision.level === '');
    return { ...mistake, path, code: unchosen ? 'choice-required' : mistake.code };
  });
}

/**
 * What the rule set asks, which the contract does not know, and what it would only say once the rest is filled in; the
 * API says the same.
 */
export function againstTerms(
  { type, rules, reason, validFrom, validTo }: ExceptionDraft,
  { minReasonLength, maxMonths }: ExceptionTerms,
): FieldProblem[] {
  const mistakes: FieldProblem[] = [];
  const mistake = (path: string, code: string) => mistakes.push({ path, code, message: code });
  if (type === '' && codesOf(rules).length === 0) mistake('rules', 'rules-required');
  const written = reason.trim().length;
  if (written > 0 && written < minReasonLength) mistake('reason', 'reason-too-short');
  const bounded = type !== '' && !isCouncilOnly(type);
  if (bounded && validFrom && validTo && validTo > addMonths(validFrom, maxMonths))
    mistake('validTo', 'exception-too-long');
  return mistakes;
}

export const codesOf = (rules: Record<string, boolean>): string[] => Object.keys(rules).filter((code) => rules[code]);

function chosenAmong({ rules }: ExceptionTerms, chosen: readonly string[]): Record<string, boolean> {
  return Object.fromEntries(rules.map((code) => [code, chosen.includes(code)]));
}
