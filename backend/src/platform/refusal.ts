import type { FieldProblem } from '#shared';

/**
 * Something the user can act on. The code is stable, and the interface has the sentence for it; `fields` says where in
 * the input, `more` is added to the problem document as it stands.
 */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 503,
    readonly code: string,
    readonly more: {
      fields?: FieldProblem[];
      details?: Record<string, unknown>;
      current?: unknown;
      headers?: Record<string, string>;
    } = {},
  ) {
    super(code);
  }
}

/** The record is not there, or not for this person to know about. */
export function notFound(what: string): Refusal {
  return new Refusal(404, 'not-found', { details: { what } });
}

/** One field refused by a rule that needed the database. */
export function refusedField(path: string, code: string): Refusal {
  return new Refusal(400, 'invalid-input', { fields: [{ path, code, message: code }] });
}
