import * as z from 'zod';
import { readDataFile } from '../platform/data-file.js';

const File = z.strictObject({
  source: z.string(),
  licence: z.string(),
  whole: z.array(z.string()),
  english: z.array(z.string()),
  norwegian: z.array(z.string()),
});

interface Known {
  readonly whole: ReadonlySet<string>;
  /** Longest first. */
  readonly words: readonly string[];
}
let known: Promise<Known> | undefined;

/** Whose password it is to be. */
export interface Chooser {
  readonly name: string;
  readonly email: string;
}

/** Why a password is refused, as codes the interface has sentences for. */
export type Weakness = 'password-too-common' | 'password-like-name';

/**
 * Why somebody would guess this password, or null. It is guessed when it is on the list, when it holds its owner's own
 * name or e-mail, or when nearly nothing is left once one or two common words, years, runs and repetitions are taken out:
 * `Sommerferie2026!`. A phrase of three words is not guessed by its words.
 */
export async function weaknessOf(password: string, { name, email }: Chooser): Promise<Weakness | null> {
  const given = password.normalize('NFKC').toLowerCase();
  const own = [email.split('@', 1)[0]!, ...name.split(/[^\p{L}]+/u), ...email.split(/[^\p{L}]+/u)]
    .map((part) => part.toLowerCase())
    .filter((part) => part.length >= 4 && !/^(?:test|kommune|example)$/.test(part));
  if (own.some((part) => given.includes(part))) return 'password-like-name';
  known ??= readKnown();
  const { whole, words } = await known;
  if (whole.has(given)) return 'password-too-common';
  return [given, lettersOf(given)].some((reading) => leftOf(reading, words).length < 4) ? 'password-too-common' : null;
}

async function readKnown(): Promise<Known> {
  const { whole, english, norwegian } = await readDataFile('common-passwords.json', File);
  return { whole: new Set(whole), words: [...english, ...norwegian].sort((a, b) => b.length - a.length) };
}

const runs = [
  'abcdefghijklmnopqrstuvwxyzæøå',
  '01234567890',
  'qwertyuiopå',
  'asdfghjkløæ',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv',
];
const isRun = (text: string): boolean =>
  runs.some((run) => run.includes(text) || [...run].reverse().join('').includes(text));

/** What a guesser would not have: different characters outside at most two common words, numbers, runs and repetitions. */
function leftOf(text: string, words: readonly string[]): string {
  let left = text;
  for (let taken = 0; taken < 2; taken++) {
    const word = words.find((word) => left.includes(word));
    if (word !== undefined) left = left.replaceAll(word, ' ');
  }
  const parts = left.split(/[^\p{L}]+/u).filter((part) => part !== '');
  const unguessed = parts.flatMap((part) => part.match(/.{1,3}/gu)!.filter((piece) => !isRun(piece)));
  return [...new Set(unguessed.join(''))].join('');
}

const letters: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/** `p@ssw0rd` as it is read. */
const lettersOf = (text: string): string => [...text].map((character) => letters[character] ?? character).join('');
