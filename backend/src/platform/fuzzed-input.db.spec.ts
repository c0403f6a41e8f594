import { type DescribedOperation, type DescribedSchema, describedOperations } from '../../testing/described-reads.js';
import { registerProject } from '../../testing/projects.js';
import { seeded } from '../../testing/portfolio.js';
import {
  type Answer,
  type Client,
  type TestApplication,
  type TestRole,
  testApplication,
} from '../../testing/test-application.js';

const seed = 20261123;
/** How long a machine that is busy with other work may go on; a quiet one asks every question in a third of it. */
const longestMilliseconds = 40_000;
const askers: readonly TestRole[] = ['kommunedirektor', 'administrator', 'kommunalsjef', 'prosjektleder', 'folkevalgt'];

/** What is no text of anybody's, or one that somebody hopes will be read as something else. */
const oddTexts: readonly string[] = [
  ...[
    '',
    ' ',
    '\t\r\n',
    '-',
    '-1',
    '0',
    '1e400',
    'NaN',
    'null',
    'true',
    '[]',
    '{}',
    '%',
    '%00',
    '..',
    '../../etc/passwd',
  ],
  ...['2026-02-30', '2026-13-01', '0000-01-01', '9999-12-31', '2026-11-23T25:61:00Z', '2026-11-23T10:00:00.000000001Z'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', `'; drop table project; --`, '$1', '=1+1', '<b>x</b>'],
  ...['00000000-0000-0000-0000-000000000000', '7d444840-9dc0-4d11-b245-5ffdce74fad2', '2026-001', 'BY-A1', 'ÆØÅ'],
  ...['\u0000', 'a\u0000b', '\ud800', '\udc00x', '\u202e\ufeff', '👩‍🚒', 'e\u0301', 'x'.repeat(300), 'æ'.repeat(9_000)],
];
const oddNumbers: readonly number[] = [
  ...[0, -0, -1, 1, 0.1, -1e-300, 1e21, 1e308, -1e308, 2_147_483_648, -2_147_483_649],
  ...[9_007_199_254_740_991, 9_007_199_254_740_992, -9_007_199_254_740_992],
];
const deep = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
const oddThings: readonly unknown[] = [
  ...[null, true, false, [], [null], [[]], {}, { a: {} }, deep(49), deep(200)],
  ...[{ length: -1 }, { toString: 1 }, JSON.parse('{"constructor":{"prototype":{"x":1}}}'), Array(300).fill({})],
];
/** What is not sent as made from an object: not JSON, JSON twice over, and names that mean something to JavaScript. */
const oddBodies: readonly string[] = [
  ...['', '{', 'null', 'true', '1', '"x"', '[]', '{}{}', '{"a":1,"a":2}', '{"__proto__":{"admin":true}}', '\ufeff{}'],
  ...[
    '{"name":"\\ud800"}',
    '{"name":"\\u0000"}',
    '{"a":1e999}',
    '['.repeat(100_000),
    `{"a":"${'x'.repeat(1_200_000)}"}`,
  ],
];
const oddHeaders: readonly Record<string, string>[] = [
  ...['', '*', 'W/"v1"', '"v-1"', '"v99999999999999999999"', '"v1e3"', '"v1", "v2"', 'v1'].map((tag) => ({
    'if-match': tag,
  })),
  ...['', '*', '"', '"v1.x"'].map((tag) => ({ 'if-none-match': tag })),
  ...['', 'short', 'x'.repeat(201), 'with space in it'].map((key) => ({ 'idempotency-key': key })),
  ...['', 'x', '*;q=9', 'nb;q=abc', ','.repeat(500)].map((language) => ({ 'accept-language': language })),
  ...['', 'text/plain', 'application/json; charset=utf-16', 'application/xml'].map((type) => ({
    'content-type': type,
  })),
  { origin: 'null' },
  { origin: 'https://example.test' },
  { 'sec-fetch-site': 'cross-site' },
  { 'content-encoding': 'gzip' },
  { accept: 'application/xml' },
  { cookie: 'planspor=%00; planspor=x' },
  { 'x-forwarded-for': 'x, y', 'x-forwarded-proto': 'javascript', host: 'a b' },
  { 'x-request-id': `${'x'.repeat(65)}` },
];

describe('whatever is sent', () => {
  let application: TestApplication;
  let operations: DescribedOperation[];
  let known: Record<string, readonly string[]>;
  const random = seeded(seed);
  const one = <Kind>(of: readonly Kind[]): Kind => of[random(of.length)]!;

  beforeAll(async () => {
    application = await testApplication();
    operations = await describedOperations(application);
    const leader = await application.as('kommunedirektor');
    const projects = [await registerProject(leader), await registerProject(await application.as('prosjektleder'))];
    known = {
      ...{ plan: ['langtidsplan-2018'], code: ['BY-A1', 'BY-A1.1', 'KLIMA-I1'], year: ['2026'], q: ['by'] },
      number: projects.map(({ number }) => number),
    };
  });

  /** A value the schema asks for, mostly. */
  function sensible(schema: DescribedSchema): unknown {
    const [example] = schema.examples ?? [];
    if (example !== undefined) return example;
    if (schema.enum) return one(schema.enum);
    if (schema.anyOf) return sensible(one(schema.anyOf));
    if (schema.format === 'date') return '2026-06-18';
    if (schema.format === 'uuid') return '7d444840-9dc0-4d11-b245-5ffdce74fad2';
    if (schema.properties)
      return Object.fromEntries(Object.entries(schema.properties).map(([name, inner]) => [name, sensible(inner)]));
    const values: Record<string, unknown> = {
      string: 'Vegen gir sentrum en ny adkomst.',
      integer: 1,
      number: 1,
      null: null,
    };
    return values[one([schema.type ?? 'string'].flat())] ?? [];
  }

  const odd = (): unknown => one<() => unknown>([() => one(oddTexts), () => one(oddNumbers), () => one(oddThings)])();

  /** A body as it should be, with one or two things in it that should not. */
  function spoilt(schema: DescribedSchema): unknown {
    const body = sensible(schema);
    if (typeof body !== 'object' || body === null || random(12) === 0) return odd();
    const names = Object.keys(schema.properties ?? {});
    const spoiled: Record<string, unknown> = { ...body };
    for (let turn = random(3); turn >= 0 && names.length > 0; turn -= 1) {
      const name = one(names);
      const act = random(8);
      const items = schema.properties![name]!.items;
      if (act === 0) delete spoiled[name];
      else if (act === 1) spoiled[one(oddTexts)] = odd();
      else spoiled[name] = items && random(2) === 0 ? [spoilt(items), spoilt(items)] : odd();
    }
    return spoiled;
  }

  const escaped = (text: string): string =>
    !/\p{Surrogate}/u.test(text) ? encodeURIComponent(text) : one(['%ED%A0%80', '%ff', '%', '%zz', '%00']);

  function addressOf({ path, parameters, required }: DescribedOperation): string {
    const value = (name: string): string =>
      escaped(random(4) > 0 && known[name] ? one(known[name]) : random(3) > 0 ? sensibleId : one(oddTexts));
    const asked = parameters
      .filter((parameter) => parameter.in === 'query' && (required.includes(parameter.name) || random(3) === 0))
      .map(({ name }) => `${name}=${random(3) > 0 ? escaped(one(oddTexts)) : value(name)}`);
    if (random(15) === 0) asked.push(`${escaped(one(oddTexts))}=${escaped(one(oddTexts))}`);
    if (random(15) === 0 && asked.length > 0) asked.push(asked[0]!);
    return `${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => value(name))}${asked.length > 0 ? `?${asked.join('&')}` : ''}`;
  }

  async function ask(operation: DescribedOperation): Promise<{ question: string; answer: Answer }> {
    const role = random(8) === 0 ? null : one(askers);
    const client: Client = role ? await application.as(role) : application.nobody;
    const url = addressOf(operation);
    const version = operation.needsVersion && random(3) > 0 ? await versionOf(operation, url) : undefined;
    const headers: Record<string, string> = {
      ...(version === undefined ? {} : { 'if-match': `"v${version}"` }),
      ...(random(6) === 0 ? one(oddHeaders) : {}),
    };
    const raw = random(15) === 0 ? one(oddBodies) : undefined;
    const body = raw ?? (operation.body && spoilt(operation.body));
    const type: Record<string, string> = raw === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await client.ask(operation.method as 'POST', url, body, { ...type, ...headers });
    const told = [role, operation.method, url, JSON.stringify(headers), JSON.stringify(body)?.slice(0, 300)].join(' ');
    return { question: told, answer };
  }

  /** Of the record that the address is of, as somebody reads it who may; most questions are stopped before it counts. */
  async function versionOf({ path }: DescribedOperation, url: string): Promise<number | undefined> {
    const depth = /^\/api\/projects\/\{number\}/.test(path) ? 4 : path.includes('/strategies/') ? 6 : 4;
    const record = url.split('?', 1)[0]!.split('/').slice(0, depth).join('/');
    const { body } = await (await application.as('kommunedirektor')).get<{ version?: number } | undefined>(record);
    return typeof body?.version === 'number' ? body.version : undefined;
  }

  it('is answered or refused with a problem document and a code, and never is a fault of ours', async () => {
    const began = performance.now();
    const statuses = new Map<number, number>();
    let asked = 0;
    for (let round = 0; round < 60 && performance.now() - began < longestMilliseconds; round += 1)
      for (const operation of operations) {
        if (operation.operationId === 'signOut') continue;
        const { question, answer } = await ask(operation);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        asked += 1;
        const refused = answer.status >= 400;
        const isProblem =
          /^application\/problem\+json/.test(answer.headers['content-type'] ?? '') &&
          answer.problem.status === answer.status &&
          /^[a-z]+(-[a-z\d]+)*$/.test(answer.problem.code);
        if (answer.status >= 500 || (refused && !isProblem))
          fail(`seed ${seed}: ${question}: ${answer.status} ${answer.text.slice(0, 300)}`);
      }
    expect(asked).toBeGreaterThan(operations.length * 5);
    // questions that are all stopped at the door would show nothing
    for (const status of [200, 400, 401, 403, 404])
      expect(statuses.get(status)).withContext(`${status}`).toBeGreaterThan(5);
  });

  it('leaves a history that says of every table just what the table says', async () => {
    for (const operation of operations.filter(({ method }) => method !== 'GET')) await ask(operation);
    const { dataSource } = application.database;
    const tables = await dataSource.query<{ name: string; columns: string }[]>(`
      select kept.relname as name, string_agg(quote_ident(attribute.attname), ', ' order by attribute.attname) as columns
      from pg_class kept
      join pg_namespace on pg_namespace.oid = kept.relnamespace and pg_namespace.nspname = 'history'
      join pg_class now on now.relname = kept.relname and now.relnamespace = 'public'::regnamespace
      join pg_attribute attribute on attribute.attrelid = kept.oid and attribute.attnum > 0 and not attribute.attisdropped
      join pg_attribute present on present.attrelid = now.oid and present.attname = attribute.attname
      where kept.relkind = 'r' group by kept.relname`);
    expect(tables.length).toBeGreaterThan(10);
    for (const { name, columns } of tables) {
      const [now, kept] = [
        `select ${columns} from public.${name}`,
        `select ${columns} from history.${name} where upper_inf(valid)`,
      ];
      const [row] = await dataSource.query<[{ differing: number }]>(
        `select count(*)::int as differing from ((${now} except all ${kept}) union all (${kept} except all ${now})) one`,
      );
      expect(row.differing).withContext(name).toBe(0);
      const [broken] = await dataSource.query<[{ n: number }]>(
        `select count(*)::int as n from history.${name} kept
         where not exists (select 1 from change where change.number = kept.change_number)
           or (kept.closed_by is null) <> upper_inf(kept.valid)`,
      );
      expect(broken.n).withContext(name).toBe(0);
    }
  });

  it('spoils no name that JavaScript itself uses', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });
});

const sensibleId = '7d444840-9dc0-4d11-b245-5ffdce74fad2';
