import type { HistoryPage, ProjectView } from '#shared';
import { idOf, ifMatch, refusal, registerProject } from '../../testing/projects.js';
import { type Client, type TestApplication, testApplication } from '../../testing/test-application.js';

describe('a project’s story', () => {
  let application: TestApplication;
  let manager: Client;
  let director: Client;
  let project: ProjectView;

  beforeAll(async () => {
    application = await testApplication();
    manager = await application.as('prosjektleder');
    director = await application.as('kommunalsjef');
  });
  beforeEach(async () => {
    project = await registerProject(manager, { caseNumber: '26/1234' });
  });

  const path = () => `/api/projects/${project.number}`;
  const story = async (query = '', headers = {}) =>
    (await manager.get<HistoryPage>(`${path()}/history${query}`, headers)).body;
  async function change(client: Client, method: 'PATCH' | 'PUT' | 'DELETE' | 'POST', rest: string, body?: unknown) {
    const { body: answer, status, text } = await client.ask<ProjectView>(method, path() + rest, body, ifMatch(project));
    if (status >= 300) throw new Error(text);
    project = { ...project, version: answer.version ?? project.version };
    return answer;
  }

  it('begins when it was registered, with what was filled in, in words', async () => {
    const { total, items } = await story();
    expect(total).toBe(1);
    const [{ fields, at, ...entry }] = items as [HistoryPage['items'][number]];
    expect(entry).toEqual({
      change: project.version,
      action: 'project.registered',
      by: 'Prosjektleder (eksempel)',
      subject: 'project',
      label: null,
      event: 'created',
    });
    expect(Date.now() - Date.parse(at)).toBeLessThan(60_000);
    expect(fields).toEqual([
      { name: 'caseNumber', from: null, to: '26/1234' },
      { name: 'lifecycle', from: null, to: 'not-started' },
      { name: 'manager', from: null, to: 'Prosjektleder (eksempel)' },
      { name: 'moneyKind', from: null, to: 'investment' },
      { name: 'name', from: null, to: 'Ny sentrumsadkomst' },
      { name: 'number', from: null, to: project.number },
      { name: 'phase', from: null, to: 'Planlegging' },
      { name: 'sector', from: null, to: 'Samfunnsutvikling' },
    ]);
  });

  it('tells what a change was from and to, with names for people, sectors and phases', async () => {
    const ownerId = await idOf(director, 'Prosjekteier (eksempel)');
    await change(director, 'PATCH', '', {
      phase: 'gjennomforing',
      ownerId,
      committee: 'oppvekst',
      caseNumber: null,
    });
    expect((await story('', { 'accept-language': 'en' })).items[0]).toEqual(
      jasmine.objectContaining({
        action: 'project.changed',
        by: 'Kommunalsjef (eksempel)',
        event: 'changed',
        fields: [
          { name: 'caseNumber', from: '26/1234', to: null },
          { name: 'committee', from: null, to: 'Utvalg for oppvekst' },
          { name: 'owner', from: null, to: 'Prosjekteier (eksempel)' },
          { name: 'phase', from: 'Planning', to: 'Execution' },
        ],
      }),
    );
  });

  it('has nothing to tell of a change that changed nothing', async () => {
    await change(manager, 'PATCH', '', { name: project.name, place: '' });
    await change(manager, 'PATCH', '', {});
    expect((await story()).total).toBe(1);
  });

  it('keeps the name a person had when the change was made', async () => {
    await application.database.dataSource.transaction(async (tx) => {
      await tx.query(`select begin_change('spec', null, null, null)`);
      await tx.query(`update account set name = 'Ny Navn' where name = 'Prosjektleder 2 (eksempel)'`);
    });
    const managerId = await idOf(director, 'Ny Navn');
    await change(director, 'PATCH', '', { managerId });
    await application.database.dataSource.transaction(async (tx) => {
      await tx.query(`select begin_change('spec', null, null, null)`);
      await tx.query(`update account set name = 'Nyere Navn' where id = $1`, [managerId]);
    });
    expect((await story()).items[0]!.fields).toEqual([
      { name: 'manager', from: 'Prosjektleder (eksempel)', to: 'Ny Navn' },
    ]);
  });

  it('tells of contributions, reports and money too, each by its name', async () => {
    await change(manager, 'PUT', '/contributions/BY-A1.3', { kind: 'partial', statement: 'Vegen gir ny adkomst.' });
    await change(director, 'POST', '/contributions/BY-A1.3/approval');
    await change(director, 'POST', '/frame-decisions', {
      decidedOn: '2026-06-18',
      decidedBy: 'Kommunestyret',
      caseNumber: '26/99',
      amountOre: 100,
      reason: 'Vedtak',
    });
    await change(director, 'PUT', '/accounts/2026', { amountOre: 50, extractedOn: '2026-08-31' });
    await change(director, 'PUT', '/accounts/2026', { amountOre: 60, extractedOn: '2026-09-30' });
    await change(director, 'DELETE', '/accounts/2026');
    const lights = {
      progress: 'green',
      economy: 'green',
      quality: 'green',
      scope: 'green',
      risk: 'green',
      overall: 'green',
    };
    await change(director, 'POST', '/status-reports', { ...lights, summary: 'Går bra.' });

    const { total, items } = await story();
    expect(total).toBe(8);
    expect(items.map(({ subject, label, event }) => [subject, label, event])).toEqual([
      ['status_report', null, 'created'],
      ['booked_amount', '2026', 'removed'],
      ['booked_amount', '2026', 'changed'],
      ['booked_amount', '2026', 'created'],
      ['frame_decision', '26/99', 'created'],
      ['contribution', 'BY-A1.3', 'changed'],
      ['contribution', 'BY-A1.3', 'created'],
      ['project', null, 'created'],
    ]);
    expect(items[2]!.fields).toEqual([
      { name: 'amountOre', from: 50, to: 60 },
      { name: 'extractedOn', from: '2026-08-31', to: '2026-09-30' },
    ]);
    expect(items[5]!.fields.map(({ name, to }) => [name, to])).toContain(['approvedBy', 'Kommunalsjef (eksempel)']);

    const page = await story('?page=2&size=3');
    expect([page.total, page.items]).toEqual([8, items.slice(3, 6)]);
    expect((await story('?page=9')).total).toBe(8);

    const about = async (kind: string) => (await story(`?kind=${kind}`)).items.map(({ subject }) => subject);
    expect(await about('project')).toEqual(['project']);
    expect(await about('contribution')).toEqual(['contribution', 'contribution']);
    expect(await about('status-report')).toEqual(['status_report']);
    expect(await about('budget')).toEqual(['booked_amount', 'booked_amount', 'booked_amount', 'frame_decision']);
    expect((await manager.get(`${path()}/history?kind=weather`)).status).toBe(400);
  });

  it('ends at the instant that is asked about', async () => {
    await change(manager, 'PATCH', '', { place: 'Sentrum' });
    const { items } = await story();
    const [{ at }] = await application.database.dataSource.query<[{ at: string }]>(
      `select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from change where number = $1`,
      [items[1]!.change],
    );
    expect((await story(`?as-of=${at}`)).items).toEqual([items[1]!]);
  });

  it('is not for those who may not read history', async () => {
    expect(refusal(await (await application.as('folkevalgt')).get(`${path()}/history`))).toEqual([403, 'not-allowed']);
    expect(refusal(await manager.get('/api/projects/2026-999/history'))).toEqual([404, 'not-found']);
  });
});
