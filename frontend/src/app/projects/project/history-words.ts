import { formatDate, formatKroner, type HistoryEntry, osloDate } from '#shared';
import type { Texts } from '../../platform/language/texts';

/** One field of a change in words. `from` is null where there was nothing before. */
export interface FieldInWords {
  readonly name: string;
  readonly from: string | null;
  readonly to: string;
}

/** One act of one person on one record: a sentence, and what it was from and to. */
export interface EntryInWords {
  readonly key: string;
  readonly at: string;
  readonly sentence: string;
  readonly fields: readonly FieldInWords[];
}

/** A status report tells its content in the project's story; here it is enough that it was sent. */
const toldElsewhere = new Set(['status_report']);
/** Follows from who does it, which the sentence says. */
const saidInSentence = new Set(['proposedBy', 'approvedBy', 'proposedOn', 'approvedOn', 'endedOn', 'example']);

const wordsOfValue: Record<string, string> = {
  lifecycle: 'words.lifecycle.',
  moneyKind: 'words.money-kind.',
  kind: 'words.contribution.',
  proposedKind: 'words.contribution.',
};

/** The entry as a person tells it: who did what, and each field from and to. */
export function entryInWords(entry: HistoryEntry, texts: Texts): EntryInWords {
  const by = entry.by ?? texts.text('projects.project.history.system');
  const fields = toldElsewhere.has(entry.subject) || entry.event === 'removed' ? [] : entry.fields;
  return {
    key: `${entry.change} ${entry.subject} ${entry.label ?? ''}`,
    at: entry.at,
    sentence: texts.text('projects.project.history.told.' + actOf(entry), { by, label: entry.label ?? '' }),
    fields: fields
      .filter(({ name }) => !saidInSentence.has(name))
      .map(({ name, from, to }) => ({
        name: nameOf(name, texts),
        from: isNothing(from) ? null : valueOf(name, from, texts),
        to: isNothing(to) ? texts.text('projects.project.history.nothing') : valueOf(name, to, texts),
      })),
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

function nameOf(field: string, texts: Texts): string {
  const key = 'projects.project.history.field.' + field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return texts.has(key) ? texts.text(key) : field;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function valueOf(field: string, value: unknown, texts: Texts): string {
  if (field.endsWith('Ore')) return `${formatKroner(Number(value))} kr`;
  if (field.endsWith('On') || field.endsWith('To')) return formatDate(String(value));
  if (field.endsWith('At')) return formatDate(osloDate(new Date(String(value))));
  if (typeof value === 'boolean')
    return texts.text(value ? 'projects.project.history.yes' : 'projects.project.history.no');
  const words = wordsOfValue[field];
  if (words && texts.has(words + String(value))) return texts.text(words + String(value));
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
