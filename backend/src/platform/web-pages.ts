import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { KnownMethods } from './known-methods.js';
import { pagePolicy } from './security-headers.js';

/** Built files carry a hash of their content in their name, so whoever has one has it for ever. */
const hashed = /-[\w-]{8}\.(?:js|css|woff2)(?:\.(?:br|gz))?$/;
const isFile = /\.(?:js|css|map|json|svg|png|jpg|webp|ico|woff2|txt|webmanifest)$/;
/** Where Angular looks for the nonce; the build leaves this word for us to replace. */
const noncePlace = /CSP_NONCE/g;

/**
 * Serves the built frontend: files as compressed by the build, and index.html, with a nonce of its own each time, for
 * every address that the frontend has a page for. Without a build there are no pages, and the API works alone.
 */
export async function servePages(fastify: FastifyInstance, webRoot: string, methods: KnownMethods): Promise<void> {
  const root = path.resolve(webRoot);
  const index = path.join(root, 'index.html');
  const page = fs.existsSync(index) ? fs.readFileSync(index, 'utf8') : null;
  if (page !== null) {
    await fastify.register(fastifyStatic, {
      root,
      index: false,
      wildcard: false,
      preCompressed: true,
      cacheControl: false,
      globIgnore: ['index.html*', '**/*.br', '**/*.gz'],
      setHeaders: (reply, file) => {
        reply.header('cache-control', hashed.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  // not by setNotFoundHandler: Nest sets its own, and there can be one
  fastify.get('/*', (request, reply) => {
    const [address] = request.url.split('?', 1);
    if (address === '/api' || address!.startsWith('/api/')) {
      const refusal = methods.refusalFor(request.url);
      if (refusal) throw refusal;
      return reply.callNotFound();
    }
    if (page === null || isFile.test(address!)) return reply.callNotFound();
    const nonce = randomBytes(16).toString('base64url');
    return reply
      .headers({ 'content-security-policy': pagePolicy(nonce), 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(page.replace(noncePlace, nonce));
  });
}
