import type { ProjectList, ProjectView } from '#shared';
import { ifMatch, refusal, registerProject } from '../../testing/projects.js';
import { type Answer, type Client, type TestApplication, testApplication } from '../../testing/test-application.js';

const statement = 'Vegen gir sentrum en ny adkomst.';

describe('contributions', () => {
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
    project = await registerProject(manager);
  });

  /** Writes on the project as it now is, and keeps what came of it. */
  async function write(
    client: Client,
    method: 'PUT' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Answer<ProjectView>> {
    const answer = await client.ask<ProjectView>(
      method,
      `/api/projects/${project.number}/contributions/${path}`,
      body,
      ifMatch(project),
    );
    if (answer.status < 300) project = answer.body;
    return answer;
  }
  const put = (client: Client, code: string, kind: 'main' | 'partial') =>
    write(client, 'PUT', code, { kind, statement });
  const links = () =>
    project.contributions.map(({ code, kind, proposedKind, approvedOn }) => ({
      code,
      kind,
      proposedKind,
      approved: approvedOn !== null,
    }));

  it('are not told to the council, on page, list or file or by filter, before they are approved', async () => {
    const councillor = await application.as('folkevalgt');
    const read = async () => {
      const page = await councillor.get<ProjectView>(`/api/projects/${project.number}`);
      const list = await councillor.get<ProjectList>(`/api/projects?q=${project.number}`);
      const found = await councillor.get<ProjectList>('/api/projects?strategy=BY-A1&size=200');
      const file = await councillor.get(`/api/projects.csv?q=${project.number}&columns=strategies`);
      return {
        page: page.body.contributions.map(({ code, kind, proposedKind }) => [code, kind, proposedKind]),
        found: found.body.items.some(({ number }) => number === project.number),
        list: list.body.items.map(({ strategies }) => strategies),
        file: file.text.includes('BY-A1'),
      };
    };
    await put(manager, 'BY-A1', 'partial');
    expect(await read()).toEqual({ page: [], found: false, list: [[]], file: false });
    await write(director, 'POST', 'BY-A1/approval');
    await put(manager, 'BY-A1', 'main');
    expect(links()).toEqual([{ code: 'BY-A1', kind: 'partial', proposedKind: 'main', approved: true }]);
    expect(await read()).toEqual({ page: [['BY-A1', 'partial', null]], found: true, list: [['BY-A1']], file: true });
  });

  it('are proposed by a project manager and approved by who may', async () => {
    const proposed = await put(manager, 'BY-A1.3', 'main');
    expect([proposed.status, proposed.headers['etag']]).toEqual([201, `"v${project.version}"`]);
    expect(links()).toEqual([{ code: 'BY-A1.3', kind: 'main', proposedKind: null, approved: false }]);
    expect(project.contributions[0]).toEqual(
      jasmine.objectContaining({ strategyCode: 'BY-A1', plan: 'langtidsplan-2018', statement, mayApprove: false }),
    );

    expect(
      (await director.get<ProjectView>(`/api/projects/${project.number}`)).body.contributions[0]!.mayApprove,
    ).toBeTrue();
    expect(refusal(await write(manager, 'POST', 'BY-A1.3/approval'))).toEqual([403, 'not-allowed']);
    expect((await write(director, 'POST', 'BY-A1.3/approval')).status).toBe(200);
    expect(links()).toEqual([{ code: 'BY-A1.3', kind: 'main', proposedKind: null, approved: true }]);
    expect(refusal(await write(director, 'POST', 'BY-A1.3/approval'))).toEqual([409, 'nothing-to-approve']);
  });

  it('are approved by the same act by who may approve', async () => {
    await put(director, 'BY-A1', 'main');
    expect(project.contributions[0]).toEqual(
      jasmine.objectContaining({ approvedBy: 'Kommunalsjef (eksempel)', proposedBy: 'Kommunalsjef (eksempel)' }),
    );
    expect((await put(director, 'BY-A1', 'partial')).status).toBe(200);
    expect(links()).toEqual([{ code: 'BY-A1', kind: 'partial', proposedKind: null, approved: true }]);
  });

  it('keep their kind until a change of it is approved (rules T13)', async () => {
    await put(director, 'BY-A1', 'partial');
    await put(manager, 'BY-A1', 'main');
    expect(links()).toEqual([{ code: 'BY-A1', kind: 'partial', proposedKind: 'main', approved: true }]);

    await write(director, 'DELETE', 'BY-A1/approval');
    expect(links()).toEqual([{ code: 'BY-A1', kind: 'partial', proposedKind: null, approved: true }]);

    await put(manager, 'BY-A1', 'main');
    await write(director, 'POST', 'BY-A1/approval');
    expect(links()).toEqual([{ code: 'BY-A1', kind: 'main', proposedKind: null, approved: true }]);
  });

  it('are main for one strategy at most, however many of its measures', async () => {
    await put(director, 'BY-A1', 'main');
    await put(director, 'BY-A1.3', 'main');
    const second = await put(director, 'BY-A2', 'main');
    expect(refusal(second)).toEqual([409, 'main-contribution-limit']);
    expect(second.problem.details).toEqual({ limit: 1, strategies: ['BY-A1', 'BY-A2'] });
    expect(refusal(await put(manager, 'BY-A2', 'main'))).toEqual([409, 'main-contribution-limit']);
    expect((await put(manager, 'BY-A2', 'partial')).status).toBe(201);
  });

  it('move the main one by two proposals, but not by approving them in the wrong order', async () => {
    await put(director, 'BY-A1', 'main');
    await put(manager, 'BY-A1', 'partial');
    expect((await put(manager, 'BY-A2', 'main')).status).toBe(201);
    expect(refusal(await write(director, 'POST', 'BY-A2/approval'))).toEqual([409, 'main-contribution-limit']);
    await write(director, 'POST', 'BY-A1/approval');
    expect((await write(director, 'POST', 'BY-A2/approval')).status).toBe(200);
  });

  it('are taken away while proposed, and ended, not deleted, once approved', async () => {
    await put(manager, 'BY-A1', 'partial');
    expect((await write(manager, 'DELETE', 'BY-A1')).status).toBe(200);
    await put(director, 'BY-A1', 'partial');
    expect(refusal(await write(manager, 'DELETE', 'BY-A1'))).toEqual([403, 'not-your-project']);
    expect((await write(director, 'DELETE', 'BY-A1')).status).toBe(200);
    expect(links()).toEqual([]);
    const rows = await application.database.dataSource.query<unknown[]>(
      `select ended_on is not null as ended from contribution where project_id = $1`,
      [project.id],
    );
    expect(rows).toEqual([{ ended: true }]);
    expect(refusal(await write(director, 'DELETE', 'BY-A1'))).toEqual([404, 'not-found']);
    expect((await put(manager, 'BY-A1', 'main')).status).toBe(201);
  });

  it('are proposals again when the approval is taken back', async () => {
    await put(director, 'BY-A1', 'partial');
    await write(director, 'DELETE', 'BY-A1/approval');
    expect(links()).toEqual([{ code: 'BY-A1', kind: 'partial', proposedKind: null, approved: false }]);
    expect(refusal(await write(director, 'DELETE', 'BY-A1/approval'))).toEqual([409, 'not-approved']);
  });

  it('are to codes that an adopted plan has', async () => {
    const unknown = await put(director, 'BY-A99', 'partial');
    expect(refusal(unknown)).toEqual([404, 'plan-code-unknown']);
    expect(unknown.problem.details).toEqual({ code: 'BY-A99' });
    expect(refusal(await write(director, 'PUT', 'BY-A1?plan=langtidsplan-2030', { kind: 'main', statement }))).toEqual([
      404,
      'plan-code-unknown',
    ]);
    expect((await write(director, 'PUT', 'BY-A1?plan=langtidsplan-2018', { kind: 'main', statement })).status).toBe(
      201,
    );
  });

  it('are not to a plan that is not adopted, and to the plan that is named when two have the code', async () => {
    const { dataSource } = application.database;
    const setSecondPlan = (status: string) =>
      dataSource.transaction(async (tx) => {
        await tx.query(`select begin_change('spec', null, null, null)`);
        await tx.query(
          `insert into plan select (json_populate_record(plan, json_build_object(
             'id', '00000000-0000-4000-8000-000000000001', 'slug', 'neste-plan', 'status', $1::text))).*
           from plan where slug = 'langtidsplan-2018' on conflict (id) do update set status = excluded.status`,
          [status],
        );
        await tx.query(
          `insert into strategy select (json_populate_record(strategy, json_build_object('id', gen_random_uuid(),
             'plan_id', '00000000-0000-4000-8000-000000000001', 'code', new.code))).*
           from strategy, (values ('BY-A1'), ('NY-A1')) new (code)
           where strategy.code = 'BY-A1' and strategy.plan_id <> '00000000-0000-4000-8000-000000000001'
           on conflict (plan_id, code) do nothing`,
        );
      });
    for (const status of ['draft', 'superseded']) {
      await setSecondPlan(status);
      const answer = await put(director, 'NY-A1', 'partial');
      expect(refusal(answer)).toEqual([409, 'plan-not-adopted']);
      expect(answer.problem.details).toEqual({ code: 'NY-A1', plans: [{ slug: 'neste-plan', status }] });
    }
    expect((await put(director, 'BY-A1', 'partial')).status).toBe(201);
    await setSecondPlan('adopted');
    expect(refusal(await put(director, 'BY-A1', 'partial'))).toEqual([409, 'plan-code-ambiguous']);
    const input = { kind: 'partial', statement };
    expect((await write(director, 'PUT', 'BY-A1?plan=neste-plan', input)).status).toBe(201);
    expect(refusal(await write(director, 'DELETE', 'BY-A1'))).toEqual([409, 'plan-code-ambiguous']);
    expect((await write(director, 'DELETE', 'BY-A1?plan=neste-plan')).status).toBe(200);
    expect(links().length).toBe(1);
    await setSecondPlan('superseded');
  });

  it('say in a sentence of ten characters or more how the project contributes', async () => {
    const short = await write(director, 'PUT', 'BY-A1', { kind: 'main', statement: '  Ni tegn.  ' });
    expect(refusal(short)).toEqual([400, 'invalid-input', 'statement: statement-too-short']);
    expect((await write(director, 'PUT', 'BY-A1', { kind: 'main', statement: 'Ti tegn nå' })).status).toBe(201);
  });

  it('are written on the project as it was seen', async () => {
    const path = `/api/projects/${project.number}/contributions/BY-A1`;
    const input = { kind: 'main', statement };
    expect(refusal(await director.put(path, input))).toEqual([428, 'version-required']);
    expect((await director.put(path, input, ifMatch(project))).status).toBe(201);
    const late = await director.put(path, input, ifMatch(project));
    expect(refusal(late)).toEqual([412, 'version-conflict']);
    expect((late.problem['current'] as ProjectView).contributions.length).toBe(1);
  });

  it('are not another sector’s to write', async () => {
    expect(refusal(await put(await application.as('prosjektleder2'), 'BY-A1', 'partial'))).toEqual([
      403,
      'not-your-project',
    ]);
    expect(refusal(await put(await application.as('controller'), 'BY-A1', 'partial'))).toEqual([403, 'not-allowed']);
  });
});
