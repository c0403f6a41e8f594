import type { Language, Role } from '#shared';
import { en } from './en.js';
import { nb } from './nb.js';
import { nn } from './nn.js';

export type SentenceKey = keyof typeof nb.sentences;
export type RemedyKey = keyof typeof nb.remedies;

/** Whole sentences as ICU messages. Bokmål says which there are; the other languages have the same. */
export interface Messages {
  sentences: Record<SentenceKey, string>;
  remedies: Record<RemedyKey, string>;
  /** What the pages call each role, for the sentences that name one. */
  roles: Record<Role, string>;
}

export const messages: Record<Language, Messages> = { nb, nn, en };
