import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal.js';

/** Deeper than any input of ours; what recurses over an input need not fear it. */
const deepest = 50;

/** JSON in UTF-8 is the only thing we read, and every text in it must be one the database can hold. */
export function readInput(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity') return done(new Refusal(415, 'unsupported-media-type'));
    const bytes = body as Buffer;
    if (!isUtf8(bytes)) return done(new Refusal(400, 'malformed-text'));
    void parseJson(request, bytes.toString('utf8'), (fault, input) =>
      fault ? done(new Refusal(400, 'malformed-json')) : done(null, input),
    );
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    done(faultIn(request.params) ?? faultIn(request.query) ?? faultIn(request.body));
  });
}

/** A text with a NUL or half a character in it, or lists in lists without end. */
function faultIn(input: unknown): Refusal | undefined {
  const rest: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { value, depth } = next;
    if (depth > deepest) return new Refusal(400, 'nested-too-deep');
    if (typeof value === 'string' && !isStorable(value)) return new Refusal(400, 'malformed-text');
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key)) return new Refusal(400, 'malformed-text');
      rest.push({ value: inner, depth: depth + 1 });
    }
  }
  return undefined;
}

/** With the u flag a pair of surrogates is one character; a lone one is half. */
const isStorable = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);
