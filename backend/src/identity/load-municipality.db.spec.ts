import type { Municipality, SessionView } from '#shared';
import { Client, type TestApplication, testApplication } from '../../testing/test-application.js';
import { createApplication } from '../platform/application.js';
import { runFirstStart } from '../platform/first-start.js';
import { AppModule } from '../app.module.js';
import type { Environment } from '../platform/environment.js';
import { FirstSignIn } from './first-sign-in.js';
import { LoadMunicipality } from './load-municipality.js';

describe('the first start', () => {
  let application: TestApplication;
  let lines: string[];
  const tell = (line: string) => void lines.push(line);

  beforeEach(async () => {
    lines = [];
    application = await testApplication({}, []);
  });

  /** A start on this database, with other settings. */
  async function start(changed: Partial<Environment>): Promise<string[]> {
    lines = [];
    const environment = { ...application.environment, demoAccounts: false, ...changed };
    const app = await createApplication(AppModule.with(environment), environment);
    try {
      await runFirstStart(app, environment.databaseUrl, [LoadMunicipality], tell);
      await app.get(FirstSignIn, { strict: false }).announce('http://127.0.0.1:3000', tell);
      return lines;
    } finally {
      await app.close();
    }
  }
  const count = async (table: string) =>
    (await application.database.dataSource.query<[{ n: number }]>(`select count(*) as n from ${table}`))[0].n;
  const open = (token: string) => application.nobody.post<SessionView>('/api/session/link', { token });

  it('sets up the municipality, its sectors and its committees', async () => {
    await start({});
    const { body } = await application.nobody.get<Municipality>('/api/municipality');
    expect([body.name, body.number, body.demo]).toEqual(['Gjøvik kommune', '3407', false]);
    expect(body.sectors.map(({ name }) => name)).toEqual([
      'Administrasjon, forvaltning og teknisk drift',
      'Helse og omsorg',
      'NAV',
      'Oppvekst',
      'Samfunnsutvikling',
    ]);
    expect(body.sectors[0]).toEqual({
      code: 'administrasjon',
      name: 'Administrasjon, forvaltning og teknisk drift',
      validFrom: '2015-01-01',
      validTo: null,
    });
    expect(body.committees.length).toBe(4);
  });

  it('finds everything in place the second time, and says nothing', async () => {
    await start({ demoAccounts: true });
    const changes = await count('change');
    const [...said] = await start({ demoAccounts: true });
    expect(said).toEqual([jasmine.stringMatching(/^Logg inn som for eksempel prosjektleder@demo\.test/)]);
    expect(await count('change')).toBe(changes);
  });

  it('is done once when several backends start at once', async () => {
    const apps = await Promise.all(
      [1, 2, 3].map(() => createApplication(AppModule.with(application.environment), application.environment)),
    );
    await Promise.all(
      apps.map((app) => runFirstStart(app, application.environment.databaseUrl, [LoadMunicipality], tell)),
    );
    await Promise.all(apps.map((app) => app.close()));
    expect(lines.length).toBe(2);
    expect([await count('municipality'), await count('sector'), await count('account')]).toEqual([1, 5, 12]);
  });

  it('lets the administrator of the settings in, with every role but the administrator’s left to that person', async () => {
    const administrator = { email: 'leder@kommune.example', password: 'et langt passord' };
    const said = await start({ administrator });
    expect(said).toEqual([jasmine.any(String), 'La inn den første administratoren.']);
    const { status, body } = await application.nobody.post<SessionView>('/api/session', administrator);
    expect([status, body.account.roles, body.demo]).toEqual([200, ['administrator'], false]);
    expect(await start({ administrator: { ...administrator, password: 'et annet passord' } })).toEqual([]);
    expect((await application.nobody.post('/api/session', administrator)).status).toBe(200);
  });

  it('prints a one-time link when nobody can sign in otherwise, a new one each time until it is used', async () => {
    const linkIn = (said: string[]) =>
      /http:\/\/127\.0\.0\.1:3000\/logg-inn\?lenke=([\w-]{43})$/.exec(said.at(-1)!)![1]!;
    const first = linkIn(await start({}));
    const second = linkIn(await start({}));
    expect((await open(first)).problem.code).toBe('link-not-valid');
    const { status, body, headers } = await open(second);
    expect([status, body.account.roles]).toEqual([200, ['administrator']]);
    expect((await open(second)).status).toBe(401);
    const client = new Client(application.app, String(headers['set-cookie']).split(';')[0]!);
    expect((await client.get('/api/people')).status).toBe(200);
    expect(await start({})).toEqual([]);
  });

  it('shuts the demonstration accounts out, signed in or not, once others can reach the server', async () => {
    await start({ demoAccounts: true });
    const { cookie } = await application.as('kommunedirektor');
    const environment = { ...application.environment, demoAccounts: false };
    const reachable = await createApplication(AppModule.with(environment), environment);
    await reachable.init();
    try {
      expect((await new Client(reachable, cookie).get('/api/people')).status).toBe(401);
      const credentials = { email: 'kommunedirektor@demo.test', password: 'planspor-demo' };
      expect((await new Client(reachable, null).post('/api/session', credentials)).status).toBe(401);
      expect((await new Client(reachable, null).get('/api/session/demo-accounts')).status).toBe(404);
    } finally {
      await reachable.close();
    }
  });

  it('has no demonstration accounts where others can reach the server', async () => {
    await start({});
    expect(await count('account')).toBe(1);
    const { status } = await application.nobody.post('/api/session', {
      email: 'kommunedirektor@demo.test',
      password: 'planspor-demo',
    });
    expect(status).toBe(401);
  });
});
