import * as z from 'zod';
import {
  type ChangeProject,
  type Lifecycle,
  type LocalDate,
  type MoneyKind,
  type PersonRef,
  type ProjectView,
  RegisterProject,
  type RegisterProjectInput,
} from '#shared';

/** A project as the form holds it: people with their names, and nothing chosen as an empty text. */
export interface ProjectDraft {
  name: string;
  sector: string;
  phase: string;
  lifecycle: Lifecycle;
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
  finishedOn: LocalDate | null;
  postponedTo: LocalDate | null;
  lifecycleReason: string;
  lifecycleDecidedBy: string;
  manager: PersonRef | null;
  owner: PersonRef | null;
  committee: string;
  place: string;
  caseNumber: string;
  description: string;
  moneyKind: MoneyKind;
}

export type DraftField = keyof ProjectDraft;

export const emptyDraft: ProjectDraft = {
  name: '',
  sector: '',
  phase: '',
  lifecycle: 'not-started',
  startsOn: null,
  endsOn: null,
  finishedOn: null,
  postponedTo: null,
  lifecycleReason: '',
  lifecycleDecidedBy: '',
  manager: null,
  owner: null,
  committee: '',
  place: '',
  caseNumber: '',
  description: '',
  moneyKind: 'investment',
};

export function draftOf(project: ProjectView): ProjectDraft {
  return {
    name: project.name,
    sector: project.sector.code,
    phase: project.phase.code,
    lifecycle: project.lifecycle,
    startsOn: project.startsOn,
    endsOn: project.endsOn,
    finishedOn: project.finishedOn,
    postponedTo: project.postponedTo,
    lifecycleReason: project.lifecycleReason,
    lifecycleDecidedBy: project.lifecycleDecidedBy,
    manager: project.manager,
    owner: project.owner,
    committee: project.committee?.code ?? '',
    place: project.place,
    caseNumber: project.caseNumber ?? '',
    description: project.description,
    moneyKind: project.moneyKind,
  };
}

/** The fields that belong to a lifecycle, beside those that always show. */
const ofLifecycle: Record<Lifecycle, readonly DraftField[]> = {
  'not-started': [],
  'in-progress': [],
  finished: ['finishedOn'],
  postponed: ['postponedTo', 'lifecycleReason', 'lifecycleDecidedBy'],
  stopped: ['lifecycleReason', 'lifecycleDecidedBy'],
  rejected: ['lifecycleReason', 'lifecycleDecidedBy'],
};

export const belongsTo = (field: DraftField, lifecycle: Lifecycle): boolean => ofLifecycle[lifecycle].includes(field);

/** What is sent: what was typed for another lifecycle stays in the form, and is not told. */
export function inputOf(draft: ProjectDraft): RegisterProjectInput {
  const { manager, owner, committee, caseNumber, ...fields } = draft;
  const told = <T>(field: DraftField, value: T, nothing: T): T => (belongsTo(field, draft.lifecycle) ? value : nothing);
  return {
    ...fields,
    committee: committee || null,
    ownerId: owner?.id ?? null,
    managerId: manager?.id ?? null,
    caseNumber: caseNumber.trim() || null,
    finishedOn: told('finishedOn', draft.finishedOn, null),
    postponedTo: told('postponedTo', draft.postponedTo, null),
    lifecycleReason: told('lifecycleReason', draft.lifecycleReason, ''),
    lifecycleDecidedBy: told('lifecycleDecidedBy', draft.lifecycleDecidedBy, ''),
  };
}

/** What differs between the project as it was read and as the form has it. */
export function changesOf(before: ProjectDraft, after: ProjectDraft): ChangeProject {
  const was = new Map<string, unknown>(Object.entries(inputOf(before)));
  const differing = Object.entries(inputOf(after)).filter(([field, value]) => value !== was.get(field));
  return Object.fromEntries(differing);
}

export const same = (one: ProjectDraft, other: ProjectDraft): boolean =>
  Object.keys(changesOf(one, other)).length === 0;

/** The form judged as what it would send, by the contract itself. */
export const Registrable = z.custom<ProjectDraft>().transform(inputOf).pipe(RegisterProject);

/** A field of the contract as the form names it. */
export const draftFieldOf = (path: string): string => ({ ownerId: 'owner', managerId: 'manager' })[path] ?? path;

/** What each field is called, in the order they stand. */
export const draftLabels: Record<DraftField, string> = {
  name: 'projects.form.name',
  sector: 'projects.column.sector',
  phase: 'projects.column.phase',
  lifecycle: 'projects.column.lifecycle',
  finishedOn: 'projects.form.finished-on',
  postponedTo: 'projects.form.postponed-to',
  lifecycleReason: 'projects.form.lifecycle-reason',
  lifecycleDecidedBy: 'projects.form.decided-by',
  startsOn: 'projects.column.starts',
  endsOn: 'projects.column.ends',
  manager: 'projects.column.manager',
  owner: 'projects.column.owner',
  committee: 'projects.form.committee',
  place: 'projects.column.place',
  caseNumber: 'projects.column.case-number',
  moneyKind: 'projects.column.money-kind',
  description: 'projects.form.description',
};
