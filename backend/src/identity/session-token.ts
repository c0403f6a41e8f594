import { hash, randomBytes } from 'node:crypto';

/** An opaque token: 32 random bytes, 43 characters. Only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256 is enough for what cannot be guessed. */
export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer');

/** What has another shape was never ours, and need not be looked up. */
export const isToken = (given: string | undefined): given is string => /^[\w-]{43}$/.test(given ?? '');
