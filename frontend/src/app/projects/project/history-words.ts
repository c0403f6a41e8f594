import type { HistoryEntry } from '#shared';
import type { Texts } from '../../platform/language/texts';
import { type ChangeInWords, fieldInWords, isNothing } from '../../ui/change-words';

/** A status report tells its content in the project's story; here it is enough that it was sent. */
const toldElsewhere = new Set(['status_report']);
/** Follows from who does it, which the sentence says. */
const saidInSentence = new Set(['proposedBy', 'approvedBy', 'proposedOn', 'approvedOn', 'endedOn', 'example']);

/** As one would tell them; the others follow as they come. */
const told = ['number', 'name', 'description', 'sector', 'committee', 'owner', 'manager', 'phase', 'lifecycle'];
const placeOf = (name: string) => (told.includes(name) ? told.indexOf(name) : told.length);

/** The entry as a person tells it: who did what, and each field from and to. */
export function entryInWords(entry: HistoryEntry, texts: Texts): ChangeInWords {
  const by = entry.by ?? texts.text('ui.story.system');
  const fields = toldElsewhere.has(entry.subject) || entry.event === 'removed' ? [] : entry.fields;
  return {
    key: `${entry.change} ${entry.subject} ${entry.label ?? ''}`,
    at: entry.at,
    sentence: texts.text('projects.project.history.told.' + actOf(entry), { by, label: entry.label ?? '' }),
    fields: fields
      .filter(({ name }) => !saidInSentence.has(name))
      .sort((one, other) => placeOf(one.name) - placeOf(other.name))
      .map((field) => fieldInWords(field, 'projects.project.history.field.', texts)),
  };
}

/** Which act it was: approving and ending a link are changes of it that have words of their own. */
function actOf({ subject, event, label, fields }: HistoryEntry): string {
  const became = (name: string) => fields.some((field) => field.name === name && !isNothing(field.to));
  if (subject === 'contribution' && event === 'changed') {
    if (became('endedOn')) return 'contribution.ended';
    if (became('approvedOn')) return 'contribution.approved';
  }
  if (subject === 'contribution' && event === 'created' && became('approvedOn')) return 'contribution.linked';
  if (subject === 'status_report' && label === null) return 'status-report.between';
  return `${subject.replaceAll('_', '-')}.${event}`;
}
