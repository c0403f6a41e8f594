import type { HistoryPage, Overview, StrategyFollowUp, StrategyPage } from '#shared';
import { type TestApplication, testApplication } from '../../testing/test-application.js';

const plan = '/api/plans/langtidsplan-2018';

describe('follow-up over HTTP, on a plan without projects', () => {
  let test: TestApplication;
  beforeAll(async () => {
    test = await testApplication();
  });

  it('lists 71 strategies, all lacking by S01', async () => {
    const { status, body } = await (await test.as('folkevalgt')).get<StrategyFollowUp[]>(`${plan}/follow-up`);
    expect(status).toBe(200);
    expect(body.length).toBe(71);
    expect(
      body.filter(({ verdict, findings }) => verdict === 'lacking' && findings.some(({ rule }) => rule === 'S01'))
        .length,
    ).toBe(71);
  });

  it('says why in the language asked for', async () => {
    const client = await test.as('kommunedirektor');
    const reason = async (language: string) =>
      (await client.get<StrategyPage>(`${plan}/strategies/BY-A1`, { 'accept-language': language })).body.findings[0]!
        .text;
    expect(await reason('nb')).toBe('Ingen prosjekter eller tiltak er registrert på strategien.');
    expect(await reason('nn')).toBe('Ingen prosjekt eller tiltak er registrerte på strategien.');
    expect(await reason('de')).toBe('Ingen prosjekter eller tiltak er registrert på strategien.');
  });

  it('gives the overview with every strategy accounted for once', async () => {
    const { body } = await (await test.as('kommunedirektor')).get<Overview>('/api/overview');
    const sum = (verdicts: Record<string, number>) => Object.values(verdicts).reduce((a, b) => a + b, 0);
    expect(body.strategies.total).toBe(71);
    expect(sum(body.strategies.verdicts)).toBe(71);
    expect(body.areas.map(({ total }) => total).reduce((a, b) => a + b)).toBe(71);
    expect(body.areas.map(({ verdicts }) => sum(verdicts))).toEqual(body.areas.map(({ total }) => total));
    expect(body.attention.length).toBe(71);
    expect(body.before).toBeNull();
  });

  it('answers 304 while nothing changes, and anew when something has', async () => {
    const client = await test.as('planradgiver');
    const first = await client.get(`${plan}/follow-up`);
    const etag = first.headers['etag']!;
    const again = await client.get(`${plan}/follow-up`, { 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);

    const strategy = await client.get<StrategyPage>(`${plan}/strategies/UNI-A1`);
    const changed = await client.patch(
      `${plan}/strategies/UNI-A1`,
      { leadSector: 'samfunnsutvikling', responsibleRole: 'sector-director' },
      { 'if-match': strategy.headers['etag']! },
    );
    expect(changed.status).toBe(200);
    const after = await client.get<StrategyFollowUp[]>(`${plan}/follow-up`, { 'if-none-match': etag });
    expect(after.status).toBe(200);
    const found = after.body.find(({ code }) => code === 'UNI-A1')!;
    expect(found.leadSector).toEqual({ code: 'samfunnsutvikling', name: 'Samfunnsutvikling' });
    expect(found.findings.map(({ rule }) => rule)).not.toContain('S08');

    const history = await client.get<HistoryPage>(`${plan}/strategies/UNI-A1/history`);
    expect(history.body.items[0]).toEqual(
      jasmine.objectContaining({ action: 'strategy.changed', event: 'changed', by: 'Planrådgiver (eksempel)' }),
    );
  });

  it('loses no update of who answers for a strategy: the second of two is told, with what it is now', async () => {
    const client = await test.as('planradgiver');
    const { headers } = await client.get(`${plan}/strategies/UNI-A2`);
    const write = (leadSector: string) =>
      client.patch(`${plan}/strategies/UNI-A2`, { leadSector }, { 'if-match': headers['etag']! });
    expect((await write('oppvekst')).status).toBe(200);
    const second = await write('samfunnsutvikling');
    expect([second.status, second.problem.code]).toEqual([412, 'version-conflict']);
    const unconditional = await client.patch(`${plan}/strategies/UNI-A2`, { leadSector: null });
    expect([unconditional.status, unconditional.problem.code]).toEqual([428, 'version-required']);
    expect((await client.get<StrategyPage>(`${plan}/strategies/UNI-A2`)).body.leadSector?.code).toBe('oppvekst');
  });

  it('names the field when a sector is unknown', async () => {
    const client = await test.as('planradgiver');
    const { headers } = await client.get(`${plan}/strategies/UNI-A3`);
    const { status, problem } = await client.patch(
      `${plan}/strategies/UNI-A3`,
      { leadSector: 'havbruk' },
      { 'if-match': headers['etag']! },
    );
    expect([status, problem.fields?.[0]?.path, problem.fields?.[0]?.code]).toEqual([
      400,
      'leadSector',
      'unknown-sector',
    ]);
  });

  it('does not find what is not there', async () => {
    const client = await test.as('revisor');
    for (const url of [
      '/api/plans/ingen-plan/follow-up',
      `${plan}/strategies/BY-A99`,
      `${plan}/strategies/BY-A99/history`,
      '/api/overview?plan=ingen-plan',
      '/api/projects/2026-999/findings',
    ]) {
      const { status, problem } = await client.get(url);
      expect([url, status, problem.code]).toEqual([url, 404, 'not-found']);
    }
  });

  it('answers for a date before the plan was registered that it was not there', async () => {
    const { status } = await (await test.as('revisor')).get('/api/overview?as-of=2019-01-01');
    expect(status).toBe(404);
  });
});
