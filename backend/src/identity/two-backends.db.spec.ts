import type { ProjectView } from '#shared';
import { registerProject } from '../../testing/projects.js';
import { Client, type TestApplication, testApplication } from '../../testing/test-application.js';
import { whenOver } from '../../testing/test-database.js';
import { AppModule } from '../app.module.js';
import { createApplication } from '../platform/application.js';

const credentials = { email: 'kommunedirektor@demo.test', password: 'planspor-demo' };

describe('two backends on one database', () => {
  let one: TestApplication;
  let other: Client;
  /** The same person's browser, sent to the other backend. */
  let atOther: (client: Client) => Client;

  beforeEach(async () => {
    one = await testApplication();
    const second = await createApplication(AppModule.with(one.environment), one.environment);
    whenOver(() => second.close());
    await second.init();
    await second.getHttpAdapter().getInstance().ready();
    other = new Client(second, null);
    atOther = ({ cookie }) => new Client(second, cookie);
  });

  const signIn = async (): Promise<Client> => {
    const { headers } = await one.nobody.post('/api/session', credentials);
    return new Client(one.app, String(headers['set-cookie']).split(';')[0]!);
  };

  it('know a person who signed in at either', async () => {
    const client = await signIn();
    expect((await atOther(client).get('/api/people')).status).toBe(200);
  });

  it('both know at once that a session has ended', async () => {
    const client = await signIn();
    expect((await atOther(client).get('/api/people')).status).toBe(200);
    await client.delete('/api/session');
    expect((await atOther(client).get('/api/people')).status).toBe(401);
    const again = await signIn();
    await atOther(again).delete('/api/session');
    expect((await again.get('/api/people')).status).toBe(401);
  });

  it('count failed sign-ins together', async () => {
    for (let failure = 0; failure < 10; failure++) {
      const asked = failure % 2 === 0 ? one.nobody : other;
      expect((await asked.post('/api/session', { ...credentials, password: 'feil' })).status).toBe(401);
    }
    await one.database.dataSource.query(`update sign_in_failure set last_at = now() + interval '1 minute'`);
    for (const asked of [one.nobody, other])
      expect((await asked.post('/api/session', credentials)).problem.code).toBe('too-many-attempts');
  });

  it('let no update be lost between them', async () => {
    const client = await signIn();
    const { number, version } = await registerProject(client, {});
    const address = `/api/projects/${number}`;
    const seen = { 'if-match': `"v${version}"` };
    expect((await client.patch(address, { place: 'Biri' }, seen)).status).toBe(200);
    const late = await atOther(client).patch(address, { place: 'Snertingdal' }, seen);
    expect([late.status, late.problem.code]).toEqual([412, 'version-conflict']);
    expect((await atOther(client).get<ProjectView>(address)).body.place).toBe('Biri');
  });
});
