import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RunningPostgres, startPostgres as Start } from '../../embedded-postgres.mjs';
import { type Answer, Client } from '../../testing/test-application.js';
import { whenOver } from '../../testing/test-database.js';
import { AppModule } from '../app.module.js';
import { LoadMunicipality } from '../identity/load-municipality.js';
import { createApplication } from './application.js';
import { readEnvironment } from './environment.js';
import { runFirstStart } from './first-start.js';
import { migrate } from './migrate.js';

/** A PostgreSQL of this spec's own that can be stopped and started, always at one address. */
class StoppableServer {
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planspor-away-'));
  private readonly relay: net.Server;
  private server: RunningPostgres | undefined;

  constructor() {
    fs.chmodSync(this.folder, 0o755);
    this.relay = net.createServer((incoming) => {
      const port = this.server && Number(new URL(this.server.url).port);
      if (!port) return incoming.destroy();
      const outgoing = net.connect(port, '127.0.0.1');
      for (const [one, other] of [
        [incoming, outgoing],
        [outgoing, incoming],
      ] as const)
        one.on('error', () => other.destroy()).on('close', () => other.destroy());
      incoming.pipe(outgoing).pipe(incoming);
      return undefined;
    });
  }

  /** @returns the address, the same each time */
  async start(): Promise<string> {
    const launcher = pathToFileURL(path.resolve('backend/embedded-postgres.mjs')).href;
    const { startPostgres } = (await import(launcher)) as { startPostgres: typeof Start };
    this.server = await startPostgres({ dir: path.join(this.folder, 'postgres'), stateDir: this.folder });
    if (!this.relay.listening) await new Promise<void>((resolve) => this.relay.listen(0, '127.0.0.1', resolve));
    const url = new URL(this.server.url);
    url.port = String((this.relay.address() as AddressInfo).port);
    return url.href;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    await server?.stop();
  }

  async remove(): Promise<void> {
    await this.stop();
    this.relay.close();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

describe('while the database is away', () => {
  const server = new StoppableServer();
  let app: NestFastifyApplication;
  let client: Client;
  let nobody: Client;

  beforeAll(async () => {
    whenOver(() => server.remove());
    const environment = readEnvironment({
      DATABASE_URL: await server.start(),
      DATABASE_POOL: '4',
      PLANSPOR_LOG: 'silent',
    });
    await migrate(environment.databaseUrl);
    app = await createApplication(AppModule.with(environment), environment);
    whenOver(() => app.close());
    await runFirstStart(app, environment.databaseUrl, [LoadMunicipality], () => undefined);
    await app.init();
    nobody = new Client(app, null);
    const { headers } = await nobody.post('/api/session', { email: 'controller@demo.test', password: 'planspor-demo' });
    client = new Client(app, String(headers['set-cookie']).split(';')[0]!);
  });

  it('requests are answered 503 with when to try again, and are answered again when it is back', async () => {
    const seen: Answer[] = [];
    let asking = true;
    const load = Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        while (asking) {
          seen.push(await client.get(`/api/people?size=${index + 1}&q=${seen.length}`));
          seen.push(await nobody.get('/api/municipality'));
          await sleep(5);
        }
      }),
    );
    await sleep(200);
    await server.stop();
    await sleep(500);
    expect((await nobody.get('/api/health/live')).status).toBe(200);
    expect((await nobody.get('/api/health/ready')).status).toBe(503);
    const signIn = await nobody.post('/api/session', { email: 'controller@demo.test', password: 'planspor-demo' });
    expect([signIn.status, signIn.problem.code, signIn.headers['retry-after']]).toEqual([503, 'database-away', '2']);

    await server.start();
    const back = Date.now();
    while ((await client.get('/api/people')).status !== 200 && Date.now() - back < 10_000) await sleep(50);
    const sinceBack = seen.length;
    await sleep(500);
    asking = false;
    await load;

    expect(new Set(seen.map(({ status }) => status))).toEqual(new Set([200, 503]));
    for (const { status, problem, headers } of seen)
      if (status === 503) expect([problem.code, headers['retry-after']]).toEqual(['database-away', '2']);
    const after = seen.slice(sinceBack + 16);
    expect(after.length).toBeGreaterThan(0);
    expect(after.every(({ status }) => status === 200)).toBeTrue();
  });

  it('nothing that is begun is lost or half done, and nobody is signed out', async () => {
    await server.stop();
    await server.start();
    const back = Date.now();
    while ((await client.get('/api/session')).status !== 200 && Date.now() - back < 10_000) await sleep(50);
    expect((await client.get<{ total: number }>('/api/people')).body.total).toBe(12);
  });
});
