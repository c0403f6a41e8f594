import { SESSION_COOKIE } from '../access.guard.js';

/** Why a request is refused, by status, as clients should understand it. */
export const refusals = {
  400: 'The input is not valid. `fields` says where and why.',
  401: 'Nobody is signed in, or the credentials are wrong.',
  403: 'The role does not allow it, for this record or at all, or the request comes from another site.',
  404: 'There is no such record.',
  409: 'What is stored does not allow it now. `code` says why.',
  412: 'Somebody else was first. `current` is the record as it is now.',
  413: 'The body is too large.',
  415: 'The body is not `application/json` in UTF-8.',
  422: 'The Idempotency-Key came with another request before.',
  428: 'If-Match is missing.',
  429: 'Too many attempts. Retry-After says how many seconds to wait.',
  503: 'The database is away for the moment. Retry-After says how many seconds to wait.',
} as const;
export type RefusalStatus = keyof typeof refusals;

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const waits: readonly string[] = ['429', '503'];

/** What operations share, referred to by name. */
export const sharedParts = {
  responses: {
    ...Object.fromEntries(
      Object.entries(refusals).map(([status, description]) => [
        `Problem${status}`,
        {
          description,
          headers: {
            'X-Request-Id': { $ref: '#/components/headers/RequestId' },
            ...(waits.includes(status) ? { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } : {}),
          },
          content: problem,
        },
      ]),
    ),
    NotModified: {
      description: 'What the caller has (If-None-Match) is as it is now.',
      headers: { ETag: { $ref: '#/components/headers/ETag' } },
    },
    Unexpected: { description: 'Anything else, as a problem document.', content: problem },
  },
  headers: {
    ETag: {
      description: 'Send it back in If-None-Match to read again, and in If-Match to change the record.',
      schema: { type: 'string', examples: ['"v1042.r1057.2026-11-23.nb.sZZm4G"'] },
    },
    RequestId: { description: 'Finds the request in our log.', schema: { type: 'string' } },
    RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } },
    Location: { description: 'The path of what was made, where it has one of its own.', schema: { type: 'string' } },
  },
  parameters: {
    AcceptLanguage: {
      name: 'Accept-Language',
      in: 'header',
      description: 'Language of the sentences in the answer: `nb`, `nn` or `en`; `nb` unless asked for.',
      schema: { type: 'string', examples: ['nn'] },
    },
    IfNoneMatch: {
      name: 'If-None-Match',
      in: 'header',
      description: 'The ETag of what the caller has; 304 when it is unchanged.',
      schema: { type: 'string' },
    },
    IfMatch: {
      name: 'If-Match',
      in: 'header',
      required: true,
      description: 'The ETag of the record as the caller has seen it; `"v"` and its `version` will do.',
      schema: { type: 'string', examples: ['"v1042"'] },
    },
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      description:
        'Made up by the caller. The same request with the same key is done once and answered alike, for 7 days.',
      schema: { type: 'string', minLength: 8, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
    },
  },
  securitySchemes: {
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: SESSION_COOKIE,
      description: 'Set by `POST /api/session`. HttpOnly, SameSite=Lax, 12 hours.',
    },
  },
} as const;
