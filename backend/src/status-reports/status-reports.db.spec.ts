import type { ProjectView, StatusReport, StatusReportList, SubmitStatusReportInput, SuggestedLight } from '#shared';
import { ifMatch, refusal, registerProject } from '../../testing/projects.js';
import { type Client, type TestApplication, testApplication } from '../../testing/test-application.js';

const allGreen: SubmitStatusReportInput = {
  progress: 'green',
  economy: 'green',
  quality: 'green',
  scope: 'green',
  risk: 'green',
  overall: 'green',
  summary: 'Arbeidet går som planlagt.',
};
const late: SubmitStatusReportInput = {
  ...allGreen,
  progress: 'yellow',
  overall: 'yellow',
  summary: 'Planen er på ny høring.',
  forecastEndsOn: '2100-03-31',
  finalForecastOre: 4_820_000_000,
  deviations: [
    {
      dimension: 'progress',
      cause: 'Ny høring.',
      consequence: 'Tre måneder senere byggestart.',
      action: 'Prosjektering går parallelt.',
      responsible: 'Prosjektleder',
      dueOn: '2100-02-01',
    },
  ],
};

describe('status reports', () => {
  let application: TestApplication;
  let manager: Client;
  let project: ProjectView;

  beforeAll(async () => {
    application = await testApplication();
    manager = await application.as('prosjektleder');
  });
  beforeEach(async () => {
    project = await registerProject(manager, {
      lifecycle: 'in-progress',
      startsOn: '2026-01-01',
      endsOn: '2099-12-31',
    });
  });

  const path = () => `/api/projects/${project.number}/status-reports`;
  const list = async () => (await manager.get<StatusReportList>(path())).body;
  const submit = (input: unknown, headers = {}) => manager.post<StatusReport>(path(), input, headers);

  it('are a project’s story, the newest first', async () => {
    await submit(allGreen);
    const { status, body } = await submit(late);
    expect(status).toBe(201);
    const { total, items } = await list();
    expect(total).toBe(2);
    expect(items[0]!.summary).toBe('Planen er på ny høring.');
    expect(items[1]!.summary).toBe('Arbeidet går som planlagt.');
    expect({ ...items[0]!, submittedAt: '' }).toEqual({ ...body, submittedAt: '' });
    expect(Date.parse(items[0]!.submittedAt)).toBe(Date.parse(body.submittedAt));
    expect(body.submittedBy).toBe('Prosjektleder (eksempel)');
  });

  it('leave lights and forecast on the project, whose version stays for those who are editing it', async () => {
    await submit(late);
    const { body } = await manager.get<ProjectView>(`/api/projects/${project.number}`);
    expect(body.lights).toEqual({
      progress: 'yellow',
      economy: 'green',
      quality: 'green',
      scope: 'green',
      risk: 'green',
      overall: 'yellow',
    });
    expect([body.forecastEndsOn, body.money.finalForecastOre]).toEqual(['2100-03-31', 4_820_000_000]);
    expect(body.version).toBe(project.version);
    expect(
      (await manager.patch(`/api/projects/${project.number}`, { place: 'Sentrum' }, ifMatch(project))).status,
    ).toBe(200);
  });

  it('stand as they were submitted', async () => {
    await submit(allGreen);
    const { dataSource } = application.database;
    const change = (statement: string) =>
      dataSource.transaction(async (tx) => {
        await tx.query(`select begin_change('spec', null, null, null)`);
        await tx.query(statement, [project.id]);
      });
    await expectAsync(change(`update status_report set summary = '' where project_id = $1`)).toBeRejectedWithError(
      /does not change/,
    );
    await expectAsync(change('delete from status_report where project_id = $1')).toBeRejectedWithError(
      /does not change/,
    );
  });

  it('say what is wrong and what is done where a light is not green', async () => {
    expect(refusal(await submit({ ...late, deviations: [] }))).toEqual([
      400,
      'invalid-input',
      'deviations.progress: deviation-required',
    ]);
    expect(refusal(await submit({ ...late, overall: 'green' }))).toEqual([
      400,
      'invalid-input',
      'overallReason: overall-reason-required',
    ]);
  });

  it('are for a period that has begun and is not locked', async () => {
    const { openPeriod } = await list();
    expect((await submit({ ...allGreen, period: openPeriod!.code })).body.period).toEqual({
      code: openPeriod!.code,
      name: openPeriod!.name,
    });
    const next = Number(openPeriod!.code.slice(0, 4)) + 2;
    expect(refusal(await submit({ ...allGreen, period: '2019-T1' }))).toEqual([
      400,
      'invalid-input',
      'period: period-locked',
    ]);
    expect(refusal(await submit({ ...allGreen, period: `${next}-T1` }))).toEqual([
      400,
      'invalid-input',
      'period: period-unknown',
    ]);
    await application.database.dataSource.transaction(async (tx) => {
      await tx.query(`select begin_change('spec', null, null, null)`);
      await tx.query(
        `insert into reporting_period (id, code, names, short_name, starts_on, ends_on, due_on, locks_on)
         values (gen_random_uuid(), 'to-come', '{"nb": "", "nn": "", "en": ""}', '', '2199-01-01', '2199-04-30', '2199-05-15', '2199-05-29')
         on conflict do nothing`,
      );
    });
    expect(refusal(await submit({ ...allGreen, period: 'to-come' }))).toEqual([
      400,
      'invalid-input',
      'period: period-not-begun',
    ]);
  });

  it('are not taken for what is finished or rejected', async () => {
    const finished = await registerProject(manager, { lifecycle: 'finished', finishedOn: '2026-05-01' });
    const rejected = await registerProject(manager, { lifecycle: 'rejected' });
    for (const { number, may } of [finished, rejected]) {
      expect(may.report).toBeFalse();
      expect(refusal(await manager.post(`/api/projects/${number}/status-reports`, allGreen))).toEqual([
        409,
        'project-takes-no-reports',
      ]);
    }
  });

  it('are «ingen endring» only after an earlier one', async () => {
    expect(refusal(await submit({ ...allGreen, unchanged: true }))).toEqual([
      400,
      'invalid-input',
      'unchanged: no-earlier-report',
    ]);
    await submit(allGreen);
    expect((await submit({ ...allGreen, unchanged: true })).body.unchanged).toBeTrue();
  });

  it('are «ingen endring» twice in a row, not three times, until somebody has written a new one', async () => {
    const same = { ...allGreen, unchanged: true };
    const tooOften: ReturnType<typeof refusal> = [400, 'invalid-input', 'unchanged: unchanged-too-often'];
    await submit(allGreen);
    expect((await submit(same)).status).toBe(201);
    expect((await submit(same)).status).toBe(201);
    expect(refusal(await submit(same))).toEqual(tooOften);
    expect((await list()).total).toBe(3);
    expect((await submit(allGreen)).status).toBe(201);
    expect((await submit(same)).status).toBe(201);
    expect((await submit(same)).status).toBe(201);
    expect(refusal(await submit(same))).toEqual(tooOften);
  });

  it('are «ingen endring» twice in a row when many come at once too', async () => {
    await submit(allGreen);
    const answers = await Promise.all(Array.from({ length: 8 }, () => submit({ ...allGreen, unchanged: true })));
    expect(answers.filter(({ status }) => status === 201).length).toBe(2);
    expect((await list()).total).toBe(3);
  });

  it('answer a repeat of the second «ingen endring» as the first time, since it is no third', async () => {
    await submit(allGreen);
    await submit({ ...allGreen, unchanged: true });
    const key = { 'idempotency-key': `same-${project.number}` };
    const second = await submit({ ...allGreen, unchanged: true }, key);
    expect((await submit({ ...allGreen, unchanged: true }, key)).body).toEqual(second.body);
  });

  it('are submitted once, however often the same request comes', async () => {
    const key = { 'idempotency-key': `key-${project.number}` };
    const first = await submit(allGreen, key);
    const again = await submit(allGreen, key);
    expect(again.body).toEqual(first.body);
    expect((await list()).total).toBe(1);
    expect(refusal(await submit(late, key))).toEqual([422, 'idempotency-key-reused']);
  });

  it('are written by those who reach the project', async () => {
    const other = await application.as('prosjektleder2');
    expect(refusal(await other.post(path(), allGreen))).toEqual([403, 'not-your-project']);
    expect(refusal(await (await application.as('controller')).post(path(), allGreen))).toEqual([403, 'not-allowed']);
    expect((await (await application.as('kommunalsjef')).post(path(), allGreen)).status).toBe(201);
    expect(refusal(await manager.post('/api/projects/2026-999/status-reports', allGreen))).toEqual([404, 'not-found']);
  });

  it('are all kept and the last of them shown when many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => submit({ ...late, finalForecastOre: n })));
    expect(answers.every(({ status }) => status === 201)).toBeTrue();
    const { total, items } = await list();
    expect(total).toBe(20);
    const { body } = await manager.get<ProjectView>(`/api/projects/${project.number}`);
    expect(Date.parse(body.reportedAt!)).toBe(Date.parse(items[0]!.submittedAt));
  });

  it('get lights suggested from the dates and the money, each with its reason', async () => {
    const suggest = async (query: string) =>
      (await manager.get<SuggestedLight[]>(`${path()}/suggestion${query}`, { 'accept-language': 'nn' })).body;
    expect(await suggest('')).toEqual([
      {
        dimension: 'progress',
        light: 'green',
        reason: 'Forventa slutt 31.12.2099 er ikkje seinare enn planlagd slutt 31.12.2099.',
      },
    ]);
    expect((await suggest('?forecastEndsOn=2110-06-01'))[0]!.light).toBe('red');
  });
});
