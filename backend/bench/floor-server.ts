import { readFile } from 'node:fs/promises';
import fastify from 'fastify';

// Bare Fastify: the product's own bytes under the same paths, and nothing else. Arguments: port, then path and file in turn.
const [port, ...served] = process.argv.slice(2);
const app = fastify();
for (let index = 0; index < served.length; index += 2) {
  const body = await readFile(served[index + 1]!);
  app.get(served[index]!, (_, reply) =>
    reply.type('application/json; charset=utf-8').header('content-encoding', 'br').send(body),
  );
}
await app.listen({ host: '127.0.0.1', port: Number(port) });
process.send!('listening');
process.once('disconnect', () => process.exit(0));
