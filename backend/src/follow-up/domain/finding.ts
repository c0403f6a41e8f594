import type { LocalDate, Severity } from '#shared';
import type { RemedyKey, SentenceKey } from '../messages/messages.js';
import type { RuleCode } from './rule-set.js';

export type FindingData = Record<string, string | number | boolean | null | string[]>;

/** What a rule found, as data. Names that end in `On` are dates; `explain` makes the sentences from the same data. */
export interface Finding {
  rule: RuleCode;
  severity: Severity;
  /** The sentences it is told with, in order. */
  says: SentenceKey[];
  /** The sentence that tells what would change it. */
  remedy: RemedyKey;
  /** Since when it has held, where the facts tell. */
  since: LocalDate | null;
  /** The day it grows more severe if nothing happens, where time alone does that (rules E4). */
  growsOn: LocalDate | null;
  data: FindingData;
}

/** A finding beside the exceptions of its strategy or project. */
export interface JudgedFinding extends Finding {
  /** Number of the project it is about; null: the strategy itself. */
  project: string | null;
  covered: boolean;
}

const severities: readonly Severity[] = ['note', 'material', 'critical'];

/** 0 for Merknad, 1 for Vesentlig, 2 for Kritisk. */
export function gravity(severity: Severity): number {
  return severities.indexOf(severity);
}

/** The graver of two severities. */
export function worse(a: Severity, b: Severity): Severity {
  return gravity(a) >= gravity(b) ? a : b;
}

/** One step up: what a Merknad or Vesentlig grows to. */
export function nextSeverity(severity: Severity): Severity {
  return severities[Math.min(gravity(severity) + 1, 2)]!;
}

/** `2026-014` before `2026-1000` before `2027-001`: by year, then by number. */
export function byProjectNumber(a: string, b: string): number {
  const shorterFirst = a.slice(0, 4) === b.slice(0, 4) ? a.length - b.length : 0;
  return shorterFirst || (a < b ? -1 : a > b ? 1 : 0);
}

/** Kritisk first, then by code with S before P, then by project number (rules R13). */
export function byOrderOfListing(a: JudgedFinding, b: JudgedFinding): number {
  return (
    gravity(b.severity) - gravity(a.severity) ||
    Number(a.rule.startsWith('P')) - Number(b.rule.startsWith('P')) ||
    Number(a.rule.slice(1)) - Number(b.rule.slice(1)) ||
    byProjectNumber(a.project ?? '', b.project ?? '')
  );
}
