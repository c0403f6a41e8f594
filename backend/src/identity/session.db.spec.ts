import { randomUUID } from 'node:crypto';
import { type DemoAccounts, type PersonList, type SessionView, osloDate } from '#shared';
import { Client, type TestApplication, testApplication } from '../../testing/test-application.js';
import { Database } from '../platform/database.js';
import { LoadMunicipality } from './load-municipality.js';
import { hashToken, newToken } from './session-token.js';

const credentials = { email: 'kommunalsjef@demo.test', password: 'planspor-demo' };

describe('a session', () => {
  let application: TestApplication;

  beforeEach(async () => {
    application = await testApplication({}, [LoadMunicipality]);
  });

  const signIn = (body: object = credentials, headers: Record<string, string> = {}) =>
    application.nobody.post<SessionView>('/api/session', body, headers);
  const cookieOf = (answer: { headers: Readonly<Record<string, string | undefined>> }) =>
    String(answer.headers['set-cookie']).split(';')[0]!;
  const clientOf = async () => new Client(application.app, cookieOf(await signIn()));

  it('says who has signed in and what that person may', async () => {
    const { status, body } = await signIn();
    expect(status).toBe(200);
    expect(body.account).toEqual({
      id: jasmine.any(String),
      name: 'Kommunalsjef (eksempel)',
      email: 'kommunalsjef@demo.test',
      roles: ['sector-director'],
      sectors: [{ code: 'samfunnsutvikling', name: 'Samfunnsutvikling' }],
    });
    expect(body.permissions).toContain('contribution.approve');
    expect(body.permissions).not.toContain('plan.change');
    const hours = (Date.parse(body.expiresAt) - Date.now()) / 3_600_000;
    expect(hours).toBeCloseTo(12, 2);
    const client = await clientOf();
    expect((await client.get<SessionView>('/api/session')).body.account).toEqual(body.account);
  });

  it('is kept in a cookie that scripts, other sites and plain connections do not get', async () => {
    const plain = String((await signIn()).headers['set-cookie']);
    expect(plain).toMatch(/^planspor=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    const secured = String((await signIn(credentials, { 'x-forwarded-proto': 'https' })).headers['set-cookie']);
    expect(secured).toMatch(/^planspor=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('is not in the database in a form that signs anybody in', async () => {
    const cookie = cookieOf(await signIn());
    const rows = await application.database.dataSource.query<object[]>(
      'select session.*, account.* from session join account on account.id = session.account_id',
    );
    expect(rows.length).toBe(1);
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]!);
    expect(JSON.stringify(rows)).not.toContain('planspor-demo');
    expect(JSON.stringify(rows)).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('is opened whatever letters the address is typed with', async () => {
    expect((await signIn({ ...credentials, email: '  KommunalSjef@DEMO.test ' })).status).toBe(200);
  });

  it('ends when signed out, everywhere', async () => {
    const client = await clientOf();
    const { status, headers } = await client.delete('/api/session');
    expect([status, headers['set-cookie']]).toEqual([204, jasmine.stringMatching(/^planspor=; Max-Age=0; Path=\//)]);
    expect((await client.get('/api/session')).status).toBe(401);
  });

  it('is signed out of without being signed in', async () => {
    expect((await application.nobody.delete('/api/session')).status).toBe(204);
  });

  it('ends after its twelve hours', async () => {
    const client = await clientOf();
    await application.database.dataSource.query(`update session set expires_at = now()`);
    expect((await client.get('/api/session')).problem.code).toBe('sign-in-required');
    expect((await client.get('/api/people')).problem.code).toBe('sign-in-required');
  });

  it('takes the place of the one the browser had', async () => {
    const first = await clientOf();
    const again = await first.post('/api/session', credentials);
    expect(cookieOf(again)).not.toBe(first.cookie!);
    expect((await first.get('/api/session')).status).toBe(401);
    expect((await new Client(application.app, cookieOf(again)).get('/api/session')).status).toBe(200);
  });

  it('never continues one that somebody else began', async () => {
    const planted = newToken();
    const victim = new Client(application.app, `planspor=${planted}`);
    const answer = await victim.post('/api/session', credentials);
    expect(cookieOf(answer)).not.toContain(planted);
    expect((await victim.get('/api/session')).status).toBe(401);
  });

  it('is refused in the same words for a wrong password, an unknown address and a person who has left', async () => {
    await application.database.dataSource.transaction(async (tx) => {
      await tx.query(`select begin_change('account.closed', null, 'Test', 'test')`);
      await tx.query(`update account set active = false where email = 'revisor@demo.test'`);
    });
    const answers = [
      await signIn({ ...credentials, password: 'planspor-Demo' }),
      await signIn({ email: 'ingen@demo.test', password: 'planspor-demo' }),
      await signIn({ email: 'revisor@demo.test', password: 'planspor-demo' }),
    ];
    for (const { status, problem, headers } of answers) {
      expect({ ...problem, requestId: '', status }).toEqual({
        type: 'urn:planspor:problem:wrong-credentials',
        title: 'Wrong e-mail or password',
        status: 401,
        code: 'wrong-credentials',
        requestId: '',
      });
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  /** Writes what administrators write, as a change of theirs. */
  const asAdministrator = (statement: string, values: unknown[] = []) =>
    application.database.dataSource.transaction(async (tx) => {
      await tx.query(`select begin_change('spec', null, 'Test', 'test')`);
      await tx.query(statement, values);
    });
  const dayFromNow = (offset: number) => osloDate(new Date(Date.now() + offset * 86_400_000));

  it('ends for a person who has left', async () => {
    const client = await clientOf();
    await asAdministrator(`update account set active = false where email = $1`, [credentials.email]);
    expect((await client.get('/api/session')).status).toBe(401);
    expect(await application.database.dataSource.query('select from session')).toEqual([]);
  });

  it('ends when a role is taken away, everywhere, and only for the one who had it', async () => {
    const auditor = await application.as('revisor');
    const ways = [
      `update role_assignment set valid_from = '2020-01-01', valid_to = '2020-12-31'`,
      `update role_assignment set role = 'councillor'`,
      `update role_assignment set sector_id = null`,
      `update role_assignment set valid_from = current_date + 2`,
      `delete from role_assignment`,
    ];
    for (const way of ways) {
      const account = `account_id = (select id from account where email = $1)`;
      await asAdministrator(`delete from role_assignment where ${account}`, [credentials.email]);
      await asAdministrator(
        `insert into role_assignment (id, account_id, role, sector_id, valid_from)
         select gen_random_uuid(), account.id, 'sector-director', (select id from sector limit 1), '2020-01-01'
         from account where account.email = $1`,
        [credentials.email],
      );
      const [here, elsewhere] = [await clientOf(), await clientOf()];
      await asAdministrator(`${way} where ${account}`, [credentials.email]);
      for (const client of [here, elsewhere])
        expect((await client.get('/api/session')).status)
          .withContext(way)
          .toBe(401);
    }
    expect((await auditor.get('/api/session')).status).toBe(200);
  });

  it('goes on when a role is given, or given longer', async () => {
    const client = await clientOf();
    await asAdministrator(`update role_assignment set valid_to = '2099-12-31'`);
    await asAdministrator(
      `insert into role_assignment (id, account_id, role, valid_from)
       select gen_random_uuid(), id, 'planner', '2020-01-01' from account where email = $1`,
      [credentials.email],
    );
    const { body } = await client.get<SessionView>('/api/session');
    expect(body.account.roles).toEqual(['planner', 'sector-director']);
  });

  it('has roles from and including their first day to and including their last', async () => {
    const statusWith = async (validFrom: string, validTo: string | null) => {
      await asAdministrator(`update role_assignment set valid_from = $1::date, valid_to = $2::date`, [
        validFrom,
        validTo,
      ]);
      return (await (await clientOf()).get('/api/people')).status;
    };
    expect(await statusWith(dayFromNow(0), null)).toBe(200);
    expect(await statusWith(dayFromNow(1), null)).toBe(403);
    expect(await statusWith(dayFromNow(-9), dayFromNow(0))).toBe(200);
    expect(await statusWith(dayFromNow(-9), dayFromNow(-1))).toBe(403);
  });

  it('ends when nobody has used it for an hour, and is seen to the minute', async () => {
    const client = await clientOf();
    const idleFor = (minutes: string) =>
      application.database.dataSource.query(`update session set last_seen_at = now() - $1::interval`, [minutes]);
    await idleFor('59 minutes');
    expect((await client.get('/api/people')).status).toBe(200);
    const [seen] = await application.database.dataSource.query<{ recent: boolean }[]>(
      `select last_seen_at > now() - interval '1 minute' as recent from session`,
    );
    expect(seen!.recent).toBeTrue();
    await idleFor('60 minutes');
    expect((await client.get('/api/people')).status).toBe(401);
    expect((await client.get('/api/session')).status).toBe(401);
  });

  it('is slowed down after ten failures in a row, for that address from that place only', async () => {
    const wrong = { ...credentials, password: 'feil' };
    for (let failure = 1; failure <= 10; failure++) expect((await signIn(wrong)).status).toBe(401);
    // as if the last were a moment ahead, however slow this machine is
    await application.database.dataSource.query(`update sign_in_failure set last_at = now() + interval '1 minute'`);
    const { status, problem, headers } = await signIn();
    expect([status, problem.code]).toEqual([429, 'too-many-attempts']);
    expect(Number(headers['retry-after'])).toBe(problem.details!['retryAfterSeconds'] as number);
    expect((await signIn({ ...credentials, email: 'revisor@demo.test' })).status).toBe(200);
    const elsewhere = await signIn(credentials, { 'x-forwarded-for': '192.0.2.7' });
    expect(elsewhere.status).toBe(200);
  });

  it('is slowed down, half a minute at most, for an account that is guessed at from many places', async () => {
    const from = (place: number, password: string) =>
      signIn({ ...credentials, password }, { 'x-forwarded-for': `192.0.2.${place}` });
    for (let place = 1; place <= 50; place++) expect((await from(place, 'feil')).status).toBe(401);
    await application.database.dataSource.query(`update sign_in_failure set last_at = now() + interval '1 second'`);
    const slowed = await from(60, credentials.password);
    expect([slowed.status, slowed.problem.code]).toEqual([429, 'too-many-attempts']);
    await application.database.dataSource.query(`update sign_in_failure set failures = 1000 where failures >= 50`);
    expect(Number((await from(61, credentials.password)).headers['retry-after'])).toBeLessThanOrEqual(31);
    await application.database.dataSource.query(`update sign_in_failure set last_at = now() - interval '31 seconds'`);
    expect((await from(62, credentials.password)).status).toBe(200);
  });

  it('is slowed down for a place that tries one account after another, whoever signs in between', async () => {
    const guess = (account: number) => signIn({ email: `person${account}@kommune.test`, password: 'feil' });
    for (let account = 1; account <= 99; account++) expect((await guess(account)).status).toBe(401);
    expect((await signIn()).status).toBe(200);
    expect((await guess(100)).status).toBe(401);
    await application.database.dataSource.query(`update sign_in_failure set last_at = now() + interval '1 minute'`);
    expect((await guess(101)).status).toBe(429);
    expect((await signIn()).status).toBe(429);
    expect((await signIn(credentials, { 'x-forwarded-for': '192.0.2.7' })).status).toBe(200);
  });

  it('waits twice as long for each further failure, a quarter of an hour at most', async () => {
    const waits = async (failures: number) => {
      await application.database.dataSource.query('update sign_in_failure set failures = $1, last_at = now()', [
        failures,
      ]);
      return Number((await signIn()).headers['retry-after']);
    };
    await signIn({ ...credentials, password: 'feil' });
    for (const [failures, seconds] of [
      [13, 8],
      [15, 32],
      [19, 512],
      [20, 900],
      [2_000_000, 900],
    ] as const) {
      const waited = await waits(failures);
      // some of it may have passed on a busy machine
      expect(waited)
        .withContext(String(failures))
        .toBeGreaterThan(seconds - 5);
      expect(waited).withContext(String(failures)).toBeLessThanOrEqual(seconds);
    }
    await application.database.dataSource.query(`update sign_in_failure set last_at = now() - interval '900 seconds'`);
    expect((await signIn()).status).toBe(200);
    expect(await application.database.dataSource.query('select from sign_in_failure where failures < 10')).toEqual([]);
  });

  it('counts guesses that come at once', async () => {
    const guesses = await Promise.all(Array.from({ length: 15 }, () => signIn({ ...credentials, password: 'feil' })));
    const statuses = guesses.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(10).fill(401), ...Array<number>(5).fill(429)]);
  });

  it('is asked about once for all that arrive together, and each gets the own answer', async () => {
    const [director, controller] = [await application.as('kommunalsjef'), await application.as('controller')];
    const statements = spyOn(application.app.get(Database), 'prepared').and.callThrough();
    const asked = Array.from({ length: 20 }, (_, index) => [director, controller, application.nobody][index % 3]!);
    const answers = await Promise.all(asked.map((client) => client.get<SessionView>('/api/session')));
    expect(answers.map(({ body, status }) => body.account?.email ?? String(status))).toEqual(
      asked.map((_, index) => ['kommunalsjef@demo.test', 'controller@demo.test', '401'][index % 3]!),
    );
    expect(statements.calls.count()).toBeLessThan(7);
  });

  it('opens by a one-time link once, and not when it is old or made up', async () => {
    const link = async (age: string) => {
      const token = newToken();
      await application.database.dataSource.query(
        `insert into sign_in_link (id, token_hash, account_id, expires_at)
         select $1, $2, id, now() + $3::interval from account where email = 'administrator@demo.test'`,
        [randomUUID(), hashToken(token), age],
      );
      return token;
    };
    const open = (token: string) => application.nobody.post<SessionView>('/api/session/link', { token });
    const token = await link('1 hour');
    const first = await open(token);
    expect([first.status, first.body.account.roles]).toEqual([200, ['administrator']]);
    expect((await new Client(application.app, cookieOf(first)).get('/api/session')).status).toBe(200);
    for (const refused of [
      await open(token),
      await open(await link('-1 second')),
      await open('x'),
      await open(newToken()),
    ])
      expect([refused.status, refused.problem.code]).toEqual([401, 'link-not-valid']);
  });
});

describe('the people of the municipality', () => {
  let application: TestApplication;

  beforeAll(async () => {
    application = await testApplication({}, [LoadMunicipality]);
  });

  it('can be looked up by part of name or title, in Norwegian order', async () => {
    const client = await application.as('kommunalsjef');
    const { body } = await client.get<PersonList>('/api/people?q=PROSJEKT');
    expect(body.items.map(({ name }) => name)).toEqual([
      'Prosjekteier (eksempel)',
      'Prosjektleder (eksempel)',
      'Prosjektleder 2 (eksempel)',
    ]);
    expect(body.total).toBe(3);
    expect(body.items[2]).toEqual({
      id: jasmine.any(String),
      name: 'Prosjektleder 2 (eksempel)',
      title: 'Prosjektleder',
      sector: { code: 'oppvekst', name: 'Oppvekst' },
      roles: ['project-manager'],
      active: true,
    });
  });

  it('come a page at a time', async () => {
    const client = await application.as('kommunalsjef');
    const { body } = await client.get<PersonList>('/api/people?size=5&page=3');
    expect([body.total, body.items.length]).toEqual([12, 2]);
  });

  it('were nobody before the first start', async () => {
    const client = await application.as('kommunalsjef');
    const { body } = await client.get<PersonList>('/api/people?as-of=2020-01-01');
    expect(body).toEqual({ total: 0, items: [] });
  });

  it('are offered by role where demonstration accounts can be used', async () => {
    const { body } = await application.nobody.get<DemoAccounts>('/api/session/demo-accounts');
    expect(body.accounts.length).toBe(12);
    expect(body.accounts[0]).toEqual({
      email: 'prosjektleder@demo.test',
      name: 'Prosjektleder (eksempel)',
      role: 'project-manager',
      sector: 'samfunnsutvikling',
    });
  });
});
