import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FieldProblem, Problem } from '#shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from './database.js';
import { Refusal } from './refusal.js';
import { errorForLog } from './request-log.js';
import { logSecurity } from './security-log.js';

const codeOfStatus: Record<number, string> = {
  400: 'invalid-input',
  401: 'sign-in-required',
  403: 'not-allowed',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'request-timeout',
  413: 'body-too-large',
  414: 'address-too-long',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  431: 'headers-too-large',
  503: 'database-away',
};
const titles: Record<string, string> = {
  'invalid-input': 'The input is not valid',
  'sign-in-required': 'Sign in first',
  'not-allowed': 'Your role does not allow this',
  'not-found': 'Not found',
  'version-conflict': 'Somebody else changed it first',
  'version-required': 'If-Match is required',
  'method-not-allowed': 'Not a method of this address',
  'unsupported-media-type': 'Send JSON as application/json',
  'malformed-address': 'The address is not a valid one',
  'malformed-json': 'The body is not JSON',
  'nested-too-deep': 'Lists within lists without end',
  'body-too-large': 'The body is too large',
  'headers-too-large': 'The headers are too large',
  'malformed-text': 'A text is not valid Unicode',
  'wrong-credentials': 'Wrong e-mail or password',
  'too-many-attempts': 'Too many attempts; wait',
  'foreign-origin': 'Sent from another site',
  'database-away': 'The database is away for the moment',
  unexpected: 'Something went wrong here',
};

/** The problem document (RFC 9457) for any error; what it does not know it calls unexpected and says nothing more of. */
export function problemOf(
  error: unknown,
  requestId: string,
): { problem: Problem; headers: Record<string, string>; expected: boolean } {
  const make = (status: number, code: string, more: Partial<Problem> = {}): Problem => ({
    type: `urn:planspor:problem:${code}`,
    title: titles[code] ?? code,
    status,
    code,
    requestId,
    ...more,
  });
  if (error instanceof Refusal) {
    const { headers = {}, ...more } = error.more;
    return { problem: make(error.status, error.code, more), headers, expected: true };
  }
  if (isDatabaseAway(error))
    return { problem: make(503, 'database-away'), headers: { 'retry-after': '2' }, expected: false };
  if ((error as { code?: string } | null)?.code === 'FST_ERR_BAD_URL')
    return { problem: make(400, 'malformed-address'), headers: {}, expected: true };
  const status =
    error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: number } | null)?.statusCode ?? 500);
  if (status >= 400 && status < 500) {
    const fields = error instanceof InvalidInput ? error.fields : undefined;
    return {
      problem: make(status, codeOfStatus[status] ?? 'refused', fields ? { fields } : {}),
      headers: {},
      expected: true,
    };
  }
  return { problem: make(500, 'unexpected'), headers: {}, expected: false };
}

/** What the validation pipe throws: the fields and their codes. */
export class InvalidInput extends HttpException {
  constructor(readonly fields: FieldProblem[]) {
    super('invalid-input', 400);
  }
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { problem, headers, expected } = problemOf(error, request.id);
    if (problem.status === 403 || problem.code === 'too-many-attempts') logRefused(problem, request);
    if (!expected) this.log.error({ requestId: request.id, ...errorForLog(error) });
    if (reply.sent) return;
    void reply
      .status(problem.status)
      .headers({ 'cache-control': 'no-store', ...headers })
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  }
}

/** By the pattern of the address, for the address itself may say who people are. */
function logRefused({ status, code, details }: Problem, request: FastifyRequest): void {
  const permission = (details as { permission?: string } | undefined)?.permission;
  logSecurity(status === 403 ? 'access.refused' : 'attempts.slowed', {
    requestId: request.id,
    account: (request.context?.actor ?? request.signedIn?.actor)?.accountId,
    ...{ code, permission, method: request.method, route: request.routeOptions.url },
  });
}
