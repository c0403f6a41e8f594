import fs from 'node:fs';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { freePort, freshDataDir, isRunning, Product } from '../product.js';

test.describe.configure({ mode: 'serial' });

const dataDir = freshDataDir();
let running: Product | undefined;

async function start(port?: number): Promise<Product> {
  running = new Product(port ?? (await freePort()), dataDir);
  return running.ready();
}

test.afterEach(async () => {
  await running?.stop();
  running = undefined;
});
test.afterAll(() => fs.rmSync(dataDir, { recursive: true, force: true }));

async function signInTo({ url }: Product): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'prosjektleder@demo.test', password: 'planspor-demo' }),
  });
  expect(answer.status).toBeLessThan(300);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function register({ url }: Product, cookie: string, name: string): Promise<string> {
  const answer = await fetch(`${url}/api/projects`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ name, sector: 'samfunnsutvikling', phase: 'planlegging' }),
  });
  if (answer.status !== 201) throw new Error(`not registered: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { number: string }).number;
}

async function nameOf({ url }: Product, cookie: string, number: string): Promise<string> {
  const answer = await fetch(`${url}/api/projects/${number}`, { headers: { cookie } });
  return ((await answer.json()) as { name: string }).name;
}

/** Writers that go on until the product is gone. Holds what was answered, and only that. */
function writeUntilGone(
  product: Product,
  cookie: string,
): { acknowledged: Map<string, string>; over: Promise<unknown> } {
  const acknowledged = new Map<string, string>();
  const writer = async (writerName: number) => {
    for (let turn = 1; ; turn += 1) {
      const name = `Prosjekt ${turn} fra skriver ${writerName}`;
      const number = await register(product, cookie, name).catch(() => undefined);
      if (number === undefined) return;
      acknowledged.set(number, name);
    }
  };
  return { acknowledged, over: Promise.all([1, 2, 3, 4].map(writer)) };
}

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let turn = 0; turn < 600; turn += 1) {
    if (condition()) return;
    await pause(25);
  }
  throw new Error(`waited in vain until ${what}`);
}

test('a first start serves the plan and says where, and how to sign in', async () => {
  const product = await start();
  await until(() => product.said.includes('planspor-demo'), 'it says how to sign in');
  expect(product.said).toContain(product.url);
  expect(product.said).toContain('@demo.test');
  const plan = await fetch(`${product.url}/`, { headers: { accept: 'text/html' } });
  expect(plan.headers.get('content-type')).toContain('text/html');
});

test('a second start keeps what was written', async () => {
  const first = await start();
  const number = await register(first, await signInTo(first), 'Beholdes over en omstart');
  await first.stop();
  const second = await start();
  expect(await nameOf(second, await signInTo(second), number)).toBe('Beholdes over en omstart');
});

test('Ctrl-C leaves nothing running', async () => {
  const product = await start();
  const processes = product.processes();
  expect(processes.length, 'start command, backend and database').toBeGreaterThanOrEqual(3);
  expect(await product.stop()).toBe(0);
  expect(processes.filter(isRunning)).toEqual([]);
  await expect(fetch(`${product.url}/api/health/live`)).rejects.toThrow();
});

test('kill -9 of everything in the midst of writing loses no acknowledged write', async () => {
  const product = await start();
  const { acknowledged, over } = writeUntilGone(product, await signInTo(product));
  await until(() => acknowledged.size >= 40, '40 writes are acknowledged');
  await product.killAll();
  await over;

  const again = await start();
  const cookie = await signInTo(again);
  for (const [number, name] of acknowledged) expect(await nameOf(again, cookie, number), number).toBe(name);
});

test('kill -9 of the start command takes all with it, and the next start has the port and every acknowledged write', async () => {
  const product = await start();
  const processes = product.processes();
  const { acknowledged, over } = writeUntilGone(product, await signInTo(product));
  await until(() => acknowledged.size >= 20, '20 writes are acknowledged');
  await product.killStartCommand();
  await over;
  await until(() => !processes.some(isRunning), 'backend and database are gone');

  const again = await start(product.port);
  const cookie = await signInTo(again);
  for (const [number, name] of acknowledged) expect(await nameOf(again, cookie, number), number).toBe(name);
});

test('a taken port is one sentence', async () => {
  const port = await freePort();
  const taker = net.createServer().listen(port, '127.0.0.1');
  const product = new Product(port, dataDir);
  expect(await product.exitCode()).toBe(1);
  expect(product.said.trim()).toBe(
    `Port ${port} er opptatt av et annet program; velg en annen, for eksempel PORT=${port + 1} npm start.`,
  );
  taker.close();
});

for (const [name, value, sentence] of [
  ['PORT', 'abc', 'PORT må være et portnummer fra 0 til 65535, ikke «abc».'],
  ['PORT', '65536', 'PORT må være et portnummer fra 0 til 65535, ikke «65536».'],
  ['HOST', 'ingen.test', 'HOST må være en adresse på denne maskinen, ikke «ingen.test».'],
  ['PLANSPOR_DEMO', 'kanskje', 'PLANSPOR_DEMO må være on eller off, ikke «kanskje».'],
  ['DATABASE_URL', 'mysql://vert/base', 'DATABASE_URL må være på formen postgres://bruker:passord@vert:5432/database.'],
  ['DATABASE_OWNER_URL', 'postgres://vert/base', 'DATABASE_OWNER_URL må settes sammen med DATABASE_URL.'],
  ['PLANSPOR_DATA', '/dev/null/data', 'PLANSPOR_DATA kan ikke være /dev/null/data: det er ikke en mappe.'],
  ['PLANSPOR_ADMIN_EMAIL', 'kari@gjovik.test', 'PLANSPOR_ADMIN_EMAIL og PLANSPOR_ADMIN_PASSWORD må settes sammen.'],
] as const) {
  test(`a bad ${name}, ${value}, is one sentence that names it`, async () => {
    const product = new Product(await freePort(), dataDir, { [name]: value });
    expect(await product.exitCode()).toBe(1);
    expect(product.said.trim()).toBe(sentence);
  });
}

test('a database that cannot be reached is one sentence without its password', async () => {
  const port = await freePort();
  const product = new Product(await freePort(), dataDir, {
    DATABASE_URL: `postgres://planspor:hemmelig@127.0.0.1:${port}/planspor`,
  });
  expect(await product.exitCode()).toBe(1);
  expect(product.said.trim()).toBe(
    `Får ikke åpnet databasen 127.0.0.1:${port}/planspor i DATABASE_URL: connect ECONNREFUSED 127.0.0.1:${port}.`,
  );
});
