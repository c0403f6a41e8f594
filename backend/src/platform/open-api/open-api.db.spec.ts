import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type TestApplication, testApplication } from '../../../testing/test-application.js';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  $ref?: string;
  schema: object;
}
interface Described {
  path: string;
  method: string;
  operationId: string;
  summary?: string;
  tags: string[];
  security: object[];
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
  responses: Record<string, { $ref?: string; description?: string; content?: Record<string, { schema: object }> }>;
  'x-permission'?: string;
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Omit<Described, 'path' | 'method'>>>;
  components: Record<string, Record<string, object>>;
}

/** What other programs count on (design.md, "HTTP"), as far as it is built. */
const fixed = [
  'GET /api/health/live',
  'GET /api/health/ready',
  'POST /api/session',
  'GET /api/session',
  'DELETE /api/session',
  'GET /api/plans',
  'GET /api/plans/{plan}',
  'GET /api/plans/{plan}/follow-up',
  'GET /api/plans/{plan}/strategies/{code}',
  'GET /api/overview',
  'GET /api/projects',
  'POST /api/projects',
  'GET /api/projects/{number}',
  'PATCH /api/projects/{number}',
  'PUT /api/projects/{number}/contributions/{code}',
  'DELETE /api/projects/{number}/contributions/{code}',
  'GET /api/projects/{number}/status-reports',
  'POST /api/projects/{number}/status-reports',
  'GET /api/projects/{number}/history',
];

/** What anybody may do who is signed in, with her own way in. */
const ofOneself = ['readSession', 'listSessions', 'endSession', 'endOtherSessions', 'changePassword'];

describe('the description of the API', () => {
  let application: TestApplication;
  let document: Document;
  let operations: Described[];

  beforeAll(async () => {
    application = await testApplication();
    ({ body: document } = await application.nobody.get<Document>('/api/openapi.json'));
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() })),
    );
  });

  const parametersOf = (operation: Described): Parameter[] =>
    operation.parameters.map(
      (parameter) => (parameter.$ref ? resolve(document, parameter.$ref) : parameter) as Parameter,
    );

  it('is OpenAPI 3.1', () => {
    expect([document.openapi, document.info.title]).toEqual(['3.1.0', 'Planspor']);
    for (const { path, parameters, responses } of operations) {
      expect(path).toMatch(/^\/api\//);
      expect(Array.isArray(parameters)).toBeTrue();
      for (const [status, response] of Object.entries(responses)) {
        expect(status).toMatch(/^([1-5]\d\d|default)$/);
        expect(response.$ref ?? response.description)
          .withContext(`${path} ${status}`)
          .toBeTruthy();
      }
    }
  });

  it('has nothing of OpenAPI 3.0 in its schemas', () => {
    for (const schema of everySchema(document)) {
      expect(Object.keys(schema)).not.toContain('nullable');
      expect(Object.keys(schema)).not.toContain('example');
      expect(Object.keys(schema)).not.toContain('definitions');
      expect(typeof (schema as { exclusiveMinimum?: unknown }).exclusiveMinimum).not.toBe('boolean');
    }
  });

  it('points only at what it has', () => {
    const references = everyReference(document);
    expect(references.length).toBeGreaterThan(100);
    for (const reference of references) expect(resolve(document, reference)).withContext(reference).toBeDefined();
  });

  it('has every handler of the application', () => {
    const described = operations.map(({ method, path }) => `${method} ${path}`).sort();
    expect(described).toEqual(routesOf(application.app));
  });

  it('has every endpoint that other programs count on', () => {
    const described = operations.map(({ method, path }) => `${method} ${path}`);
    for (const endpoint of fixed) expect(described).toContain(endpoint);
  });

  it('calls every operation by a name of its own, says what it does and who may', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { operationId, summary, tags, security, ...more } of operations) {
      expect(operationId).toMatch(/^[a-z]+([A-Z][a-z]+)+$/);
      expect(summary)
        .withContext(operationId)
        .toMatch(/^[A-Z].+[^.]$/);
      expect(tags.length).withContext(operationId).toBe(1);
      expect(security.length === 0 || more['x-permission'] !== undefined || ofOneself.includes(operationId))
        .withContext(operationId)
        .toBeTrue();
    }
  });

  it('says what every answer holds', () => {
    for (const { operationId, responses } of operations) {
      const made = Object.entries(responses).filter(([status]) => /^2/.test(status));
      expect(made.length).withContext(operationId).toBeGreaterThan(0);
      for (const [status, { content }] of made) {
        if (status === '204') continue;
        expect(Object.values(content ?? {})[0]?.schema)
          .withContext(`${operationId} ${status}`)
          .toBeDefined();
      }
    }
  });

  it('says how every operation refuses, as problem documents', () => {
    for (const operation of operations) {
      const { operationId, responses, security, requestBody, path, method } = operation;
      const refusals = Object.keys(responses);
      const expected = [
        '503',
        'default',
        ...(security.length > 0 ? ['401'] : []),
        ...(operation['x-permission'] ? ['403'] : []),
        ...(requestBody ? ['400', '413', '415'] : []),
        ...(path.includes('{') ? ['400', '404'] : []),
        ...(security.length > 0 && method !== 'GET' ? ['422'] : []),
      ];
      expect(refusals).withContext(operationId).toEqual(jasmine.arrayContaining(expected));
      for (const status of refusals.filter((refusal) => /^[45]/.test(refusal))) {
        const response = resolve(document, responses[status]!.$ref!) as { content: object };
        expect(Object.keys(response.content)).withContext(operationId).toEqual(['application/problem+json']);
      }
    }
  });

  it('takes nothing in a body that it does not know', () => {
    const bodies = operations.flatMap(({ requestBody }) =>
      requestBody ? [requestBody.content['application/json']!.schema] : [],
    );
    expect(bodies.length).toBeGreaterThan(5);
    for (const { $ref } of bodies) {
      const schema = resolve(document, $ref!) as { additionalProperties?: boolean; examples?: unknown[] };
      expect(schema.additionalProperties).withContext($ref!).toBeFalse();
      expect(schema.examples?.length).withContext($ref!).toBeGreaterThan(0);
    }
  });

  it('names every part of a path, and the headers a write needs', () => {
    for (const operation of operations) {
      const parameters = parametersOf(operation);
      const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
      expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(inPath);
      const headers = parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name);
      const writes = operation.method !== 'GET' && operation.security.length > 0;
      expect(headers.includes('Idempotency-Key')).withContext(operation.operationId).toBe(writes);
      expect('428' in operation.responses)
        .withContext(operation.operationId)
        .toBe(headers.includes('If-Match'));
      expect('304' in operation.responses)
        .withContext(operation.operationId)
        .toBe(headers.includes('If-None-Match'));
    }
  });

  it('lets every read be asked as of a day, but for who one is', () => {
    const without = operations
      .filter(
        (operation) => operation.method === 'GET' && !parametersOf(operation).some(({ name }) => name === 'as-of'),
      )
      .map(({ operationId }) => operationId)
      .sort();
    expect(without).toEqual([
      'checkLive',
      'checkReady',
      'listDemoAccounts',
      'listOpenSessions',
      'listSessions',
      'readSession',
    ]);
  });

  it('is a page that browses it, too', async () => {
    const { status, text, headers } = await application.nobody.get('/api/docs');
    expect([status, headers['content-type']]).toEqual([200, 'text/html']);
    expect(text).toContain('Planspor API');
    expect(text).not.toMatch(/<script>(?!\s*<)/);
    expect(headers['content-security-policy']).toContain(`script-src 'self';`);
  });
});

function resolve(document: Document, reference: string): unknown {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], document);
}

function everyReference(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : everyReference(inner)));
}

function everySchema(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && typeof value.type === 'string' ? [value] : [];
  // a property may be called what a keyword is called
  return [...own, ...Object.values(value).flatMap(everySchema)];
}

/** What the router has, in the document's way of writing it. */
function routesOf(app: NestFastifyApplication): string[] {
  const lines = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }).split('\n');
  const parts: string[] = [];
  const found: string[] = [];
  for (const line of lines) {
    const match = /^([│ ]*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line);
    if (!match) continue;
    const depth = match[1]!.length / 4;
    parts.splice(depth, Infinity, match[2]!);
    const path = parts.join('').replaceAll(/:(\w+)/g, '{$1}');
    for (const method of match[3]?.split(', ') ?? []) {
      if (path.startsWith('/api/') && !/docs|openapi|\*/.test(path) && method !== 'HEAD')
        found.push(`${method} ${path}`);
    }
  }
  return [...new Set(found)].sort();
}
