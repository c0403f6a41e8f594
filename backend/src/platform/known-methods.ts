import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal.js';

/** What one part of an address may have; longer ones are no address of ours. */
export const longestParameter = 200;

/** Tells a path we do not have (404) from one we have, but not for this method (405, with those we have). */
export class KnownMethods {
  private readonly routes: { method: string; pattern: RegExp }[] = [];

  /** Call before the routes are registered. */
  constructor(fastify: FastifyInstance) {
    fastify.addHook('onRoute', ({ method, url }) => {
      if (!url.startsWith('/api/') || url.includes('*')) return;
      const pattern = new RegExp(`^${url.replaceAll('.', '\\.').replaceAll(/:\w+/g, `[^/]{1,${longestParameter}}`)}$`);
      for (const one of [method].flat()) this.routes.push({ method: one, pattern });
    });
    fastify.addHook('onRequest', (request, _reply, done) => {
      done(request.is404 ? this.refusalFor(request.url) : undefined);
    });
  }

  /** @returns undefined when no method would do */
  refusalFor(url: string): Refusal | undefined {
    const [path] = url.split('?', 1);
    const methods = this.routes.filter(({ pattern }) => pattern.test(path!)).map(({ method }) => method);
    if (methods.length === 0) return undefined;
    return new Refusal(405, 'method-not-allowed', { headers: { allow: [...new Set(methods)].sort().join(', ') } });
  }
}
