import { Logger } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';
import type { OwnSession } from '#shared';
import { type Client, type TestApplication, testApplication } from '../../testing/test-application.js';
import { testDatabase, whenOver } from '../../testing/test-database.js';
import { hashPassword } from '../identity/passwords.js';
import { LoadMunicipality } from '../identity/load-municipality.js';
import { readEnvironment } from './environment.js';
import { NestLog } from './request-log.js';
import { SealJob } from './seal/seal-job.js';
import { Sealing } from './seal/sealing.js';

type Line = Record<string, unknown> & { level: string; event: string };

describe('the log of security events', () => {
  const password = 'gul sykkel uten bremser';
  const email = 'kari@kommune.test';
  let application: TestApplication;
  let lines: Line[];
  let kari: string;

  /** What the log wrote of security since the last time, without the requests' ids. */
  const told = (): Line[] => lines.splice(0);

  beforeEach(async () => {
    application = await testApplication({}, [LoadMunicipality]);
    const hash = await hashPassword(password);
    kari = await application.database.dataSource.transaction(async (tx) => {
      await tx.query(`select begin_change('spec', null, 'Test', 'test')`);
      const [{ id }] = await tx.query<[{ id: string }]>(
        `insert into account (id, email, name, password_hash)
         values (gen_random_uuid(), $1, 'Kari Nordmann', $2) returning id`,
        [email, hash],
      );
      return id;
    });
  });

  beforeEach(() => {
    lines = [];
    const keep = (level: string) => (fields: Record<string, unknown>) => {
      if (fields['context'] === 'security') lines.push({ level, ...fields } as Line);
    };
    Logger.overrideLogger(
      new NestLog({
        info: keep('info'),
        warn: keep('warn'),
        error: keep('error'),
      } as unknown as FastifyBaseLogger),
    );
  });
  afterEach(() => {
    Logger.overrideLogger(false);
  });

  const signIn = (secret = password) => application.nobody.post('/api/session', { email, password: secret });

  it('tells of each sign-in and sign-out by the account’s id, never by who the person is', async () => {
    const { status, headers } = await signIn();
    expect(status).toBe(200);
    const requestId = headers['x-request-id'];
    expect(requestId).toBeTruthy();
    expect(told()).toEqual([
      { level: 'info', context: 'security', event: 'sign-in.succeeded', requestId, account: kari, way: 'password' },
    ]);
    const cookie = String(headers['set-cookie']).split(';')[0]!;
    await application.nobody.delete('/api/session', { cookie });
    const out = told();
    expect(out).toEqual([jasmine.objectContaining({ event: 'sign-out', account: kari })]);
    expect(JSON.stringify(out)).not.toMatch(/kari@|Nordmann/);
  });

  it('tells of a wrong password, of an unknown address without saying it, and of a link that is made up', async () => {
    await signIn('feil');
    await application.nobody.post('/api/session', { email: 'ola@kommune.test', password });
    await application.nobody.post('/api/session/link', { token: 'A'.repeat(43) });
    const failed = told();
    expect(failed).toEqual([
      jasmine.objectContaining({ event: 'sign-in.failed', account: kari, way: 'password' }),
      jasmine.objectContaining({ event: 'sign-in.failed', way: 'password' }),
      jasmine.objectContaining({ event: 'sign-in.failed', way: 'link' }),
    ]);
    expect(failed[1]!['account']).toBeUndefined();
    expect(JSON.stringify(failed)).not.toMatch(/@|sykkel|feil"|AAAA/);
  });

  it('tells that somebody must wait', async () => {
    const guess = () => application.nobody.post('/api/session', { email: 'per@kommune.test', password: 'feil' });
    for (let failure = 1; failure <= 10; failure++) await guess();
    await application.database.dataSource.query(`update sign_in_failure set last_at = now() + interval '1 minute'`);
    told();
    expect((await guess()).status).toBe(429);
    expect(told()).toEqual([
      jasmine.objectContaining({ event: 'attempts.slowed', code: 'too-many-attempts', route: '/api/session' }),
    ]);
  });

  it('tells of what is refused: who, which permission, and the pattern of the address alone', async () => {
    const councillor = await application.as('folkevalgt');
    const { body } = await councillor.get<{ account: { id: string } }>('/api/session');
    told();
    const asked = `/api/accounts/${kari}`;
    expect((await councillor.get(asked)).status).toBe(403);
    expect((await councillor.post('/api/session', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const refused = told();
    expect(refused).toEqual([
      jasmine.objectContaining({
        level: 'info',
        event: 'access.refused',
        account: body.account.id,
        permission: 'administration.read',
        method: 'GET',
      }),
      jasmine.objectContaining({ event: 'access.refused', code: 'foreign-origin', method: 'POST' }),
    ]);
    expect(JSON.stringify(refused)).not.toContain(kari);
  });

  it('says nothing of what is found, not found or malformed', async () => {
    const councillor = await application.as('folkevalgt');
    told();
    await councillor.get('/api/session');
    await councillor.get('/api/projects/1999-999');
    await application.nobody.post('/api/session', {});
    await application.nobody.get('/api/projects');
    expect(told()).toEqual([]);
  });

  it('tells of ended sessions, a changed password and a link by the number of the change', async () => {
    const signedIn = async (): Promise<Client['cookie']> =>
      String((await signIn()).headers['set-cookie']).split(';')[0]!;
    const [cookie] = [await signedIn(), await signedIn(), await signedIn()];
    const ask = { cookie: cookie! };
    const { body: sessions } = await application.nobody.get<OwnSession[]>('/api/sessions', ask);
    const other = sessions.find(({ current }) => !current)!;
    const administrator = await application.as('administrator');
    told();
    await application.nobody.delete(`/api/sessions/${other.id}`, ask);
    await application.nobody.ask(
      'PUT',
      '/api/session/password',
      { currentPassword: 'feil', newPassword: password },
      ask,
    );
    const fresh = { currentPassword: password, newPassword: 'tre hester og en kaffekopp' };
    expect((await application.nobody.ask('PUT', '/api/session/password', fresh, ask)).status).toBe(200);
    expect((await administrator.post(`/api/accounts/${kari}/sign-in-link`)).status).toBeLessThan(300);
    const events = told();
    expect(events.map(({ event }) => event)).toEqual([
      'session.ended',
      'sign-in.failed',
      'account.password-changed',
      'sign-in.succeeded',
      'account.link-made',
    ]);
    const [{ number }] = await application.database.dataSource.query<[{ number: number }]>(
      `select max(number) as number from change where action = 'account.link-made'`,
    );
    expect(events.at(-1)!['change']).toBe(number);
    expect(JSON.stringify(events)).not.toMatch(/kari@|Nordmann|hester|sykkel/);
  });

  it('tells, as a fault, when the history could not be sealed', async () => {
    const db = await testDatabase();
    const sealing = new Sealing(await db.again());
    spyOn(sealing, 'sealAll').and.rejectWith(new Error('the disk is full'));
    const job = new SealJob(readEnvironment({ DATABASE_URL: db.url }), sealing);
    whenOver(() => job.onApplicationShutdown());
    await job.start();
    while (lines.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told()[0]).toEqual(
      jasmine.objectContaining({ level: 'error', event: 'sealing.failed', message: 'the disk is full' }),
    );
  });
});
