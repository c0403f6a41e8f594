import { Controller, Get, Module } from '@nestjs/common';
import { type Permission, permissionsOfRole } from '#shared';
import { Client, type TestApplication, roleOf, roles, testApplication } from '../../testing/test-application.js';
import { AppModule } from '../app.module.js';
import { createApplication } from './application.js';

interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  permission: Permission | undefined;
  isPublic: boolean;
}

describe('access', () => {
  let application: TestApplication;
  let operations: Operation[];

  beforeAll(async () => {
    application = await testApplication({ PLANSPOR_DEMO: 'on' });
    const director = await application.as('kommunedirektor');
    const { body: projects } = await director.get<{ items: { number: string }[] }>('/api/projects');
    const { body: people } = await director.get<{ items: { id: string }[] }>('/api/people');
    operations = await describedOperations(application, projects.items[0]!.number, people.items[0]!.id);
  });

  for (const role of roles) {
    it(`lets ${role} read what the contract says, and nothing else`, async () => {
      const client = await application.as(role);
      const reads = operations.filter(({ method, isPublic }) => method === 'GET' && !isPublic);
      expect(reads.length).toBeGreaterThan(12);
      for (const { url, permission } of reads) {
        const may = permission === undefined || permissionsOfRole[roleOf[role]].includes(permission);
        const { status, text } = await client.get(url);
        expect(status)
          .withContext(`${role} GET ${url}: ${text.slice(0, 200)}`)
          .toBe(may ? 200 : 403);
      }
    });

    it(`turns ${role} away from the writes the contract does not give`, async () => {
      const client = await application.as(role);
      const writes = operations.filter(({ method, permission }) => method !== 'GET' && permission !== undefined);
      expect(writes.length).toBeGreaterThan(10);
      for (const { method, url, permission } of writes) {
        if (permissionsOfRole[roleOf[role]].includes(permission!)) continue;
        const { status, problem } = await client.ask(method, url, {});
        expect([status, problem.code, problem.details])
          .withContext(`${role} ${method} ${url}`)
          .toEqual([403, 'not-allowed', { permission }]);
      }
    });
  }

  it('asks everybody else to sign in first', async () => {
    for (const { method, url, isPublic } of operations) {
      if (isPublic) continue;
      const { status, problem } = await application.nobody.ask(method, url);
      expect([status, problem.code]).withContext(`${method} ${url}`).toEqual([401, 'sign-in-required']);
    }
  });

  it('takes a made-up token for nobody', async () => {
    for (const token of ['x', 'A'.repeat(43), '', '%00', `${'A'.repeat(43)};`]) {
      const { status } = await new Client(application.app, `planspor=${token}`).get('/api/people');
      expect(status).withContext(token).toBe(401);
    }
  });

  it('refuses a handler that does not say whom it is for, even to the chief executive', async () => {
    const silent = await createApplication(
      { module: Silent, imports: [AppModule.with(application.environment)] } as never,
      application.environment,
    );
    await silent.init();
    try {
      const { cookie } = await application.as('kommunedirektor');
      const { status, problem } = await new Client(silent, cookie).get('/api/silent');
      expect([status, problem.code]).toEqual([403, 'not-allowed']);
    } finally {
      await silent.close();
    }
  });

  it('reads nothing by way of another spelling of the path', async () => {
    for (const url of [
      '/api/people/',
      '//api/people',
      '/API/people',
      '/api/%70eople',
      '/api/./people',
      '/api/people;x=1',
    ]) {
      const { status } = await application.nobody.get(url);
      expect([401, 404]).withContext(url).toContain(status);
    }
    expect((await application.nobody.ask('HEAD', '/api/people')).status).toBe(401);
  });
});

@Controller('silent')
class SilentController {
  @Get()
  read(): { secret: string } {
    return { secret: 'open' };
  }
}

@Module({ controllers: [SilentController] })
class Silent {}

/** Each operation of the API, on records there are. */
async function describedOperations({ nobody }: TestApplication, number: string, account: string): Promise<Operation[]> {
  const values: Record<string, string> = {
    plan: 'langtidsplan-2018',
    code: 'BY-A1',
    number,
    account,
    year: '2026',
    q: 'by',
    id: '00000000-0000-4000-8000-000000000000',
  };
  const { body } = await nobody.get<{
    paths: Record<
      string,
      Record<
        string,
        {
          security: object[];
          'x-permission'?: Permission;
          parameters: { name: string; in: string; required?: boolean }[];
        }
      >
    >;
  }>('/api/openapi.json');
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security, 'x-permission': permission, parameters }]) => {
      const query = parameters
        .filter((parameter) => parameter.in === 'query' && parameter.required)
        .map(({ name }) => `${name}=${values[name]}`);
      return {
        method: method.toUpperCase() as Operation['method'],
        url: `${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name)}?${query.join('&')}`,
        permission,
        isPublic: security.length === 0,
      };
    }),
  );
}
