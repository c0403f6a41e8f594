import type { HttpHeaders } from '@angular/common/http';

interface Writing {
  readonly read?: HttpHeaders;
  readonly version?: number;
  readonly intent?: string;
}

/**
 * Headers of a write. `read` are the headers the record came with: its ETag goes back as `If-Match`, so that the second
 * of two editors is told (412); for a record that came in another answer its `version` says the same. `intent` is one
 * per thing a person set out to do, so that a repeat is not done twice.
 */
export function writeHeaders({ read, version, intent }: Writing): Record<string, string> {
  const etag = version === undefined ? read?.get('ETag') : `"v${version}"`;
  return { ...(etag ? { 'If-Match': etag } : {}), ...(intent ? { 'Idempotency-Key': intent } : {}) };
}

/** A new key for `Idempotency-Key`. `randomUUID` is missing where a page is served without TLS from another machine. */
export function newIntent(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
