import type { OwnSession, SessionView } from '#shared';
import { Client, type TestApplication, testApplication } from '../../testing/test-application.js';
import { LoadMunicipality } from './load-municipality.js';
import { hashPassword } from './passwords.js';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0';
const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/604.1';
const first = 'gul sykkel uten bremser';
const second = 'tre hester og en kaffekopp';

describe("one's own sessions", () => {
  let application: TestApplication;

  beforeEach(async () => {
    application = await testApplication({}, [LoadMunicipality]);
    // a person with a password of her own
    const hash = await hashPassword(first);
    await application.database.dataSource.transaction(async (tx) => {
      await tx.query(`select begin_change('spec', null, 'Test', 'test')`);
      await tx.query(
        `insert into account (id, email, name, password_hash) values (gen_random_uuid(), 'kari@kommune.test', 'Kari Nordmann', $1)`,
        [hash],
      );
    });
  });

  async function signIn(password = first, userAgent = firefox): Promise<Client> {
    const answer = await application.nobody.post(
      '/api/session',
      { email: 'kari@kommune.test', password },
      { 'user-agent': userAgent },
    );
    if (answer.status !== 200) throw new Error(answer.text);
    return clientOf(answer);
  }
  const clientOf = ({ headers }: { headers: Readonly<Record<string, string | undefined>> }) =>
    new Client(application.app, String(headers['set-cookie']).split(';')[0]!);
  const sessionsOf = async (client: Client) => (await client.get<OwnSession[]>('/api/sessions')).body;
  const changePassword = (client: Client, body: object) => client.ask('PUT', '/api/session/password', body);

  it('say on what each was begun, when, and which one asks', async () => {
    const [here] = [await signIn(), await signIn(first, iPhone), await application.as('revisor')];
    const sessions = await sessionsOf(here);
    expect(sessions).toEqual([
      jasmine.objectContaining({ browser: 'firefox', machine: 'linux', way: 'password', current: true }),
      jasmine.objectContaining({ browser: 'safari', machine: 'ios', way: 'password', current: false }),
    ]);
    for (const { beganAt, lastSeenAt, expiresAt } of sessions) {
      expect(Date.now() - Date.parse(beganAt)).toBeLessThan(60_000);
      expect(lastSeenAt).toBe(beganAt);
      expect(Date.parse(expiresAt) - Date.parse(beganAt)).toBe(12 * 3_600_000);
    }
  });

  it('are stored without network address, and with no more of the browser than its kind', async () => {
    await application.nobody.post(
      '/api/session',
      { email: 'kari@kommune.test', password: first },
      { 'user-agent': firefox, 'x-forwarded-for': '192.0.2.7' },
    );
    const rows = await application.database.dataSource.query('select * from session, sign_in_failure');
    const stored = JSON.stringify([rows, await application.database.dataSource.query('select * from session')]);
    expect(stored).toContain('"firefox"');
    expect(stored).not.toContain('192.0.2.7');
    expect(stored).not.toContain('144.0');
  });

  it('can be ended one by one, here and elsewhere', async () => {
    const [here, elsewhere] = [await signIn(), await signIn(first, iPhone)];
    const other = (await sessionsOf(here)).find(({ current }) => !current)!;
    expect((await here.delete(`/api/sessions/${other.id}`)).status).toBe(204);
    expect((await elsewhere.get('/api/session')).status).toBe(401);
    const [own] = await sessionsOf(here);
    expect((await here.delete(`/api/sessions/${own!.id}`)).status).toBe(204);
    expect((await here.get('/api/session')).status).toBe(401);
  });

  it('can be ended all but this one', async () => {
    const [here, ...others] = [await signIn(), await signIn(), await signIn(first, iPhone)];
    expect((await here.delete('/api/sessions')).status).toBe(204);
    expect((await sessionsOf(here)).map(({ current }) => current)).toEqual([true]);
    for (const other of others) expect((await other.get('/api/session')).status).toBe(401);
  });

  it('are nobody else’s to end', async () => {
    const [here, auditor] = [await signIn(), await application.as('revisor')];
    const [own] = await sessionsOf(here);
    const { status, problem } = await auditor.delete(`/api/sessions/${own!.id}`);
    expect([status, problem.code]).toEqual([404, 'not-found']);
    expect((await here.get('/api/session')).status).toBe(200);
  });

  it('end when the password is changed, and the browser that changed it has a new one', async () => {
    const [here, elsewhere] = [await signIn(), await signIn(first, iPhone)];
    const changed = await changePassword(here, { currentPassword: first, newPassword: second });
    expect([changed.status, (changed.body as SessionView).account.email]).toEqual([200, 'kari@kommune.test']);
    for (const old of [here, elsewhere]) expect((await old.get('/api/session')).status).toBe(401);
    expect((await clientOf(changed).get('/api/session')).status).toBe(200);
    await expectAsync(signIn(first)).toBeRejected();
    expect((await (await signIn(second)).get('/api/session')).status).toBe(200);
  });

  it('keep the password when the current one is wrong or missing, or the new one is weak', async () => {
    const here = await signIn();
    const refusals: [object, string, string][] = [
      [{ newPassword: second }, 'currentPassword', 'required'],
      [{ currentPassword: 'feil', newPassword: second }, 'currentPassword', 'password-wrong'],
      [{ currentPassword: first, newPassword: 'elleve tegn' }, 'newPassword', 'password-too-short'],
      [{ currentPassword: first, newPassword: 'Sommerferie2026!' }, 'newPassword', 'password-too-common'],
      [{ currentPassword: first, newPassword: 'nordmann på tur i fjellet' }, 'newPassword', 'password-like-name'],
      [{ currentPassword: first, newPassword: first }, 'newPassword', 'password-unchanged'],
    ];
    for (const [body, path, code] of refusals) {
      const { status, problem } = await changePassword(here, body);
      expect([status, problem.fields?.map((field) => [field.path, field.code])]).toEqual([400, [[path, code]]]);
    }
    expect((await here.get('/api/session')).status).toBe(200);
    await signIn();
  });

  it('have guesses at the current password slowed down like sign-ins', async () => {
    const here = await signIn();
    for (let guess = 1; guess <= 10; guess++)
      await changePassword(here, { currentPassword: `feil ${guess}`, newPassword: second });
    await application.database.dataSource.query(`update sign_in_failure set last_at = now() + interval '1 minute'`);
    expect((await changePassword(here, { currentPassword: first, newPassword: second })).status).toBe(429);
  });

  it('leave the demonstration’s password as it is', async () => {
    const auditor = await application.as('revisor');
    const { status, problem } = await changePassword(auditor, {
      currentPassword: 'planspor-demo',
      newPassword: second,
    });
    expect([status, problem.code]).toEqual([409, 'password-is-fixed']);
  });
});
