import { osloDate } from '#shared';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE, type Sessions, isOpenTo, languageOf } from './access.guard.js';
import {
  type AnswerState,
  type KeptAnswers,
  type KnownRead,
  bytesFor,
  isHeld,
  readerOf,
  readyFor,
} from './kept-answers.js';
import type { SignedIn } from './request-context.js';
import { securityHeaders } from './security-headers.js';

/**
 * A path that has been read before is answered here when nothing has changed since: who asks and whether they may is
 * checked as for any request, and the kept bytes are sent without the way through pipes, handler and schema. Whatever
 * is not plainly a repeat goes on to the guard, which need not ask the database again.
 */
export function answerAgain(fastify: FastifyInstance, answers: KeptAnswers, sessions: Sessions): void {
  /** @returns whether it has been answered */
  function again(
    request: FastifyRequest,
    reply: FastifyReply,
    read: KnownRead,
    { actor, revision }: SignedIn,
    now: Date,
  ): boolean {
    if (!actor || !isOpenTo(read.access, actor)) return false;
    const state: AnswerState = {
      revision,
      today: osloDate(now),
      language: languageOf(request.headers['accept-language']),
      reader: readerOf(actor, read.perAccount),
    };
    const answer = answers.find(request.url, state);
    if (!answer) return false;
    const ready = request.headers['if-none-match'] === undefined ? readyFor(request, answer) : undefined;
    if (ready) {
      reply.hijack();
      reply.raw.writeHead(200, [...securityHeaders(request), ...ready.headers]);
      reply.raw.end(ready.bytes);
    } else if (isHeld(state, request, reply)) reply.send();
    else Promise.resolve(bytesFor(request, reply, answer)).then(reply.send.bind(reply), reply.send.bind(reply));
    return true;
  }
  fastify.addHook('onRequest', (request, reply, done) => {
    const read = request.method === 'GET' ? answers.readAt(request.url) : undefined;
    if (!read) return done();
    const now = new Date();
    const token = request.cookies[SESSION_COOKIE];
    const just = sessions.justAsked(token, now);
    if (just && again(request, reply, read, just, now)) return;
    sessions.actorOf(token, now).then(
      (signedIn) => {
        request.signedIn = signedIn;
        if (!again(request, reply, read, signedIn, now)) done();
      },
      () => done(), // a fault is the guard's to meet, and the filter's to tell
    );
  });
  fastify.addHook('onSend', (request, _reply, payload, done) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') sessions.forget();
    done(null, payload);
  });
}
