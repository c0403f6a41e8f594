import { addDays, type LocalDate } from '#shared';
import type { ProjectFacts } from './facts.js';
import type { Finding } from './finding.js';
import type { RuleCode, RuleSet } from './rule-set.js';
import { lifecycleOn } from './strategy-situation.js';

/** One rule: a statement about a project, which gives its finding as data or is silent. */
export type ProjectRule = (project: ProjectFacts, ruleSet: RuleSet, date: LocalDate) => Finding | null;

/** *Ikke startet*, *Under arbeid* or *Utsatt* (rules Q1). */
function isOpen(project: ProjectFacts, date: LocalDate): boolean {
  const lifecycle = lifecycleOn(project, date);
  return lifecycle === 'not-started' || lifecycle === 'in-progress' || lifecycle === 'postponed';
}

/** P04. One finding, which says whether leader, owner or both are missing or have left (rules Q2). */
export const managerOrOwnerMissing: ProjectRule = (project, _ruleSet, date) => {
  const { managerActive, ownerActive } = project;
  if (!isOpen(project, date) || (managerActive === true && ownerActive === true)) return null;
  const who = (manager: boolean, owner: boolean) => (manager && owner ? 'both' : manager ? 'manager' : 'owner');
  const left = managerActive === false || ownerActive === false;
  return {
    rule: 'P04',
    severity: 'material',
    says: left ? ['P04', 'P04-left'] : ['P04'],
    remedy: 'P04',
    since: null,
    growsOn: null,
    data: {
      missing: who(managerActive !== true, ownerActive !== true),
      left: left ? who(managerActive === false, ownerActive === false) : null,
    },
  };
};

/** P07. From the day after the planned end while *Under arbeid*; a forecast does not move it (rules Q3). */
export const plannedEndPassed: ProjectRule = (project, { plannedEndPassed: { graceDays } }, date) => {
  const { endsOn } = project;
  if (endsOn === null || date <= endsOn || lifecycleOn(project, date) !== 'in-progress') return null;
  const lastQuietDay = addDays(endsOn, graceDays);
  if (date <= lastQuietDay) return null;
  return {
    rule: 'P07',
    severity: 'material',
    says: ['P07'],
    remedy: 'P07',
    since: addDays(lastQuietDay, 1),
    growsOn: null,
    data: { endsOn },
  };
};

/** P08. *Utsatt* without reason, without a new date, or to one that has passed; the sentences name which (rules Q4). */
export const postponedWithoutDate: ProjectRule = (project, _ruleSet, date) => {
  const { postponedTo, reasonGiven } = project;
  if (lifecycleOn(project, date) !== 'postponed') return null;
  const passed = postponedTo !== null && postponedTo < date;
  const dateGiven = postponedTo !== null && !passed;
  if (dateGiven && reasonGiven) return null;
  const found = {
    rule: 'P08',
    severity: 'material',
    remedy: dateGiven ? 'P08-reason' : reasonGiven ? 'P08' : 'P08-both',
    since: passed ? addDays(postponedTo, 1) : null,
    growsOn: null,
    data: { postponedToOn: postponedTo, reasonGiven },
  } as const;
  if (passed) return { ...found, says: reasonGiven ? ['P08-passed'] : ['P08-passed', 'P08-reason'] };
  if (dateGiven) return { ...found, says: ['P08-reason'] };
  return { ...found, says: [reasonGiven ? 'P08' : 'P08-both'] };
};

/** P11. No approved link to any strategy or measure of any adopted plan (rules Q5). */
export const withoutStrategy: ProjectRule = (project, _ruleSet, date) => {
  const { linkedSince, linkProposed } = project;
  if (!isOpen(project, date) || (linkedSince !== null && linkedSince <= date)) return null;
  return {
    rule: 'P11',
    severity: 'note',
    says: linkProposed ? ['P11', 'P11-proposed'] : ['P11'],
    remedy: linkProposed ? 'P11-proposed' : 'P11',
    since: null,
    growsOn: null,
    data: { linkProposed },
  };
};

/** Every project rule by its code. */
export const projectRules: readonly (readonly [RuleCode, ProjectRule])[] = [
  ['P04', managerOrOwnerMissing],
  ['P07', plannedEndPassed],
  ['P08', postponedWithoutDate],
  ['P11', withoutStrategy],
];
