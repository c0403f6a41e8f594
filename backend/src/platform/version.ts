import { Refusal } from './refusal.js';
import type { RequestContext } from './request-context.js';

/**
 * Holds the version a writer has seen (If-Match) against the record's.
 * @throws Refusal 428 version-required without If-Match; 412 version-conflict, with the record as it is now, when
 *   somebody else was first
 */
export async function requireVersion(ctx: RequestContext, version: number, current: () => unknown): Promise<void> {
  if (ctx.expectedVersion === null) throw new Refusal(428, 'version-required');
  if (ctx.expectedVersion !== version) throw new Refusal(412, 'version-conflict', { current: await current() });
}

/** The tag of a record just written. It leads with the version, so that the next If-Match can be held against it. */
export const etagOf = (version: number): string => `"v${version}"`;
