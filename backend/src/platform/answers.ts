import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, from, lastValueFrom, switchMap, tap } from 'rxjs';
import type { RequestContext } from './request-context.js';

/** Metadata of a handler whose answers are kept. */
export const KEPT = 'planspor:kept';
const compress = promisify(brotliCompress);

/**
 * The answer changes only with the revision, the date, the language and, with `perAccount`, who asks. It carries an
 * ETag, answers 304, and its bytes are kept per revision: a repeated read is close to serving bytes from memory.
 * A record's answer has `version`, which leads its ETag, so that If-Match can be held against it.
 */
export const KeptPerRevision = (kept: { perAccount?: boolean } = {}) => SetMetadata(KEPT, kept);

interface KeptAnswer {
  readonly etag: string;
  readonly body: Buffer;
  brotli?: Promise<Buffer>;
}

const MOST_BYTES = 128 * 1024 * 1024;
/** Answers of another build may be shaped differently. */
const build = createHash('sha256')
  .update(String(process.env['PLANSPOR_BUILD'] ?? process.pid + Date.now()))
  .digest('base64url')
  .slice(0, 6);

@Injectable()
export class AnswersKeptPerRevision implements NestInterceptor {
  private readonly kept = new Map<string, KeptAnswer>();
  private readonly making = new Map<string, Promise<KeptAnswer>>();
  private bytes = 0;

  constructor(private readonly reflector: Reflector) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const setting = this.reflector.get<{ perAccount?: boolean } | undefined>(KEPT, execution.getHandler());
    const http = execution.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (!setting || !request.context) {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
      return next.handle().pipe(
        tap((value: unknown) => {
          // a record that was written answers with the tag its next writer needs
          const version = (value as { version?: unknown } | null | undefined)?.version;
          if (typeof version === 'number' && !reply.sent) reply.header('etag', `"v${version}"`);
        }),
      );
    }
    const ctx = request.context;
    const state = stateOf(ctx, setting.perAccount === true);
    reply.header('cache-control', 'private, no-cache').header('vary', 'accept-language, accept-encoding, cookie');
    const seen = request.headers['if-none-match'];
    // a read may be spared when the state is the same, whatever version of the record leads the tag
    if (
      seen !== undefined &&
      seen.split(',').some(
        (tag) =>
          tag
            .trim()
            .replace(/^W\//, '')
            .replace(/^"v\d+\./, '"') === `"${state}"`,
      )
    ) {
      reply.header('etag', seen.split(',')[0]!.trim()).status(304);
      return from([undefined]);
    }
    const key = `${state} ${request.url}`;
    return from(this.answer(key, state, next)).pipe(switchMap((answer) => this.send(answer, request, reply)));
  }

  private async answer(key: string, state: string, next: CallHandler): Promise<KeptAnswer> {
    const kept = this.kept.get(key);
    if (kept) {
      this.kept.delete(key);
      this.kept.set(key, kept); // newest last
      return kept;
    }
    // many asking for the same answer at once wait for one making of it
    const underWay = this.making.get(key);
    if (underWay) return underWay;
    const made = lastValueFrom(next.handle()).then((value: unknown) => {
      const version = (value as { version?: unknown } | null)?.version;
      const etag = typeof version === 'number' ? `"v${version}.${state}"` : `"${state}"`;
      const answer: KeptAnswer = { etag, body: Buffer.from(JSON.stringify(value)) };
      this.keep(key, answer);
      return answer;
    });
    this.making.set(key, made);
    return made.finally(() => this.making.delete(key));
  }

  private async send(answer: KeptAnswer, request: FastifyRequest, reply: FastifyReply): Promise<Buffer> {
    reply.header('etag', answer.etag).type('application/json; charset=utf-8');
    if (answer.body.length > 4096 && /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
      reply.header('content-encoding', 'br');
      answer.brotli ??= compress(answer.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
      return answer.brotli;
    }
    return answer.body;
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

function stateOf(ctx: RequestContext, perAccount: boolean): string {
  const who = perAccount
    ? `.${createHash('sha256').update(String(ctx.actor.accountId)).digest('base64url').slice(0, 10)}`
    : '';
  return `r${ctx.revision}.${ctx.today}.${ctx.language}.${build}${who}`;
}

/**
 * The version a writer has seen, from If-Match: the number that leads a record's ETag.
 * @returns null when the header is absent; -1, which no record has, when it is not one of our tags
 */
export function versionFromIfMatch(header: string | undefined): number | null {
  if (header === undefined) return null;
  const match = /^\s*(?:W\/)?"v(\d+)(?:\.[^"]*)?"\s*$/.exec(header);
  return match ? Number(match[1]) : -1;
}
