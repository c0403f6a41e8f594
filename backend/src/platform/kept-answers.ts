import { createHash, hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from './access.js';
import type { Actor, RequestContext } from './request-context.js';
import { isInside } from './request-context.js';

const compress = promisify(brotliCompress);

/** What an answer was made from; while it is the same, so is the answer. */
export type AnswerState = Pick<RequestContext, 'revision' | 'today' | 'language'> & {
  /** Whose answer it is: an account's, or all councillors'; null: alike for all inside. */
  readonly reader: string | null;
};

/** Those outside the administration get answers of their own, so that none is shown what is kept for those inside. */
export function readerOf(actor: Actor, perAccount: boolean): string | null {
  if (perAccount) return String(actor.accountId);
  return isInside(actor) ? null : 'outside';
}

interface KeptAnswer {
  readonly etag: string;
  readonly body: Buffer;
  brotli?: Buffer;
  /** The headers that tell of the bytes when they are sent again, plain and packed: name and value in turn. */
  readonly told: { plain?: readonly string[]; packed?: readonly string[] };
}

/** A path that has been read, and what its handler asks of whoever reads it. */
export interface KnownRead {
  readonly access: Access;
  readonly perAccount: boolean;
}

const MOST_BYTES = 128 * 1024 * 1024;
const MOST_READS = 10_000;
/** Answers of another build may be shaped differently. */
const build = createHash('sha256')
  .update(String(process.env['PLANSPOR_BUILD'] ?? process.pid + Date.now()))
  .digest('base64url')
  .slice(0, 6);

/** The bytes of answers, by what they were made from; the oldest go first. */
export class KeptAnswers {
  private readonly kept = new Map<string, KeptAnswer>();
  private readonly making = new Map<string, Promise<KeptAnswer>>();
  private readonly reads = new Map<string, KnownRead>();
  private bytes = 0;

  /** The answer as it was made before from the same state, if it is still here. */
  find(url: string, state: AnswerState): KeptAnswer | undefined {
    return this.kept.get(keyOf(url, state));
  }

  /** The answer, made if need be; many who ask for the same one at once wait for one making of it. */
  findOrMake(url: string, state: AnswerState, make: () => Promise<unknown>): Promise<KeptAnswer> {
    const kept = this.find(url, state);
    if (kept) return Promise.resolve(kept);
    const key = keyOf(url, state);
    const underWay = this.making.get(key);
    if (underWay) return underWay;
    const made = make().then((value) => {
      const version = (value as { version?: unknown } | null)?.version;
      const tag = tagOf(state);
      const answer: KeptAnswer = {
        etag: typeof version === 'number' ? `"v${version}.${tag}"` : `"${tag}"`,
        body: Buffer.from(JSON.stringify(value)),
        told: {},
      };
      this.keep(key, answer);
      return answer;
    });
    this.making.set(key, made);
    return made.finally(() => this.making.delete(key));
  }

  /** Says who may read a path, once its handler has answered. */
  learn(url: string, read: KnownRead): void {
    if (this.reads.has(url)) return;
    this.reads.set(url, read);
    const [oldest] = this.reads.keys();
    if (this.reads.size > MOST_READS) this.reads.delete(oldest!);
  }

  readAt(url: string): KnownRead | undefined {
    return this.reads.get(url);
  }

  private keep(key: string, answer: KeptAnswer): void {
    this.kept.set(key, answer);
    this.bytes += answer.body.length;
    for (const [oldest, { body }] of this.kept) {
      if (this.bytes <= MOST_BYTES || oldest === key) break;
      this.kept.delete(oldest);
      this.bytes -= body.length;
    }
  }
}

const held = { 'cache-control': 'private, no-cache', vary: 'accept-language, accept-encoding, cookie' };
const json = 'application/json; charset=utf-8';

/** Says how long the answer may be held, and whether what the reader holds is it still. */
export function isHeld(state: AnswerState, request: FastifyRequest, reply: FastifyReply): boolean {
  reply.headers(held);
  const seen = request.headers['if-none-match'];
  if (seen === undefined) return false;
  const tag = `"${tagOf(state)}"`;
  // a read may be spared when the state is the same, whatever version of the record leads the tag
  const same = seen.split(',').some(
    (known) =>
      known
        .trim()
        .replace(/^W\//, '')
        .replace(/^"v\d+\./, '"') === tag,
  );
  if (same) reply.header('etag', seen.split(',')[0]!.trim()).status(304);
  return same;
}

/** The answer's bytes as the reader takes them, with the headers that say what they are. */
export function bytesFor(request: FastifyRequest, reply: FastifyReply, answer: KeptAnswer): Buffer | Promise<Buffer> {
  reply.header('etag', answer.etag).type(json);
  if (!takesPacked(request, answer)) return answer.body;
  reply.header('content-encoding', 'br');
  return (
    answer.brotli ??
    compress(answer.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).then(
      (brotli) => (answer.brotli = brotli),
    )
  );
}

/**
 * The same bytes and headers without the way through Fastify's reply, for an answer that is sent again as it is.
 * @returns undefined when it is still to be packed
 */
export function readyFor(
  request: FastifyRequest,
  answer: KeptAnswer,
): { bytes: Buffer; headers: readonly string[] } | undefined {
  const packed = takesPacked(request, answer);
  const bytes = packed ? answer.brotli : answer.body;
  if (!bytes) return undefined;
  const headers = (answer.told[packed ? 'packed' : 'plain'] ??= Object.entries({
    ...held,
    ...{ etag: answer.etag, 'content-type': json, 'content-length': String(bytes.length) },
    ...(packed ? { 'content-encoding': 'br' } : {}),
  }).flat());
  return { bytes, headers };
}

const takesPacked = (request: FastifyRequest, { body }: KeptAnswer): boolean =>
  body.length > 4096 && /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));

/** Never sent: the reader stands in it as it is. */
const keyOf = (url: string, { revision, today, language, reader }: AnswerState): string =>
  `${revision} ${today} ${language} ${reader ?? ''} ${url}`;

function tagOf({ revision, today, language, reader }: AnswerState): string {
  const who = reader === null ? '' : `.${hash('sha256', reader, 'base64url').slice(0, 10)}`;
  return `r${revision}.${today}.${language}.${build}${who}`;
}
