import { osloDate } from '#shared';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE, type Sessions, isOpenTo, languageOf } from './access.guard.js';
import { type AnswerState, type KeptAnswers, type KnownRead, bytesFor, isHeld } from './kept-answers.js';

/**
 * A path that has been read before is answered here when nothing has changed since: who asks and whether they may is
 * checked as for any request, and the kept bytes are sent without the way through pipes, handler and schema. Whatever
 * is not plainly a repeat goes on to the guard, which need not ask the database again.
 */
export function answerAgain(fastify: FastifyInstance, answers: KeptAnswers, sessions: Sessions): void {
  /** @returns whether it has been answered */
  async function again(request: FastifyRequest, reply: FastifyReply, read: KnownRead): Promise<boolean> {
    const now = new Date();
    request.signedIn = await sessions.actorOf(request.cookies[SESSION_COOKIE], now);
    const { actor, revision } = request.signedIn;
    if (!actor || !isOpenTo(read.access, actor)) return false;
    const state: AnswerState = {
      revision,
      today: osloDate(now),
      language: languageOf(request.headers['accept-language']),
      accountId: read.perAccount ? String(actor.accountId) : null,
    };
    const answer = answers.find(request.url, state);
    if (!answer) return false;
    void reply.send(isHeld(state, request, reply) ? undefined : await bytesFor(request, reply, answer));
    return true;
  }
  fastify.addHook('onRequest', (request, reply, done) => {
    const read = request.method === 'GET' ? answers.readAt(request.url) : undefined;
    if (!read) return done();
    again(request, reply, read).then(
      (answered) => answered || done(),
      () => done(), // a fault is the guard's to meet, and the filter's to tell
    );
  });
}
