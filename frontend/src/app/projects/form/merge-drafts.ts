import { type DraftField, draftLabels, type ProjectDraft } from './project-draft';

const fields = Object.keys(draftLabels) as DraftField[];

/** Who touched what since both read the same version. What both changed to the same is nobody's quarrel. */
export function fieldsThatDiffer(before: ProjectDraft, mine: ProjectDraft, theirs: ProjectDraft) {
  const touched = (draft: ProjectDraft) => fields.filter((field) => !alike(before, draft, field));
  const [byMe, byThem] = [touched(mine), touched(theirs)];
  return {
    mine: byMe.filter((field) => !byThem.includes(field)),
    theirs: byThem.filter((field) => !byMe.includes(field)),
    both: byMe.filter((field) => byThem.includes(field) && !alike(mine, theirs, field)),
  };
}

/** One draft with some fields from another. */
export function draftWith(draft: ProjectDraft, other: ProjectDraft, taken: readonly DraftField[]): ProjectDraft {
  return { ...draft, ...Object.fromEntries(taken.map((field) => [field, other[field]])) };
}

function alike(one: ProjectDraft, other: ProjectDraft, field: DraftField): boolean {
  if (field === 'manager' || field === 'owner') return one[field]?.id === other[field]?.id;
  return (one[field] ?? '') === (other[field] ?? '');
}
