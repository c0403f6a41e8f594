import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import fastifyCookie from '@fastify/cookie';
import { StandardSchemaSerializerInterceptor, type Type } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyError, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { Sessions } from './access.guard.js';
import { answerAgain } from './answer-again.js';
import { AnswersKeptPerRevision } from './answers.js';
import type { Environment } from './environment.js';
import { inputPipe } from './input.js';
import { KeptAnswers } from './kept-answers.js';
import { KnownMethods, longestParameter } from './known-methods.js';
import { serveApiDescription } from './open-api/open-api.js';
import { ProblemFilter, problemOf } from './problem.filter.js';
import { readInput } from './readable-input.js';
import { NestLog, logRequests } from './request-log.js';
import { setSecurityHeaders } from './security-headers.js';
import { servePages } from './web-pages.js';

/** The HTTP application with its limits, before it listens. The same for the product, its tests and its benchmark. */
export async function createApplication(
  root: Type | { module: Type },
  environment: Environment,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: environment.proxies,
    bodyLimit: 1024 * 1024,
    requestTimeout: 15_000,
    connectionTimeout: 30_000,
    routerOptions: { maxParamLength: longestParameter },
    requestIdHeader: false,
    genReqId: requestIdOf,
    logger: environment.log === 'silent' ? false : { level: environment.log, base: null, timestamp: isoTime },
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    // what Fastify and Node refuse before Nest sees it, a malformed address for one, is a problem document too
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const { problem } = problemOf(error, request.id);
      setSecurityHeaders(request, reply);
      void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
    },
    clientErrorHandler: refuseConnection,
  });
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    setSecurityHeaders(request, reply);
    done();
  });
  if (environment.log === 'info') logRequests(fastify);
  readInput(fastify);
  const methods = new KnownMethods(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(root as Type, adapter, {
    logger: environment.log === 'silent' ? false : new NestLog(fastify.log),
    bodyParser: false, // readInput is ours
    abortOnError: false,
  });
  await app.register(fastifyCookie);
  const answers = new KeptAnswers();
  answerAgain(fastify, answers, app.get(Sessions, { strict: false }));
  await servePages(fastify, environment.webRoot, methods);
  app.setGlobalPrefix('api');
  app.useGlobalPipes(inputPipe);
  app.useGlobalFilters(new ProblemFilter());
  const reflector = app.get(Reflector);
  app.useGlobalInterceptors(
    new AnswersKeptPerRevision(reflector, answers),
    new StandardSchemaSerializerInterceptor(reflector),
  );
  serveApiDescription(app);
  app.enableShutdownHooks();
  return app;
}

/** A caller may name its request, to find it in its log and ours. */
function requestIdOf({ headers }: { headers: Record<string, string | string[] | undefined> }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
}

const isoTime = (): string => `,"time":"${new Date().toISOString()}"`;

const statusOfFault: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** What is not even HTTP, or too slow to become a request. */
function refuseConnection(fault: { code?: string }, socket: Socket): void {
  if (fault.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const { problem } = problemOf({ statusCode: statusOfFault[fault.code ?? ''] ?? 400 }, randomUUID());
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\ncontent-type: application/problem+json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
