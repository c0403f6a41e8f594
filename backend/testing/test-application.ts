import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Problem, Role } from '#shared';
import { AppModule } from '../src/app.module.js';
import { firstStart } from '../src/first-start.js';
import { createApplication } from '../src/platform/application.js';
import { type Environment, readEnvironment } from '../src/platform/environment.js';
import { type FirstStartStep, runFirstStart } from '../src/platform/first-start.js';
import { type TestDatabase, testDatabase, whenOver } from './test-database.js';

/** Who can ask: the demonstration accounts of design.md by the name before `@demo.test`, or nobody. */
export const roles = [
  'prosjektleder',
  'prosjektleder2',
  'prosjekteier',
  'sektoradmin',
  'kommunalsjef',
  'controller',
  'planradgiver',
  'kommunedirektor',
  'sekretariat',
  'folkevalgt',
  'revisor',
  'administrator',
] as const;
export type TestRole = (typeof roles)[number];

/** What each of them is. */
export const roleOf: Record<TestRole, Role> = {
  prosjektleder: 'project-manager',
  prosjektleder2: 'project-manager',
  prosjekteier: 'project-owner',
  sektoradmin: 'sector-administrator',
  kommunalsjef: 'sector-director',
  controller: 'controller',
  planradgiver: 'planner',
  kommunedirektor: 'chief-executive',
  sekretariat: 'secretariat',
  folkevalgt: 'councillor',
  revisor: 'auditor',
  administrator: 'administrator',
};

/** What came back. `body` is parsed when it is JSON; `problem` is it when it is a problem document. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Body;
  readonly text: string;
  readonly problem: Problem;
}

type Headers = Record<string, string>;
type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

/** Asks as one person. */
export class Client {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly cookie: string | null,
  ) {}

  async ask<Body = unknown>(method: Method, url: string, body?: unknown, headers: Headers = {}): Promise<Answer<Body>> {
    const response = await this.app.inject({
      method,
      url,
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body === undefined || typeof body === 'string' ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const isJson = /json/.test(String(response.headers['content-type'])) && response.body !== '';
    const parsed = isJson ? (JSON.parse(response.body) as unknown) : undefined;
    return {
      status: response.statusCode,
      headers: response.headers as Record<string, string | undefined>,
      body: parsed as Body,
      text: response.body,
      problem: parsed as Problem,
    };
  }

  get<Body = unknown>(url: string, headers?: Headers): Promise<Answer<Body>> {
    return this.ask<Body>('GET', url, undefined, headers);
  }
  post<Body = unknown>(url: string, body?: unknown, headers?: Headers): Promise<Answer<Body>> {
    return this.ask<Body>('POST', url, body, headers);
  }
  put<Body = unknown>(url: string, body?: unknown, headers?: Headers): Promise<Answer<Body>> {
    return this.ask<Body>('PUT', url, body, headers);
  }
  patch<Body = unknown>(url: string, body?: unknown, headers?: Headers): Promise<Answer<Body>> {
    return this.ask<Body>('PATCH', url, body, headers);
  }
  delete<Body = unknown>(url: string, headers?: Headers): Promise<Answer<Body>> {
    return this.ask<Body>('DELETE', url, undefined, headers);
  }
}

export interface TestApplication {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly environment: Environment;
  /** Somebody who is not signed in. */
  readonly nobody: Client;
  /** The demonstration account of this role, signed in. */
  as(role: TestRole): Promise<Client>;
  /** The same in a session of its own, which `as` gives from then on. */
  asAnew(role: TestRole): Promise<Client>;
}

/**
 * The whole application on a database of its own, with the plan, the municipality and the demonstration accounts, as
 * after a first start; asked by `inject`, so it takes no port. Asked for in `beforeAll` it lasts as long as that suite.
 * @param variables environment to add, `{ PLANSPOR_DEMO: 'on' }` for the demonstration projects too
 * @param steps of the first start; all unless said
 */
export async function testApplication(
  variables: Record<string, string> = {},
  steps: readonly Type<FirstStartStep>[] = firstStart,
): Promise<TestApplication> {
  const database = await testDatabase();
  const environment: Environment = {
    ...readEnvironment({
      DATABASE_URL: database.url,
      DATABASE_POOL: '4',
      PLANSPOR_DEMO: 'off',
      PLANSPOR_LOG: 'silent',
      // whether the frontend happens to be built here is nobody's business
      PLANSPOR_WEB: '/nowhere',
      ...variables,
    }),
    demoAccounts: true,
  };
  const app = await createApplication(AppModule.with(environment), environment);
  whenOver(() => app.close());
  await runFirstStart(app, database.url, steps, () => undefined);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const nobody = new Client(app, null);
  const signedIn = new Map<TestRole, Promise<Client>>();
  const signIn = async (role: TestRole): Promise<Client> => {
    const answer = await nobody.post('/api/session', { email: `${role}@demo.test`, password: 'planspor-demo' });
    if (answer.status !== 200) throw new Error(`${role} could not sign in: ${answer.text}`);
    return new Client(app, String(answer.headers['set-cookie']).split(';')[0]!);
  };
  const asAnew = (role: TestRole): Promise<Client> => {
    const client = signIn(role);
    signedIn.set(role, client);
    return client;
  };
  return {
    app,
    database,
    environment,
    nobody,
    as: (role) => signedIn.get(role) ?? asAnew(role),
    asAnew,
  };
}
