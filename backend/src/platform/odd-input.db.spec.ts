import type { Client, TestApplication } from '../../testing/test-application.js';
import { testApplication } from '../../testing/test-application.js';

interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  examples?: unknown[];
}
interface Described {
  operationId: string;
  security: object[];
  parameters: { name: string; in: string; required?: boolean; schema: Schema; $ref?: string }[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
}
interface Document {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}
interface Try {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  body?: unknown;
  /** The record whose version a write is held against. */
  record?: string;
}

/** What people, spreadsheets and attackers send where something else is meant. */
const oddTexts = [
  '',
  ' ',
  '-1',
  '1e400',
  `'; drop table project; --`,
  '%',
  '../../etc/passwd',
  '=1+1',
  'ÆØÅ 👩‍🚒\u202e\ufeff',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(150),
];
const oddValues: unknown[] = [
  ...oddTexts.filter((_, index) => index % 2 === 0),
  null,
  true,
  0,
  -1,
  0.1,
  1e308,
  9_007_199_254_740_991,
  9_007_199_254_740_992,
  [],
  [null],
  ['x', ['y']],
  {},
  { toString: 'x' },
  'x'.repeat(20_000),
];

describe('odd input', () => {
  let application: TestApplication;
  let director: Client;
  let document: Document;
  let known: Record<string, string>;

  beforeAll(async () => {
    application = await testApplication({ PLANSPOR_DEMO: 'on' });
    director = await application.as('kommunedirektor');
    ({ body: document } = await director.get<Document>('/api/openapi.json'));
    const { body: projects } = await director.get<{ items: { number: string }[] }>('/api/projects');
    known = { plan: 'langtidsplan-2018', code: 'BY-A1', number: projects.items[0]!.number, year: '2026', q: 'by' };
  });

  const operations = (): [string, Try['method'], Described][] =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { operationId }]) => !['signOut', 'signInByLink', 'changePassword'].includes(operationId))
        .map(
          ([method, operation]) =>
            [path, method.toUpperCase() as Try['method'], operation] as [string, Try['method'], Described],
        ),
    );
  const schemaOf = (schema: Schema): Schema =>
    schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1)!]! : schema;
  const filled = (path: string, values: Record<string, string>): string =>
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? randomId));
  const recordOf = (path: string): string | undefined => {
    const record = /^\/api\/(projects\/\{number\}|plans\/\{plan\}\/strategies\/\{code\}|plans\/\{plan\})/.exec(
      path,
    )?.[0];
    return record && filled(record, known);
  };

  const versions = new Map<string, number>();
  const versionOf = async (record: string): Promise<number> => {
    const seen = versions.get(record) ?? (await director.get<{ version: number }>(record)).body.version;
    versions.set(record, seen);
    return seen;
  };

  async function neverFails(tries: Try[]): Promise<void> {
    expect(tries.length).toBeGreaterThan(200);
    for (const { method, url, body, record } of tries) {
      const headers = record && method !== 'GET' ? { 'if-match': `"v${await versionOf(record)}"` } : undefined;
      const answer = await director.ask(method, url, body, headers);
      if (answer.status < 400) versions.clear();
      else if (
        answer.status >= 500 ||
        !answer.problem?.code ||
        !/problem\+json/.test(answer.headers['content-type'] ?? '')
      )
        fail(`${method} ${url} ${JSON.stringify(body)?.slice(0, 300)}: ${answer.status} ${answer.text.slice(0, 300)}`);
    }
  }

  it('in a path is refused or answered, never a fault', async () => {
    const tries = operations().flatMap(([path, method]) => {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
      return names.flatMap((name) =>
        oddTexts.map((odd) => ({
          method,
          url: filled(path, { ...known, [name]: odd }),
          ...(method === 'GET' ? {} : { body: {} }),
        })),
      );
    });
    await neverFails(tries);
  });

  it('in a query is refused or answered, never a fault', async () => {
    const tries = operations().flatMap(([path, method, { parameters }]) => {
      const inQuery = parameters.filter((parameter) => parameter.in === 'query');
      return inQuery.flatMap(({ name }) =>
        oddTexts.map((odd) => {
          const query = new URLSearchParams(
            Object.fromEntries(
              inQuery.filter(({ required }) => required).map((other) => [other.name, known[other.name]!]),
            ),
          );
          query.set(name, odd);
          return {
            method,
            url: `${filled(path, known)}?${query.toString()}`,
            ...(method === 'GET' ? {} : { body: {} }),
          };
        }),
      );
    });
    await neverFails(tries);
  });

  it('in a body is refused or answered, never a fault', async () => {
    const tries = operations().flatMap(([path, method, { requestBody }]) => {
      if (!requestBody) return [];
      const { properties = {}, examples = [] } = schemaOf(requestBody.content['application/json'].schema);
      const example = (examples[0] ?? {}) as Record<string, unknown>;
      const record = recordOf(path);
      const url = filled(path, known);
      const whole = [null, [], 'x', 1, {}, [[]]].map((body) => ({ method, url, body, ...(record ? { record } : {}) }));
      const fields = Object.entries(properties).flatMap(([name, property]) => {
        const inner = property.type === 'array' ? [[{}], [[]], Array(500).fill({})] : [];
        return [...oddValues, ...inner].map((odd) => ({
          method,
          url,
          body: { ...example, [name]: odd },
          ...(record ? { record } : {}),
        }));
      });
      return [...whole, ...fields];
    });
    await neverFails(tries);
  });

  it('in a header is refused or ignored, never a fault', async () => {
    const headers = [
      'accept-language',
      'if-none-match',
      'if-match',
      'idempotency-key',
      'cookie',
      'origin',
      'sec-fetch-site',
      'accept',
    ];
    for (const header of headers) {
      for (const odd of ['', ' ', ',', ';;;', '"', '*', 'x'.repeat(2000), 'q=0;q=1', '\u00e6\u00f8', '0'.repeat(50)]) {
        for (const [method, url] of [
          ['GET', '/api/overview'],
          ['POST', '/api/projects'],
        ] as const) {
          const { status, problem } = await director.ask(method, url, method === 'GET' ? undefined : {}, {
            [header]: odd,
          });
          expect(status < 500 && (status < 400 || problem?.code !== undefined))
            .withContext(`${header}: ${odd.slice(0, 40)} ${method} ${status}`)
            .toBeTrue();
        }
      }
    }
  });
});

/** A record that is not there. */
const randomId = '7d444840-9dc0-4d11-b245-5ffdce74fad2';
