import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { databaseFault } from './database.js';
import { SECURITY } from './security-log.js';

/** One line of JSON a request, with its id; no query, address, cookie or body, for they say who people are. */
export function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method, id: requestId } = request;
    const [path] = request.url.split('?', 1);
    fastify.log.info(
      { requestId, method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
    done();
  });
}

/** What we log of an error. What a database says of one may quote people's data, so of those only code and place. */
export function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  const fault = databaseFault(error);
  if (fault) return { error: 'database', ...fault, stack: frames.map((frame) => frame.trim()) };
  return { error: error.name, message: error.message, stack: frames.map((frame) => frame.trim()) };
}

/** Nest's own lines, in the same JSON. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: FastifyBaseLogger) {}

  error(message: unknown, ...more: unknown[]): void {
    // what keeps the server from listening is thrown too, and told by who started it
    if (contextOf(more) === 'NestApplication') return;
    this.lines.error({ context: contextOf(more), ...asFields(message) }, 'error');
  }
  warn(message: unknown, ...more: unknown[]): void {
    this.lines.warn({ context: contextOf(more), ...asFields(message) }, 'warning');
  }
  /** Which modules and routes there are is not news; what concerns security is. */
  log(message: unknown, ...more: unknown[]): void {
    if (contextOf(more) === SECURITY) this.lines.info({ context: SECURITY, ...asFields(message) }, SECURITY);
  }
}

const contextOf = (more: unknown[]): string | undefined =>
  typeof more.at(-1) === 'string' && !String(more.at(-1)).includes('\n') ? String(more.at(-1)) : undefined;

function asFields(message: unknown): Record<string, unknown> {
  if (message instanceof Error) return errorForLog(message);
  return typeof message === 'object' && message !== null ? { ...message } : { message: String(message) };
}
