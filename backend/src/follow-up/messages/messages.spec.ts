import { readFile } from 'node:fs/promises';
import { IntlMessageFormat } from 'intl-messageformat';
import { messages } from './messages.js';

type Parts = ReturnType<IntlMessageFormat['getAst']>;

/** Names of the arguments of a message, in its branches too. A literal has type 0 and `#` no value; neither has a name. */
function argumentsOf(parts: Parts): string[] {
  return parts.flatMap((part) => {
    if (!('value' in part) || Number(part.type) === 0) return [];
    const branches = 'options' in part ? Object.values(part.options).flatMap(({ value }) => argumentsOf(value)) : [];
    return [part.value, ...branches];
  });
}

const shapeOf = (texts: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      [...new Set(argumentsOf(new IntlMessageFormat(text, 'nb').getAst()))].sort(),
    ]),
  );

describe('the messages of follow-up', () => {
  for (const language of ['nn', 'en'] as const)
    it(`have the same keys and arguments in ${language} as in nb`, () => {
      expect(shapeOf(messages[language].sentences)).toEqual(shapeOf(messages.nb.sentences));
      expect(shapeOf(messages[language].remedies)).toEqual(shapeOf(messages.nb.remedies));
    });

  it('are whole sentences: a capital first, a full stop last, and no exclamation', () => {
    for (const { sentences, remedies } of Object.values(messages))
      for (const text of [...Object.values(sentences), ...Object.values(remedies)])
        expect(text).toMatch(/^(?:[A-ZÆØÅ].*\.|\{\w+, (?:plural|select), .*\.\}\})$/);
    expect(JSON.stringify(messages)).not.toContain('!');
  });

  it('call the roles what the pages call them', async () => {
    for (const language of ['nb', 'nn', 'en'] as const) {
      const pages = await readFile(`frontend/src/app/platform/messages/${language}.json`, 'utf8');
      const { words } = JSON.parse(pages) as { words: { role: Record<string, string> } };
      expect<Record<string, string>>(messages[language].roles).toEqual(words.role);
    }
  });

  it('are in nynorsk where bokmål has another word', () => {
    const nynorsk = JSON.stringify(messages.nn);
    for (const word of [
      'ikke',
      'prosjekter',
      'siden',
      'ansvarlig',
      'strategiens',
      'hvert',
      'eller et ',
      'mangler',
      'koble',
    ])
      expect(nynorsk).not.toMatch(new RegExp(`\\b${word}\\b`, 'i'));
  });
});
