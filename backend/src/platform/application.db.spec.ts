import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Problem } from '#shared';
import { type TestApplication, testApplication } from '../../testing/test-application.js';
import { whenOver } from '../../testing/test-database.js';
import { LoadMunicipality } from '../identity/load-municipality.js';

const json = { 'content-type': 'application/json' };

describe('the HTTP application', () => {
  let application: TestApplication;
  let address: AddressInfo;

  beforeAll(async () => {
    application = await testApplication({ PLANSPOR_WEB: builtPages() }, [LoadMunicipality]);
    await application.app.listen(0, '127.0.0.1');
    address = application.app.getHttpServer().address() as AddressInfo;
  });

  const ask = (...given: Parameters<TestApplication['nobody']['ask']>) => application.nobody.ask(...given);

  it('answers what is malformed, too large or unknown as a problem document with a code', async () => {
    const { nobody } = application;
    const deep = `${'['.repeat(100)}${']'.repeat(100)}`;
    const refusals: [string, number, string, Promise<{ status: number; problem: Problem; headers: object }>][] = [
      ['malformed path', 400, 'malformed-address', nobody.get('/api/%')],
      ['half a percent', 400, 'malformed-address', nobody.get('/api/plans/%E0%A4%A')],
      ['unknown path', 404, 'not-found', nobody.get('/api/nothing')],
      ['unknown path, written', 404, 'not-found', nobody.post('/api/nothing', {})],
      ['the prefix alone', 404, 'not-found', nobody.get('/api')],
      ['too long a part', 404, 'not-found', nobody.get(`/api/projects/${'9'.repeat(201)}`)],
      ['half a document', 400, 'malformed-json', nobody.post('/api/session', '{"email":', json)],
      ['no document', 400, 'malformed-json', nobody.post('/api/session', '', json)],
      ['a poisoned prototype', 400, 'malformed-json', nobody.post('/api/session', '{"__proto__":{"a":1}}', json)],
      ['lists in lists', 400, 'nested-too-deep', nobody.post('/api/session', deep, json)],
      ['a NUL', 400, 'malformed-text', nobody.post('/api/session', '{"email":"a\\u0000"}', json)],
      ['half a character', 400, 'malformed-text', nobody.post('/api/session', '{"email":"\\ud800"}', json)],
      ['a NUL in the query', 400, 'malformed-text', nobody.get('/api/municipality?as-of=%00')],
      ['text', 415, 'unsupported-media-type', nobody.post('/api/session', 'x', { 'content-type': 'text/plain' })],
      [
        'a form of another site',
        415,
        'unsupported-media-type',
        nobody.post('/api/session', 'email=x', { 'content-type': 'application/x-www-form-urlencoded' }),
      ],
      [
        'compressed input',
        415,
        'unsupported-media-type',
        nobody.post('/api/session', '{}', { ...json, 'content-encoding': 'gzip' }),
      ],
      ['a megabyte', 413, 'body-too-large', nobody.post('/api/session', `"${'a'.repeat(1_048_576)}"`, json)],
      ['a repeated parameter', 400, 'invalid-input', nobody.get('/api/municipality?as-of=2020-01-01&as-of=2020-01-02')],
      ['an unknown parameter', 400, 'invalid-input', nobody.get('/api/municipality?asof=2020-01-01')],
      [
        'an unknown field',
        400,
        'invalid-input',
        nobody.post('/api/session', { email: 'a', password: 'b', admin: true }),
      ],
    ];
    for (const [what, status, code, answer] of refusals) {
      const { problem, ...got } = await answer;
      expect(got.status).withContext(what).toBe(status);
      expect((got.headers as Record<string, string>)['content-type'])
        .withContext(what)
        .toMatch(/^application\/problem\+json/);
      expect([problem.code, problem.status, problem.type])
        .withContext(what)
        .toEqual([code, status, `urn:planspor:problem:${code}`]);
      expect(problem.requestId)
        .withContext(what)
        .toMatch(/^[\da-f-]{36}$/);
      expect(JSON.stringify(problem))
        .withContext(what)
        .not.toMatch(/node_modules|\.js:\d|at \w+ \(/);
    }
  });

  it('names the fields that are wrong', async () => {
    const { problem } = await application.nobody.post('/api/session', { password: 1, extra: true });
    expect(problem.fields).toEqual([
      { path: 'email', code: 'required', message: jasmine.any(String) },
      { path: 'password', code: 'invalid-type', message: jasmine.any(String) },
      { path: 'extra', code: 'unknown-field', message: jasmine.any(String) },
    ]);
  });

  it('refuses bytes that are not UTF-8', async () => {
    const response = await fetch(`http://127.0.0.1:${address.port}/api/session`, {
      method: 'POST',
      headers: json,
      body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
    });
    expect([response.status, ((await response.json()) as Problem).code]).toEqual([400, 'malformed-text']);
  });

  it('says which methods an address has when asked with another', async () => {
    for (const [method, url, allow] of [
      ['POST', '/api/people', 'GET, HEAD'],
      ['PUT', '/api/session', 'DELETE, GET, HEAD, POST'],
      ['OPTIONS', '/api/session', 'DELETE, GET, HEAD, POST'],
      ['DELETE', '/api/projects/2026-001', 'GET, HEAD, PATCH'],
      ['GET', '/api/session/link', 'POST'],
    ] as const) {
      const { status, problem, headers } = await ask(method, url);
      expect([status, problem.code, headers['allow']])
        .withContext(`${method} ${url}`)
        .toEqual([405, 'method-not-allowed', allow]);
    }
  });

  it('sets what browsers guard people by on every answer', async () => {
    for (const url of ['/', '/api/municipality', '/api/people', '/api/nothing', '/api/%', '/main-q-1wyyCL.js']) {
      const { headers } = await application.nobody.get(url);
      expect(headers['content-security-policy'])
        .withContext(url)
        .toMatch(/default-src 'none';.*frame-ancestors 'none'/);
      expect(headers['x-content-type-options']).withContext(url).toBe('nosniff');
      expect(headers['referrer-policy']).withContext(url).toBe('same-origin');
      expect(headers['permissions-policy']).withContext(url).toContain('camera=()');
      expect(headers['x-request-id'])
        .withContext(url)
        .toMatch(/^[\da-f-]{36}$/);
      expect(headers['strict-transport-security']).withContext(url).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
    }
    const secured = await application.nobody.get('/', { 'x-forwarded-proto': 'https' });
    expect(secured.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });

  it('serves the page with a nonce of its own each time, for every address the page has', async () => {
    const nonces = new Set<string>();
    for (const url of [
      '/',
      '/index.html',
      '/plan/langtidsplan-2018/BY-A1.3',
      '/prosjekt/2026-001?fane=status',
      '/logg-inn',
    ]) {
      const { status, text, headers } = await application.nobody.get(url);
      expect([status, headers['content-type'], headers['cache-control']])
        .withContext(url)
        .toEqual([200, 'text/html; charset=utf-8', 'no-store']);
      const nonce = /<app-root ngCspNonce="([\w-]{22})">/.exec(text)?.[1];
      expect(headers['content-security-policy'])
        .withContext(url)
        .toContain(`script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}';`);
      expect(headers['content-security-policy']).not.toContain('unsafe');
      nonces.add(nonce!);
    }
    expect(nonces.size).toBe(5);
  });

  it('serves built files compressed, for ever when their name has a hash', async () => {
    const script = await application.nobody.get('/main-q-1wyyCL.js', { 'accept-encoding': 'br' });
    expect([
      script.status,
      script.headers['content-encoding'],
      script.headers['cache-control'],
      script.headers['vary'],
    ]).toEqual([200, 'br', 'public, max-age=31536000, immutable', 'accept-encoding']);
    expect((await application.nobody.get('/main-q-1wyyCL.js')).text).toBe('console.log(1);');
    expect((await application.nobody.get('/favicon.svg')).headers['cache-control']).toBe('no-cache');
    for (const url of [
      '/main-gone0000.js',
      '/i18n/xx.json',
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2f..%2fetc/passwd.txt',
    ]) {
      const { status, problem } = await application.nobody.get(url);
      expect([status, problem.code]).withContext(url).toEqual([404, 'not-found']);
    }
  });

  it('takes no write from another site, whatever cookie comes with it', async () => {
    const client = await application.as('kommunalsjef');
    const host = 'planspor.kommune.example';
    const write = async (headers: Record<string, string>) =>
      (await client.post('/api/session', {}, { host, ...headers })).problem.code;
    expect(await write({ 'sec-fetch-site': 'cross-site' })).toBe('foreign-origin');
    expect(await write({ 'sec-fetch-site': 'same-site' })).toBe('foreign-origin');
    expect(await write({ origin: 'https://evil.example' })).toBe('foreign-origin');
    expect(await write({ origin: `https://${host}.evil.example` })).toBe('foreign-origin');
    expect(await write({ origin: 'null' })).toBe('foreign-origin');
    // our own pages, a bookmark, and programs
    expect(await write({ 'sec-fetch-site': 'same-origin', origin: 'https://behind-a-proxy.example' })).toBe(
      'invalid-input',
    );
    expect(await write({ 'sec-fetch-site': 'none' })).toBe('invalid-input');
    expect(await write({ origin: `https://${host}` })).toBe('invalid-input');
    expect(await write({})).toBe('invalid-input');
  });

  it('lets the caller name the request, in words that cannot forge a log line', async () => {
    const named = async (name: string) =>
      (await application.nobody.get('/api/people', { 'x-request-id': name })).problem.requestId;
    expect(await named('browser-42.a')).toBe('browser-42.a');
    expect(await named('short')).not.toBe('short');
    expect(await named('{"level":50}')).not.toBe('{"level":50}');
    expect(await named('x'.repeat(65))).not.toBe('x'.repeat(65));
  });

  it('answers what is not even HTTP', async () => {
    const garbage = await raw(address.port, 'NONSENSE\r\n\r\n');
    expect(garbage).toMatch(/^HTTP\/1\.1 400 Bad Request\r\ncontent-type: application\/problem\+json/);
    const heavy = await raw(address.port, `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(heavy).toMatch(/^HTTP\/1\.1 431 .*"code":"headers-too-large"/s);
  });

  it('does without pages where none are built', async () => {
    const bare = await testApplication({ PLANSPOR_WEB: '/nowhere' }, []);
    const { status, problem } = await bare.nobody.get('/');
    expect([status, problem.code]).toEqual([404, 'not-found']);
    expect((await bare.nobody.get('/api/health/ready')).body).toEqual({ status: 'ok' });
  });
});

/** A built frontend in small. */
function builtPages(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planspor-pages-'));
  whenOver(() => fs.promises.rm(folder, { recursive: true }));
  const script = 'console.log(1);';
  fs.writeFileSync(path.join(folder, 'index.html'), '<base href="/"><app-root ngCspNonce="CSP_NONCE"></app-root>');
  fs.writeFileSync(path.join(folder, 'main-q-1wyyCL.js'), script);
  fs.writeFileSync(path.join(folder, 'main-q-1wyyCL.js.br'), brotliCompressSync(script));
  fs.writeFileSync(path.join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return folder;
}

function raw(port: number, sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(sent));
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (received += text));
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}
