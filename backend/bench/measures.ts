import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ProjectSort, type SubmitStatusReportInput } from '#shared';
import type { DataSource } from 'typeorm';
import { requestText } from './http-load.js';
import type { Asked, Statement } from './load.js';
import { statementsOf } from './statements.js';

/** One thing people do, beside what it cannot be quicker than. */
export interface Measure {
  readonly key: MeasureKey;
  readonly name: string;
  readonly floorName: string;
  readonly connections: readonly number[];
  readonly product: Asked;
  readonly floor: Asked;
  /** A change comes before each act, or before each round, so that nothing is answered from what is kept. */
  readonly changes: 'none' | 'each-act' | 'each-round';
  /** How many acts there are before they repeat. */
  readonly variants: number;
}

export const measureKeys = [
  'overview-again',
  'follow-up-again',
  'overview-first',
  'follow-up-first',
  'project-list',
  'one-project',
  'status-report',
] as const;
export type MeasureKey = (typeof measureKeys)[number];

export interface Ports {
  readonly product: number;
  readonly floor: number;
}

const many = [1, 16, 64] as const;
/** One for each connection. */
export const sessions = Math.max(...many);

/** The paths of the two pages whose bytes are also served by bare Fastify. */
export const pages = { overview: '/api/overview', followUp: '/api/plans/langtidsplan-2018/follow-up' } as const;

/**
 * Makes the measures of one database. The product is asked in-process once for each kind of read, to hear which
 * statements it sends; the same statements, with the same values, are the floor.
 */
export async function measuresOn(
  app: NestFastifyApplication,
  dataSource: DataSource,
  { url, cookies, ports, variants }: { url: string; cookies: readonly string[]; ports: Ports; variants: number },
): Promise<{ measures: Measure[]; changes: string[] }> {
  const headers = { cookie: cookies[0]!, 'accept-encoding': 'br', 'accept-language': 'nb' };
  const get = (path: string): string => requestText('GET', path, headers);
  const ask = async (method: 'GET' | 'POST', path: string, payload?: string): Promise<void> => {
    const answer = await app.inject({
      method,
      url: path,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(payload === undefined ? {} : { payload }),
    });
    if (answer.statusCode > 299) throw new Error(`${method} ${path} answered ${answer.statusCode}: ${answer.body}`);
  };

  const projects = await dataSource.query<{ number: string; lifecycle: string }[]>(
    'select number, lifecycle from project order by md5(number) limit $1',
    [variants],
  );
  const reportable = projects.filter(({ lifecycle }) => lifecycle === 'in-progress');
  const report = JSON.stringify(statusReport);
  const changes = reportable.map(({ number }) =>
    requestText(
      'POST',
      `/api/projects/${number}/status-reports`,
      { ...headers, 'content-type': 'application/json' },
      report,
    ),
  );
  const change = (): Promise<void> => ask('POST', `/api/projects/${reportable[0]!.number}/status-reports`, report);
  const actsFor = async (paths: readonly string[]): Promise<Statement[][]> => {
    const acts: Statement[][] = [];
    for (const path of paths) acts.push(await statementsOf(() => ask('GET', path)));
    return acts;
  };
  /** What a first read after a change asks, when past periods have been judged before. */
  const firstRead = async (path: string): Promise<Statement[][]> => {
    await ask('GET', path);
    await change();
    return actsFor([path]);
  };
  const http = (requests: readonly string[]): Asked => ({ http: { port: ports.product, requests } });
  /** Each connection is a person of her own. */
  const again = (path: string): Asked => ({
    http: {
      port: ports.product,
      requests: cookies.map((cookie) => requestText('GET', path, { ...headers, cookie })),
      own: true,
    },
  });
  const bare = (path: string): Asked => ({ http: { port: ports.floor, requests: [get(path)] } });
  const statements = (acts: readonly (readonly Statement[])[]): Asked => ({ sql: { url, acts } });

  const lists = listPaths(variants, await codesOf(dataSource));
  const ones = projects.map(({ number }) => `/api/projects/${number}`);
  await dataSource.query(`create table bench_floor (like status_report, primary key (id))`);

  const measures: Measure[] = [
    {
      ...{ key: 'overview-again', name: 'Overview, again', floorName: 'bare Fastify, same bytes', connections: many },
      ...{ product: again(pages.overview), floor: bare(pages.overview), changes: 'none', variants: Infinity },
    },
    {
      ...{ key: 'follow-up-again', name: 'Follow-up, again', floorName: 'bare Fastify, same bytes', connections: many },
      ...{ product: again(pages.followUp), floor: bare(pages.followUp), changes: 'none', variants: Infinity },
    },
    {
      ...{ key: 'overview-first', name: 'Overview, first after a change', floorName: 'its SQL', connections: [1] },
      ...{ product: http([get(pages.overview)]), floor: statements(await firstRead(pages.overview)) },
      ...{ changes: 'each-act', variants: Infinity },
    },
    {
      ...{ key: 'follow-up-first', name: 'Follow-up, first after a change', floorName: 'its SQL', connections: [1] },
      ...{ product: http([get(pages.followUp)]), floor: statements(await firstRead(pages.followUp)) },
      ...{ changes: 'each-act', variants: Infinity },
    },
    {
      ...{ key: 'project-list', name: 'Project list, filtered and sorted', floorName: 'its SQL', connections: many },
      ...{ product: http(lists.map(get)), floor: statements(await actsFor(lists)) },
      ...{ changes: 'each-round', variants: lists.length },
    },
    {
      ...{ key: 'one-project', name: 'One project', floorName: 'its SQL', connections: many },
      ...{ product: http(ones.map(get)), floor: statements(await actsFor(ones)) },
      ...{ changes: 'each-round', variants: ones.length },
    },
    {
      ...{
        key: 'status-report',
        name: 'Submit a status report',
        floorName: 'bare insert and commit',
        connections: many,
      },
      ...{ product: http(changes), floor: statements([[bareInsert]]), changes: 'none', variants: Infinity },
    },
  ];
  return { measures, changes };
}

const statusReport: SubmitStatusReportInput = {
  ...{ progress: 'yellow', economy: 'green', quality: 'green', scope: 'green', risk: 'green', overall: 'yellow' },
  summary: 'Etappe to er ferdig, og etappe tre starter når grunnavtalen er på plass. Prognosen er uendret.',
  finalForecastOre: 4_820_000_000,
  deviations: [
    {
      ...{ dimension: 'progress', cause: 'Grunnavtalen mangler.', consequence: 'Etappe tre starter en måned senere.' },
      ...{ action: 'Forhandling med grunneier.', responsible: 'Prosjektleder', dueOn: '2030-02-01' },
    },
  ],
};

/** The same row in a table of its own without indexes but the key, triggers or foreign keys. Commits by itself. */
const bareInsert: Statement = {
  text: `insert into bench_floor (id, project_id, submitted_at, progress, economy, quality, scope, risk, overall, overall_reason, summary,
      final_forecast_ore, unchanged, deviations)
    values (gen_random_uuid(), $1, now(), $2, $3, $4, $5, $6, $7, '', $8, $9, false, $10)`,
  values: [
    randomUUID(),
    ...['yellow', 'green', 'green', 'green', 'green', 'yellow', statusReport.summary, 4_820_000_000],
    JSON.stringify(statusReport.deviations),
  ],
};

async function codesOf(dataSource: DataSource): Promise<{ sectors: string[]; strategies: string[] }> {
  const [codes] = await dataSource.query<[{ sectors: string[]; strategies: string[] }]>(
    `select (select array_agg(code order by code) from sector) as sectors,
      (select array_agg(code order by position) from strategy) as strategies`,
  );
  return codes;
}

/** Pages of the portfolio as people ask for them: every order, by sector, light, words or strategy; no two alike. */
function listPaths(count: number, { sectors, strategies }: { sectors: string[]; strategies: string[] }): string[] {
  const places = ['sentrum', 'biri', 'hunndalen', 'vardal', 'skole', 'barnehage'];
  return Array.from({ length: count }, (_, index) => {
    const query = new URLSearchParams({ sort: ProjectSort.options[index % ProjectSort.options.length]! });
    const kind = index % 5;
    if (kind === 0) query.set('sector', sectors[index % sectors.length]!);
    if (kind === 1) query.set('light', index % 2 ? 'red,yellow' : 'green');
    if (kind === 2) query.set('q', places[index % places.length]!);
    if (kind === 3) query.set('strategy', strategies[index % strategies.length]!);
    if (index % 3 === 0) query.set('lifecycle', 'in-progress');
    query.set('page', String(1 + (index % 3)));
    query.set('size', String(25 + (index % 50)));
    return `/api/projects?${query.toString()}`;
  });
}
