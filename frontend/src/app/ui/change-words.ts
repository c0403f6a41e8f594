import { formatDate, formatKroner, osloDate } from '#shared';
import type { Texts } from '../platform/language/texts';

/** One field of a change in words. `from` is null where there was nothing before. */
export interface FieldInWords {
  readonly name: string;
  readonly from: string | null;
  readonly to: string;
}

/** One act of one person on one record: a sentence, and what it was from and to. */
export interface ChangeInWords {
  readonly key: string;
  readonly at: string;
  readonly sentence: string;
  readonly fields: readonly FieldInWords[];
}

/** Fields whose values are words of the contracts: the field, and where its words are. */
const wordsOfValue: Record<string, string> = {
  lifecycle: 'words.lifecycle.',
  moneyKind: 'words.money-kind.',
  kind: 'words.contribution.',
  proposedKind: 'words.contribution.',
  responsibleRole: 'words.role.',
  type: 'words.exception.',
};

/** A changed field in words, named by the text whose key is `names` and the field in kebab case. */
export function fieldInWords(
  { name, from, to }: { name: string; from: unknown; to: unknown },
  names: string,
  texts: Texts,
): FieldInWords {
  const key = names + name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return {
    name: texts.has(key) ? texts.text(key) : name,
    from: isNothing(from) ? null : valueInWords(name, from, texts),
    to: isNothing(to) ? texts.text('ui.story.nothing') : valueInWords(name, to, texts),
  };
}

/** Whether a stored value says nothing. */
export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function valueInWords(field: string, value: unknown, texts: Texts): string {
  if (field.endsWith('Ore')) return `${formatKroner(Number(value))} kr`;
  if (field.endsWith('On') || /(?:To|From)$/.test(field)) return formatDate(String(value));
  if (field.endsWith('At')) return formatDate(osloDate(new Date(String(value))));
  if (typeof value === 'boolean') return texts.text(value ? 'ui.story.yes' : 'ui.story.no');
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  const words = wordsOfValue[field];
  return words && texts.has(words + value) ? texts.text(words + value) : value;
}
