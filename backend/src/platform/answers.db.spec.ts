import type { PlanView, Problem, ProjectList, ProjectView } from '#shared';
import { type Answer, type Client, type TestApplication, testApplication } from '../../testing/test-application.js';
import { Database } from './database.js';

const registration = {
  name: 'Ny gangveg langs Hunnselva',
  sector: 'samfunnsutvikling',
  phase: 'planlegging',
};

describe('an answer', () => {
  let application: TestApplication;
  let director: Client;
  let phase: string;

  beforeAll(async () => {
    application = await testApplication();
    director = await application.as('kommunedirektor');
    const { body } = await director.get<{ code: string; category: string }[]>('/api/phases');
    phase = body.find(({ category }) => category === 'planning')!.code;
  });

  const register = (headers: Record<string, string> = {}, name = registration.name) =>
    director.post<ProjectView>('/api/projects', { ...registration, phase, name }, headers);
  const projects = async () => (await director.get<ProjectList>('/api/projects')).body.total;

  it('is 304 without a body while nothing has changed, and anew when something has', async () => {
    const first = await director.get('/api/projects');
    const etag = first.headers['etag']!;
    expect(first.headers['cache-control']).toBe('private, no-cache');
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await director.get('/api/projects', { 'if-none-match': known });
      expect([again.status, again.text]).withContext(known).toEqual([304, '']);
    }
    await register();
    const after = await director.get<ProjectList>('/api/projects', { 'if-none-match': etag });
    expect(after.status).toBe(200);
    expect(after.body.items.map(({ name }) => name)).toContain(registration.name);
    expect(after.headers['etag']).not.toBe(etag);
  });

  it('is made once for a revision, however often it is asked for', async () => {
    const rows = spyOn(application.app.get(Database), 'rows').and.callThrough();
    const row = spyOn(application.app.get(Database), 'row').and.callThrough();
    const first = await director.get('/api/plans/langtidsplan-2018');
    const statements = rows.calls.count() + row.calls.count();
    const others = await Promise.all(Array.from({ length: 10 }, () => director.get('/api/plans/langtidsplan-2018')));
    expect(others.every(({ text }) => text === first.text)).toBeTrue();
    expect(rows.calls.count() + row.calls.count()).toBe(statements);
  });

  it('is another in another language, but not for another person', async () => {
    const asked = async (client: Client, language: string) =>
      (await client.get('/api/phases', { 'accept-language': language })).headers['etag'];
    const controller = await application.as('controller');
    const bokmål = await asked(director, 'nb');
    expect(await asked(controller, 'no;q=0.9, fr')).toBe(bokmål);
    expect(await asked(director, 'fr, nn;q=0.5, en;q=0.4')).toBe(bokmål!.replace('.nb.', '.nn.'));
    expect(await asked(director, 'en-GB')).toBe(bokmål!.replace('.nb.', '.en.'));
  });

  it('with anything of the asker in it is kept for that person alone', async () => {
    const { body: project } = await register();
    const url = `/api/projects/${project.number}`;
    const mine = await director.get<ProjectView>(url);
    const theirs = await (await application.as('revisor')).get<ProjectView>(url);
    expect([mine.body.may.change, theirs.body.may.change]).toEqual([true, false]);
    expect(theirs.headers['etag']).not.toBe(mine.headers['etag']);
  });

  it('begins its tag with the version that a write is held against', async () => {
    const { body: plan, headers } = await director.get<PlanView>('/api/plans/langtidsplan-2018');
    expect(headers['etag']).toMatch(new RegExp(`^"v${plan.version}\\.r\\d+\\.`));
    const change = (tag: string | undefined) =>
      director.patch<PlanView>(
        '/api/plans/langtidsplan-2018',
        { caseNumber: '18/1234' },
        tag ? { 'if-match': tag } : {},
      );
    expect(codeOf(await change(undefined))).toEqual([428, 'version-required']);
    for (const tag of ['*', '"v1"', '"r7"', 'v7', `"v${plan.version + 1}"`, '""'])
      expect(codeOf(await change(tag)))
        .withContext(tag)
        .toEqual([412, 'version-conflict']);
    const written = await change(headers['etag']);
    expect([written.status, written.body.caseNumber]).toEqual([200, '18/1234']);
    expect(written.headers['etag']).toBe(`"v${written.body.version}"`);
    const late = await change(headers['etag']);
    expect(codeOf(late)).toEqual([412, 'version-conflict']);
    expect((late.problem['current'] as PlanView).caseNumber).toBe('18/1234');
  });

  it('as of an instant is what it was then, and never of the future', async () => {
    const count = await projects();
    const before = new Date().toISOString();
    await register();
    expect((await director.get<ProjectList>(`/api/projects?as-of=${before}`)).body.total).toBe(count);
    expect((await director.get<ProjectList>('/api/projects?as-of=2020-01-01')).body.total).toBe(0);
    const { body: municipality } = await director.get<{ today: string }>('/api/municipality');
    expect((await director.get<ProjectList>(`/api/projects?as-of=${municipality.today}`)).body.total).toBe(count + 1);
    const hence = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
    for (const asOf of [hence(60), hence(48 * 3600).slice(0, 10), '2999-12-31'])
      for (const url of ['/api/projects', '/api/municipality', '/api/overview', '/api/plans', '/api/people'])
        expect(codeOf(await director.get(`${url}?as-of=${asOf}`)))
          .withContext(`${url} ${asOf}`)
          .toEqual([400, 'as-of-in-the-future']);
    for (const asOf of [
      'yesterday',
      '0226-01-01',
      '9999-12-31',
      '2026-02-30',
      '2026-13-01',
      '',
      '2026-11-23T25:00:00Z',
      '2026-11-23T10:00:00',
    ])
      expect(codeOf(await director.get(`/api/projects?as-of=${encodeURIComponent(asOf)}`)))
        .withContext(asOf)
        .toEqual([400, 'invalid-input']);
  });

  it('to a repeated write is the first one, and the write is done once', async () => {
    const count = await projects();
    const key = { 'idempotency-key': 'repeated-1' };
    const first = await register(key);
    const again = await register(key);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(await projects()).toBe(count + 1);
  });

  it('to the same key with another request is a refusal', async () => {
    const key = { 'idempotency-key': 'reused-1' };
    await register(key);
    const count = await projects();
    expect(codeOf(await register(key, 'Et annet prosjekt'))).toEqual([422, 'idempotency-key-reused']);
    expect(await projects()).toBe(count);
  });

  it('to the same key of another person is that person’s own', async () => {
    const key = { 'idempotency-key': 'another-1' };
    const first = await register(key);
    const other = await application.as('kommunalsjef');
    const second = await other.post<ProjectView>('/api/projects', { ...registration, phase }, key);
    expect([second.status, second.body.number === first.body.number]).toEqual([201, false]);
  });

  it('to twenty repeats that come at once is one write', async () => {
    const count = await projects();
    const answers = await Promise.all(Array.from({ length: 20 }, () => register({ 'idempotency-key': 'at-once-1' })));
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
    expect(await projects()).toBe(count + 1);
  });

  it('to a refused write is not kept: the key may be used again', async () => {
    const key = { 'idempotency-key': 'refused-1' };
    expect((await register(key, '')).status).toBe(400);
    expect((await register(key)).status).toBe(201);
  });

  it('to a key that is not one is a refusal', async () => {
    for (const key of ['short', 'with space', 'å'.repeat(8), 'x'.repeat(201)])
      expect(codeOf(await register({ 'idempotency-key': Buffer.from(key).toString('latin1') })))
        .withContext(key)
        .toEqual([400, 'idempotency-key-malformed']);
  });
});

const codeOf = ({ status, problem }: Answer): [number, Problem['code']] => [status, problem.code];
