// Checks the interface's texts: node frontend/check-messages.mjs
// Every key stands in bokmål, nynorsk and English with the same arguments and tags, our reader makes of every message
// what a full ICU reader makes of it, every key that code names exists, and no message is left that nothing names. Every
// code that a refusal carries has its text, and no text is kept for a code that nothing sends.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { IcuMessage } from './src/app/platform/language/icu-message.ts';

const app = path.join(import.meta.dirname, 'src/app');
const languages = ['nb', 'nn', 'en'];
/** Kinds of elements in a read message, as its parser numbers them. */
const kind = { literal: 0, argument: 1, number: 2, select: 5, plural: 6, pound: 7, tag: 8 };
const mistakes = [];

const files = readdirSync(app, { recursive: true }).map((file) => file.replaceAll('\\', '/'));
/** Folders with messages; keys begin with the folder's own name, but for those of the platform. */
const folders = [
  ...new Set(files.filter((file) => file.includes('/messages/')).map((file) => file.split('/messages/')[0])),
];

const messages = new Map(languages.map((language) => [language, new Map()]));
for (const folder of folders)
  for (const language of languages)
    for (const [key, message] of flattened(readMessages(folder, language)))
      messages.get(language).set(folder === 'platform' ? key : `${path.posix.basename(folder)}.${key}`, message);

const keys = new Set(languages.flatMap((language) => [...messages.get(language).keys()]));
for (const key of keys) compareLanguages(key);
checkUse();
checkCodes();

if (mistakes.length > 0) {
  console.error(mistakes.sort().join('\n'));
  console.error(`${mistakes.length} mistakes in the interface's texts.`);
  process.exit(1);
}
console.log(`${keys.size} texts stand in ${languages.join(', ')} with the same arguments, and all are in use.`);

function readMessages(folder, language) {
  const file = path.join(app, folder, 'messages', `${language}.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    mistakes.push(`${folder}/messages/${language}.json: ${error.message}`);
    return {};
  }
}

function* flattened(tree, prefix = '') {
  for (const [name, value] of Object.entries(tree))
    if (typeof value === 'string') yield [prefix + name, value];
    else yield* flattened(value, `${prefix}${name}.`);
}

function compareLanguages(key) {
  const shapes = new Map();
  for (const language of languages) {
    const message = messages.get(language).get(key);
    if (message === undefined || message.trim() === '') {
      mistakes.push(`${key}: no text in ${language}`);
      continue;
    }
    try {
      const read = new IntlMessageFormat(message, language).getAst();
      shapes.set(language, [...namesIn(read)].sort().join(', '));
      compareReaders(key, message, language);
    } catch (error) {
      mistakes.push(`${key}: unreadable in ${language} (${error.message})`);
    }
  }
  if (new Set(shapes.values()).size > 1)
    mistakes.push(`${key}: differs, ${[...shapes].map(([language, shape]) => `${language} {${shape}}`).join(' ')}`);
}

/** Names of arguments, and of tags as `<tag>`. */
function namesIn(elements, names = new Set()) {
  for (const element of elements) {
    if (element.type === kind.tag) names.add(`<${element.value}>`);
    else if (element.type !== kind.literal && element.type !== kind.pound) names.add(element.value);
    if (element.children) namesIn(element.children, names);
    for (const option of Object.values(element.options ?? {})) namesIn(option.value, names);
  }
  return names;
}

/** Formats with every choice a message has, by our reader and by the full one, which takes tags for arguments. */
function compareReaders(key, message, language) {
  const full = new IntlMessageFormat(message.replace(/<\/?[\w-]+>/g, ''), language);
  const ours = new IcuMessage(message, language);
  for (const values of choicesOf(full.getAst())) {
    const [got, wanted] = [ours.format(values), full.format(values)];
    if (got === wanted) continue;
    mistakes.push(`${key}: in ${language} our reader says «${got}», ICU «${wanted}»`);
    return;
  }
}

/** Values for the arguments of a message that lead into each of its options. */
function choicesOf(elements) {
  const choices = new Map();
  const collect = (inner) => {
    for (const element of inner) {
      if (element.type === kind.plural || element.type === kind.number) choices.set(element.value, [0, 1, 2, 5, 1234]);
      else if (element.type === kind.select) choices.set(element.value, [...Object.keys(element.options), 'else']);
      else if (element.type === kind.argument && !choices.has(element.value)) choices.set(element.value, ['Gjøvik']);
      collect(element.children ?? []);
      for (const option of Object.values(element.options ?? {})) collect(option.value);
    }
  };
  collect(elements);
  let all = [{}];
  for (const [name, values] of choices) all = all.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
  return all;
}

/**
 * A text is named by its whole key in quotes, or by the start of it, `'words.verdict.'` or `words.verdict.${…}`, where
 * the rest is known only at run time. Codes of fields and problems are `checkCodes`' to hold. A permission, `plan.read`,
 * looks like a key and is none.
 */
function checkUse() {
  const roots = [...new Set([...keys].map((key) => key.split('.')[0]))].join('|');
  const named = new RegExp(`['"\`](?:${roots})\\.[a-z0-9.-]*(?=['"\`]|\\$\\{)`, 'g');
  const contract = readFileSync(path.join(import.meta.dirname, '../shared/src/identity.ts'), 'utf8');
  const permissions = new Set(Array.from(contract.matchAll(/'([a-z-]+\.[a-z-]+)'/g), ([, permission]) => permission));
  const whole = new Set();
  const starts = new Set(['field.', 'problem.']);
  for (const file of files.filter((name) => /\.(?:ts|html)$/.test(name) && !name.endsWith('.spec.ts'))) {
    const text = readFileSync(path.join(app, file), 'utf8').replace(/\/\*[^]*?\*\/|<!--[^]*?-->|\/\/ .*$/gm, '');
    for (const [match] of text.matchAll(named)) {
      const name = match.slice(1);
      if (permissions.has(name)) continue;
      if (name.endsWith('.')) starts.add(name);
      else whole.add(name);
      const known = name.endsWith('.') ? [...keys].some((key) => key.startsWith(name)) : keys.has(name);
      if (!known) mistakes.push(`${file}: names ${name}, which no language has`);
    }
  }
  for (const key of keys)
    if (!whole.has(key) && ![...starts].some((start) => key.startsWith(start)))
      mistakes.push(`${key}: nothing names it`);
}

/**
 * `field.` and `problem.` are followed by codes: those that contracts and backend refuse with, and those that the pages
 * give themselves. What no form can send, and what is held of a file, has no text of its own.
 */
function checkCodes() {
  const code = `'([a-z]+(?:-[a-z]+)*)'`;
  const [contracts, backend, pages] = ['../shared/src', '../backend/src', 'src/app'].map(sourceOf);
  const refusals = contracts + backend;
  const all = refusals + pages;
  const codesIn = (text, ...patterns) =>
    patterns.flatMap((pattern) => Array.from(text.matchAll(new RegExp(pattern, 'g')), ([, found]) => found));
  const declared = codesIn(refusals, `type (?:\\w*Mistake|Weakness) = ([^;{]+);`).join();
  const sent = {
    field: [
      ...codesIn(contracts, `(?:error|message): ${code}`, `requiredDate\\(${code}`),
      ...codesIn(contracts, `\\.(?:min|max|refine)\\([^\\n]*?${code}\\)`),
      ...codesIn(refusals, `(?:refusedField|refuse|need)\\([^\\n]*?, ${code}\\)`, `path: [^\\n]*?code: ${code}`),
      ...codesIn(declared, code),
    ].filter((found) => found !== 'invalid-format'),
    problem: codesIn(
      backend,
      `new Refusal\\(\\s*\\d+,\\s*${code}`,
      `\\n  \\d{3}: ${code}`,
      `make\\((?:status|\\d+), [^\\n]*?${code}`,
    ),
  };
  for (const [kind, codes] of Object.entries(sent)) {
    for (const one of new Set(codes))
      if (!keys.has(`${kind}.${one}`)) mistakes.push(`${kind}.${one}: is sent, and has no text`);
    for (const key of keys)
      if (key.startsWith(`${kind}.`) && !all.includes(`'${key.slice(kind.length + 1)}'`) && !all.includes(`'${key}'`))
        mistakes.push(`${key}: nothing sends it`);
  }
}

/** All code in a folder that is no spec, as one text. */
function sourceOf(folder) {
  const root = path.join(import.meta.dirname, folder);
  return readdirSync(root, { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => readFileSync(path.join(root, name), 'utf8'))
    .join('\n');
}
