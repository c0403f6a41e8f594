import { formatDate } from '#shared';
import type { Texts } from '../../platform/language/texts';
import type { DraftField, ProjectDraft } from './project-draft';
import type { ProjectChoices } from './project-fields';

/** A field's value as a person reads it, an empty one as «ingenting». */
export function wordsOf(
  texts: Texts,
  { sectors, phases, committees }: ProjectChoices,
  draft: ProjectDraft,
  field: DraftField,
): string {
  const nameIn = (list: readonly { code: string; name: string }[], code: string) =>
    list.find((each) => each.code === code)?.name ?? code;
  const date = (value: string | null) => (value ? formatDate(value) : '');
  const words: Record<DraftField, () => string> = {
    name: () => draft.name,
    sector: () => nameIn(sectors, draft.sector),
    phase: () => nameIn(phases, draft.phase),
    lifecycle: () => texts.text(`words.lifecycle.${draft.lifecycle}`),
    finishedOn: () => date(draft.finishedOn),
    postponedTo: () => date(draft.postponedTo),
    lifecycleReason: () => draft.lifecycleReason,
    lifecycleDecidedBy: () => draft.lifecycleDecidedBy,
    startsOn: () => date(draft.startsOn),
    endsOn: () => date(draft.endsOn),
    manager: () => draft.manager?.name ?? '',
    owner: () => draft.owner?.name ?? '',
    committee: () => nameIn(committees, draft.committee),
    place: () => draft.place,
    caseNumber: () => draft.caseNumber,
    moneyKind: () => texts.text(`words.money-kind.${draft.moneyKind}`),
    description: () => draft.description,
  };
  return words[field]().trim() || texts.text('projects.compare.nothing');
}
