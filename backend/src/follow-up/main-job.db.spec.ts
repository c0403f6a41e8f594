import type {
  HistoryPage,
  Overview,
  ProjectFindings,
  ProjectView,
  StatusReportList,
  StrategyFollowUp,
  StrategyPage,
} from '#shared';
import { type Client, type TestApplication, testApplication } from '../../testing/test-application.js';

const plan = '/api/plans/langtidsplan-2018';
const huntonarmen = {
  name: 'Ny sentrumsadkomst (Huntonarmen)',
  sector: 'samfunnsutvikling',
  phase: 'planlegging',
  lifecycle: 'in-progress',
  startsOn: '2026-01-15',
  endsOn: '2030-06-30',
};

/** The main job through the API, step by step, each by the person whose step it is. */
describe('the main job', () => {
  let test: TestApplication;
  let manager: Client;
  let owner: Client;
  let leader: Client;
  let number: string;

  const strategy = async () => (await leader.get<StrategyPage>(`${plan}/strategies/BY-A1`)).body;
  const tagOf = async (client: Client) => (await client.get(`/api/projects/${number}`)).headers['etag']!;

  beforeAll(async () => {
    test = await testApplication();
    [manager, owner, leader] = await Promise.all([
      test.as('prosjektleder'),
      test.as('sektoradmin'),
      test.as('kommunedirektor'),
    ]);
  });

  async function becomesACarriedStrategy(): Promise<void> {
    expect((await strategy()).findings.map(({ rule }) => rule)).toContain('S01');

    const registered = await manager.post<ProjectView>('/api/projects', huntonarmen, {
      'idempotency-key': 'register-huntonarmen',
    });
    expect(registered.status).withContext(registered.text).toBe(201);
    number = registered.body.number;
    const repeated = await manager.post<ProjectView>('/api/projects', huntonarmen, {
      'idempotency-key': 'register-huntonarmen',
    });
    expect(repeated.body.number).toBe(number);

    const proposed = await manager.put(
      `/api/projects/${number}/contributions/BY-A1.3`,
      { kind: 'main', statement: 'Vegen gir sentrum en ny adkomst og avlaster gatene rundt.' },
      { 'if-match': await tagOf(manager) },
    );
    expect([200, 201]).withContext(proposed.text).toContain(proposed.status);
    expect((await strategy()).verdict).toBe('lacking');
    expect(
      (await leader.get<ProjectFindings>(`/api/projects/${number}/findings`)).body.findings.find(
        ({ rule }) => rule === 'P11',
      )!.text,
    ).toContain('venter på godkjenning');

    const refused = await manager.post(`/api/projects/${number}/contributions/BY-A1.3/approval`, undefined, {
      'if-match': await tagOf(manager),
    });
    expect(refused.status).toBe(403);
    const approved = await owner.post(`/api/projects/${number}/contributions/BY-A1.3/approval`, undefined, {
      'if-match': await tagOf(owner),
    });
    expect(approved.status).withContext(approved.text).toBeLessThan(300);

    const carried = await strategy();
    expect(carried.findings.map(({ rule }) => rule)).not.toContain('S01');
    expect(carried.verdict).toBe('weak');
    expect(carried.measureList.find(({ code }) => code === 'BY-A1.3')!.carriers).toEqual([
      { number, name: huntonarmen.name, kind: 'main', approved: true, covers: true },
    ]);
  }

  async function reportsYellow(): Promise<void> {
    const green = { economy: 'green', quality: 'green', scope: 'green', risk: 'green' };
    const incomplete = await manager.post(`/api/projects/${number}/status-reports`, {
      ...green,
      progress: 'yellow',
      overall: 'yellow',
      summary: 'Planen er lagt ut på nytt.',
    });
    expect([incomplete.status, incomplete.problem.fields?.map(({ path, code }) => `${path} ${code}`)]).toEqual([
      400,
      ['deviations.progress deviation-required'],
    ]);

    const sent = await manager.post(`/api/projects/${number}/status-reports`, {
      ...green,
      progress: 'yellow',
      overall: 'yellow',
      summary: 'Planen er lagt ut på nytt.',
      forecastEndsOn: '2030-09-30',
      finalForecastOre: 21_000_000_000,
      deviations: [
        {
          dimension: 'progress',
          cause: 'Ny høring',
          consequence: 'Tre måneder senere',
          action: 'Prosjekterer parallelt',
          responsible: 'Prosjektleder',
          dueOn: '2027-02-01',
        },
      ],
    });
    expect(sent.status).withContext(sent.text).toBe(201);

    const story = await leader.get<StatusReportList>(`/api/projects/${number}/status-reports`);
    expect(story.body.items[0]!.deviations[0]!.cause).toBe('Ny høring');
    const overview = (await leader.get<Overview>('/api/overview')).body;
    expect(overview.projects.lights).toEqual({ green: 0, yellow: 1, red: 0, none: 0 });
    expect((await strategy()).projects[0]!.light).toBe('yellow');
  }

  async function keepsMoneyToTheOre(): Promise<void> {
    const decided = await test.as('controller').then(async (controller) =>
      controller.post(
        `/api/projects/${number}/frame-decisions`,
        {
          decidedOn: '2026-06-18',
          decidedBy: 'Kommunestyret',
          caseNumber: '26/1234',
          amountOre: 20_000_000_001,
          reason: 'Investeringsvedtak',
        },
        { 'if-match': await tagOf(controller) },
      ),
    );
    expect(decided.status).withContext(decided.text).toBeLessThan(300);
    const { money } = (await leader.get<ProjectView>(`/api/projects/${number}`)).body;
    expect([money.approvedFrameOre, money.finalForecastOre, money.deviationOre]).toEqual([
      20_000_000_001, 21_000_000_000, -999_999_999,
    ]);
    expect((await leader.get<Overview>('/api/overview')).body.money).toEqual(
      jasmine.objectContaining({ approvedFrameOre: 20_000_000_001, deviationOre: -999_999_999, overFrame: 1 }),
    );
  }

  async function tellsWhoDidWhat(): Promise<void> {
    const { items } = (await leader.get<HistoryPage>(`/api/projects/${number}/history`)).body;
    const actions = items.map(({ action, by }) => `${action} ${by}`);
    expect(actions.some((told) => told.startsWith('project.registered Prosjektleder')))
      .withContext(actions.join('\n'))
      .toBeTrue();
    expect(actions.some((told) => told.startsWith('status-report.submitted Prosjektleder'))).toBeTrue();

    const [{ at }] = await test.database.dataSource.query<[{ at: string }]>(
      `select to_char((change.at - interval '1 microsecond') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from change where action = 'project.registered'`,
    );
    const then = (await leader.get<StrategyFollowUp[]>(`${plan}/follow-up?as-of=${at}`)).body;
    expect(then.find(({ code }) => code === 'BY-A1')!.findings.map(({ rule }) => rule)).toContain('S01');
    expect((await leader.get(`/api/projects/${number}?as-of=${at}`)).status).toBe(404);
  }

  it('holds from the registration to the report, the money, the reason and the history', async () => {
    await becomesACarriedStrategy();
    await reportsYellow();
    await keepsMoneyToTheOre();
    await tellsWhoDidWhat();
  });
});
