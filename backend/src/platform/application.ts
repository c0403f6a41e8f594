import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import { StandardSchemaSerializerInterceptor, type Type } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AnswersKeptPerRevision } from './answers.js';
import type { Environment } from './environment.js';
import { inputPipe } from './input.js';
import { ProblemFilter, problemOf } from './problem.filter.js';

/** The HTTP application with its limits, before it listens. The same for the product, its tests and its benchmark. */
export async function createApplication(
  root: Type | { module: Type },
  environment: Environment,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: 'loopback',
    bodyLimit: 1024 * 1024,
    requestTimeout: 15_000,
    connectionTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
    genReqId: () => randomUUID(),
    logger:
      environment.log === 'silent'
        ? false
        : { level: environment.log, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    disableRequestLogging: environment.log !== 'info',
    // what Fastify refuses before Nest sees it, a malformed address for one, is a problem document too
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const { problem } = problemOf(error, request.id);
      void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(root as Type, adapter, {
    logger: environment.log === 'silent' ? false : ['error', 'warn'],
    abortOnError: false,
  });
  await app.register(fastifyCookie);
  app.setGlobalPrefix('api');
  app.useGlobalPipes(inputPipe);
  app.useGlobalFilters(new ProblemFilter());
  const reflector = app.get(Reflector);
  app.useGlobalInterceptors(new AnswersKeptPerRevision(reflector), new StandardSchemaSerializerInterceptor(reflector));
  app.enableShutdownHooks();
  return app;
}
