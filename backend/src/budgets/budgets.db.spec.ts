import type { ProjectBudget, ProjectView } from '#shared';
import { seeded } from '../../testing/portfolio.js';
import { ifMatch, refusal, registerProject } from '../../testing/projects.js';
import { type Answer, type Client, type TestApplication, testApplication } from '../../testing/test-application.js';

const decision = {
  decidedOn: '2026-06-18',
  decidedBy: 'Kommunestyret',
  caseNumber: '26/1234',
  amountOre: 4_500_000_000,
  reason: 'Investeringsvedtak',
};

describe('a project’s money', () => {
  let application: TestApplication;
  let controller: Client;
  let project: ProjectView;
  let budget: ProjectBudget;

  beforeAll(async () => {
    application = await testApplication();
    controller = await application.as('controller');
  });
  beforeEach(async () => {
    project = await registerProject(await application.as('prosjektleder'));
    budget = (await controller.get<ProjectBudget>(path('budget'))).body;
  });

  const path = (rest: string) => `/api/projects/${project.number}/${rest}`;
  /** Writes on the money as it now is, and keeps what came of it. */
  async function write(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    rest: string,
    body?: unknown,
  ): Promise<Answer<ProjectBudget>> {
    const answer = await controller.ask<ProjectBudget>(method, path(rest), body, ifMatch(budget));
    if (answer.status < 300) budget = answer.body;
    return answer;
  }

  it('is nothing known at first: no frame, not a frame of zero', () => {
    expect(budget).toEqual({
      approvedFrameOre: null,
      finalForecastOre: null,
      deviationOre: null,
      accountsToDateOre: 0,
      decisions: [],
      years: [],
      version: project.version,
      mayChange: true,
    });
  });

  it('has a frame that is the sum of its decisions, in the order they were made', async () => {
    expect((await write('POST', 'frame-decisions', decision)).status).toBe(201);
    await write('POST', 'frame-decisions', {
      ...decision,
      decidedOn: '2026-01-10',
      amountOre: 200_000_000,
      reason: 'Forprosjekt',
    });
    await write('POST', 'frame-decisions', {
      ...decision,
      decidedOn: '2026-09-24',
      amountOre: -300_000_000,
      reason: 'Redusert',
    });
    expect(budget.approvedFrameOre).toBe(4_400_000_000);
    expect(budget.decisions.map(({ reason, frameAfterOre }) => [reason, frameAfterOre])).toEqual([
      ['Forprosjekt', 200_000_000],
      ['Investeringsvedtak', 4_700_000_000],
      ['Redusert', 4_400_000_000],
    ]);
  });

  it('has decisions that are put right and taken away when mistyped', async () => {
    await write('POST', 'frame-decisions', decision);
    const { id } = budget.decisions[0]!;
    await write('PATCH', `frame-decisions/${id}`, { caseNumber: '26/1243' });
    expect(budget.decisions[0]).toEqual(jasmine.objectContaining({ ...decision, caseNumber: '26/1243' }));
    await write('PATCH', `frame-decisions/${id}`, { amountOre: 5_000_000_000 });
    expect(budget.approvedFrameOre).toBe(5_000_000_000);
    await write('DELETE', `frame-decisions/${id}`);
    expect([budget.approvedFrameOre, budget.decisions]).toEqual([null, []]);
    expect(refusal(await write('DELETE', `frame-decisions/${id}`))).toEqual([404, 'not-found']);
  });

  it('has appropriations and accounts by year, and the deviation of each: budget less accounts', async () => {
    await write('PUT', 'appropriations/2025', { originalOre: 100, revisedOre: 120, caseNumber: '25/1' });
    await write('PUT', 'accounts/2025', { amountOre: 150, extractedOn: '2026-02-22' });
    await write('PUT', 'accounts/2024', { amountOre: 30, extractedOn: '2025-02-22' });
    await write('PUT', 'appropriations/2026', { originalOre: 10, revisedOre: 10 });
    expect(budget.years).toEqual([
      {
        year: 2024,
        originalOre: null,
        revisedOre: null,
        caseNumber: null,
        accountsOre: 30,
        extractedOn: '2025-02-22',
        deviationOre: null,
      },
      {
        year: 2025,
        originalOre: 100,
        revisedOre: 120,
        caseNumber: '25/1',
        accountsOre: 150,
        extractedOn: '2026-02-22',
        deviationOre: -30,
      },
      {
        year: 2026,
        originalOre: 10,
        revisedOre: 10,
        caseNumber: null,
        accountsOre: null,
        extractedOn: null,
        deviationOre: null,
      },
    ]);
    expect(budget.accountsToDateOre).toBe(180);
    await write('PUT', 'accounts/2025', { amountOre: 110, extractedOn: '2026-03-01' });
    expect([budget.accountsToDateOre, budget.years[1]!.deviationOre]).toEqual([140, 10]);
    await write('DELETE', 'accounts/2024');
    await write('DELETE', 'appropriations/2026');
    expect([budget.accountsToDateOre, budget.years.map(({ year }) => year)]).toEqual([110, [2025]]);
  });

  it('deviates by frame less forecast: negative is merforbruk', async () => {
    await write('POST', 'frame-decisions', { ...decision, amountOre: 100 });
    const report = {
      progress: 'green',
      economy: 'green',
      quality: 'green',
      scope: 'green',
      risk: 'green',
      overall: 'green',
      summary: 'Ja.',
    };
    const director = await application.as('kommunalsjef');
    await director.post(path('status-reports'), { ...report, finalForecastOre: 101 });
    expect((await controller.get<ProjectBudget>(path('budget'))).body.deviationOre).toBe(-1);
    expect((await controller.get<ProjectView>(`/api/projects/${project.number}`)).body.money.deviationOre).toBe(-1);
  });

  it('is never decided or booked ahead of today, nor framed below zero', async () => {
    expect(refusal(await write('POST', 'frame-decisions', { ...decision, decidedOn: '2199-01-01' }))).toEqual([
      400,
      'invalid-input',
      'decidedOn: date-in-the-future',
    ]);
    expect(refusal(await write('PUT', 'accounts/2026', { amountOre: 1, extractedOn: '2199-01-01' }))).toEqual([
      400,
      'invalid-input',
      'extractedOn: date-in-the-future',
    ]);
    expect(refusal(await write('POST', 'frame-decisions', { ...decision, amountOre: -1 }))).toEqual([
      400,
      'invalid-input',
      'amountOre: frame-below-zero',
    ]);
    expect(refusal(await write('POST', 'frame-decisions', { ...decision, amountOre: 0 }))).toEqual([
      400,
      'invalid-input',
      'amountOre: amount-not-zero',
    ]);
    expect(refusal(await write('POST', 'frame-decisions', { ...decision, amountOre: 0.5 }))).toEqual([
      400,
      'invalid-input',
      'amountOre: invalid-type',
    ]);
    expect(refusal(await write('PUT', 'accounts/1989', { amountOre: 1, extractedOn: '2026-01-01' }))).toEqual([
      400,
      'invalid-input',
      ': too-small',
    ]);
  });

  it('is held to what is counted exactly', async () => {
    const largest = { ...decision, amountOre: 900_000_000_000_000 };
    expect((await write('POST', 'frame-decisions', largest)).status).toBe(201);
    expect(refusal(await write('POST', 'frame-decisions', { ...decision, amountOre: 1 }))).toEqual([
      400,
      'invalid-input',
      'amountOre: sum-too-large',
    ]);
  });

  it('is written on the project as it was seen, by those who may', async () => {
    expect(refusal(await controller.post(path('frame-decisions'), decision))).toEqual([428, 'version-required']);
    const seen = budget;
    await write('POST', 'frame-decisions', decision);
    const late = await controller.post(path('frame-decisions'), decision, ifMatch(seen));
    expect(refusal(late)).toEqual([412, 'version-conflict']);
    expect((late.problem['current'] as ProjectBudget).decisions.length).toBe(1);

    const manager = await application.as('prosjektleder');
    expect((await manager.get<ProjectBudget>(path('budget'))).body.mayChange).toBeFalse();
    expect(refusal(await manager.post(path('frame-decisions'), decision, ifMatch(budget)))).toEqual([
      403,
      'not-allowed',
    ]);
    const owner = await application.as('prosjekteier');
    expect(refusal(await owner.post(path('frame-decisions'), decision, ifMatch(budget)))).toEqual([403, 'not-allowed']);
  });

  it('has sums that equal their parts after any writes', async () => {
    const random = seeded(20180322);
    const projects = [project, await registerProject(await application.as('prosjektleder'))];
    const budgets = new Map(projects.map((one) => [one.number, { ...budget, version: one.version }]));
    for (let turn = 0; turn < 200; turn += 1) {
      project = projects[random(2)]!;
      budget = budgets.get(project.number)!;
      const year = 2020 + random(5);
      const chosen = budget.decisions[random(budget.decisions.length)]?.id ?? '00000000-0000-4000-8000-000000000000';
      const writes: [Parameters<typeof write>[0], string, unknown?][] = [
        [
          'POST',
          'frame-decisions',
          { ...decision, decidedOn: `2026-0${1 + random(9)}-01`, amountOre: random(2_000_000) - 500_000 || 1 },
        ],
        ['PATCH', `frame-decisions/${chosen}`, { amountOre: random(2_000_000) + 1 }],
        ['DELETE', `frame-decisions/${chosen}`],
        ['PUT', `accounts/${year}`, { amountOre: random(2_000_000) - 500_000, extractedOn: '2026-01-31' }],
        ['DELETE', `accounts/${year}`],
        ['PUT', `appropriations/${year}`, { originalOre: random(1_000_000), revisedOre: random(1_000_000) }],
      ];
      await write(...writes[random(writes.length)]!);
      budgets.set(project.number, budget);

      const sumOf = (parts: number[]) => parts.reduce((sum, part) => sum + part, 0);
      const frame = budget.decisions.length > 0 ? sumOf(budget.decisions.map(({ amountOre }) => amountOre)) : null;
      expect(budget.approvedFrameOre).withContext(`turn ${turn}`).toBe(frame);
      expect(budget.decisions.at(-1)?.frameAfterOre ?? null).toBe(frame);
      expect(budget.accountsToDateOre)
        .withContext(`turn ${turn}`)
        .toBe(sumOf(budget.years.map(({ accountsOre }) => accountsOre ?? 0)));
    }
    const drifted = await application.database.dataSource.query<unknown[]>(`
      select number from project where approved_frame_ore is distinct from (select sum(amount_ore) from frame_decision where project_id = project.id)
        or accounts_to_date_ore <> coalesce((select sum(amount_ore) from booked_amount where project_id = project.id), 0)`);
    expect(drifted).toEqual([]);
  }, 60_000);
});
