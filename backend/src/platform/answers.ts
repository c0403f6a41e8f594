import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, from, lastValueFrom, tap } from 'rxjs';
import { ACCESS, type Access } from './access.js';
import { type AnswerState, KeptAnswers, bytesFor, isHeld, readerOf } from './kept-answers.js';

/** Metadata of a handler whose answers are kept. */
export const KEPT = 'planspor:kept';

/**
 * The answer changes only with the revision, the date, the language, whether the asker is inside the administration
 * and, with `perAccount`, who it is. It carries an
 * ETag, answers 304, and its bytes are kept per revision: a repeated read is close to serving bytes from memory.
 * A record's answer has `version`, which leads its ETag, so that If-Match can be held against it.
 */
export const KeptPerRevision = (kept: { perAccount?: boolean } = {}) => SetMetadata(KEPT, kept);

@Injectable()
export class AnswersKeptPerRevision implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly answers: KeptAnswers,
  ) {}

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
    const { actor, revision, today, language } = request.context;
    const perAccount = setting.perAccount === true;
    const state: AnswerState = { revision, today, language, reader: readerOf(actor, perAccount) };
    if (isHeld(state, request, reply)) return from([undefined]);
    const access = this.reflector.getAllAndOverride<Access>(ACCESS, [execution.getHandler(), execution.getClass()]);
    return from(
      this.answers
        .findOrMake(request.url, state, () => lastValueFrom(next.handle()))
        .then((answer) => {
          this.answers.learn(request.url, { access, perAccount });
          return bytesFor(request, reply, answer);
        }),
    );
  }
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
