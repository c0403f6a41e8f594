import { IntlMessageFormat } from 'intl-messageformat';
import { formatDate, type Finding as FindingView, type Language } from '#shared';
import { messages } from '../messages/messages.js';
import type { Finding, FindingData, JudgedFinding } from './finding.js';

/** Numbers are written as Norwegians write them in every language; English shares the plural forms of bokmål. */
const numbersOf: Record<Language, string> = { nb: 'nb', nn: 'nn', en: 'nb' };
const lists: Record<Language, Intl.ListFormat> = {
  nb: new Intl.ListFormat('nb'),
  nn: new Intl.ListFormat('nn'),
  en: new Intl.ListFormat('en-GB'),
};

type Compiled = Record<'sentences' | 'remedies', Map<string, IntlMessageFormat>>;

function compile(language: Language): Compiled {
  const each = (texts: Record<string, string>) =>
    new Map(Object.entries(texts).map(([key, text]) => [key, new IntlMessageFormat(text, numbersOf[language])]));
  return { sentences: each(messages[language].sentences), remedies: each(messages[language].remedies) };
}

/** Every message is parsed once, when the process starts, so that a faulty one is known at once. */
const compiled: Record<Language, Compiled> = { nb: compile('nb'), nn: compile('nn'), en: compile('en') };

const roleNames: Record<Language, ReadonlyMap<unknown, string>> = {
  nb: new Map(Object.entries(messages.nb.roles)),
  nn: new Map(Object.entries(messages.nn.roles)),
  en: new Map(Object.entries(messages.en.roles)),
};

/**
 * Dates as 23.11.2026, lists joined as the language joins them, roles by the name the pages give them. A role that has
 * none is `unknown`, and the sentence does without its name.
 */
function inWords(data: FindingData, language: Language): Record<string, string | number | boolean | null> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      if (name === 'role') return [name, roleNames[language].get(value) ?? 'unknown'];
      if (Array.isArray(value)) return [name, lists[language].format(value)];
      return [name, name.endsWith('On') && typeof value === 'string' ? formatDate(value) : value];
    }),
  );
}

/** The finding as sentences, and in one sentence what would change it; both from the finding's own data. */
export function explain(finding: Finding, language: Language): { text: string; remedy: string } {
  const words = inWords(finding.data, language);
  const { sentences, remedies } = compiled[language];
  return {
    text: finding.says.map((key) => String(sentences.get(key)!.format(words))).join(' '),
    remedy: String(remedies.get(finding.remedy)!.format(words)),
  };
}

/** The finding as the API sends it. */
export function describeFinding(finding: JudgedFinding, language: Language): FindingView {
  const { rule, severity, since, covered, data } = finding;
  return { rule, severity, ...explain(finding, language), since, covered, data };
}
