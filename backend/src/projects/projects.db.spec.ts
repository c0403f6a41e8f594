import type { HistoryPage, Phase, ProjectView } from '#shared';
import { idOf, ifMatch, refusal, registerProject } from '../../testing/projects.js';
import {
  type Client,
  type TestApplication,
  type TestRole,
  roles,
  testApplication,
} from '../../testing/test-application.js';

const plain = { name: 'Ny sentrumsadkomst', sector: 'samfunnsutvikling', phase: 'planlegging' };
const year = new Date().getFullYear();

describe('registering a project', () => {
  let application: TestApplication;
  let manager: Client;

  beforeAll(async () => {
    application = await testApplication();
    manager = await application.as('prosjektleder');
  });

  const register = (input: object, headers = {}, client = manager) =>
    client.post<ProjectView>('/api/projects', { ...plain, ...input }, headers);

  it('gives it the next number of the year, its address and its tag', async () => {
    const first = await register({});
    const second = await register({
      caseNumber: ' 26/1234 ',
      place: 'Sentrum',
      committee: 'oppvekst',
      startsOn: '2026-08-01',
    });
    expect(second.status).toBe(201);
    expect(second.headers['location']).toBe(`/api/projects/${second.body.number}`);
    expect(second.headers['etag']).toBe(`"v${second.body.version}"`);
    const serial = ({ body: { number } }: typeof first) => Number(number.slice(5));
    expect([second.body.number.slice(0, 5), serial(second)]).toEqual([`${year}-`, serial(first) + 1]);
    expect(second.body).toEqual(
      jasmine.objectContaining({
        caseNumber: '26/1234',
        committee: { code: 'oppvekst', name: 'Utvalg for oppvekst' },
        sector: { code: 'samfunnsutvikling', name: 'Samfunnsutvikling' },
        registeredBy: 'Prosjektleder (eksempel)',
        example: false,
      }),
    );
    const read = await manager.get<ProjectView>(second.headers['location']!);
    expect(read.body).toEqual(second.body);
    expect(read.headers['etag']).toMatch(new RegExp(`^"v${second.body.version}\\.`));
  });

  it('numbers twenty at once one after another, none twice and none left out', async () => {
    const before = await register({});
    const answers = await Promise.all(Array.from({ length: 20 }, () => register({})));
    const serials = answers.map(({ body }) => Number(body.number.slice(5))).sort((a, b) => a - b);
    const from = Number(before.body.number.slice(5)) + 1;
    expect(serials).toEqual(Array.from({ length: 20 }, (_, n) => from + n));
  });

  it('leaves no gap where one was refused', async () => {
    const before = await register({});
    await register({ phase: 'ukjent' });
    const after = await register({});
    expect(Number(after.body.number.slice(5))).toBe(Number(before.body.number.slice(5)) + 1);
  });

  it('makes the project manager its manager, and the project owner its owner, when none is named', async () => {
    const own = (await register({})).body;
    expect([own.manager?.name, own.owner]).toEqual(['Prosjektleder (eksempel)', null]);
    expect(own.may).toEqual({ change: true, report: true, propose: true, approve: false, changeBudget: false });
    const owner = await application.as('prosjekteier');
    const owned = (await register({}, {}, owner)).body;
    expect([owned.manager, owned.owner?.name]).toEqual([null, 'Prosjekteier (eksempel)']);
    expect(owned.may).toEqual({ change: true, report: true, propose: true, approve: true, changeBudget: false });
    const other = await idOf(manager, 'Prosjektleder 2 (eksempel)');
    expect((await register({ managerId: other })).body.manager?.name).toBe('Prosjektleder 2 (eksempel)');
  });

  it('is once, however often the same request comes', async () => {
    const key = { 'idempotency-key': 'register-once' };
    const first = await register({ name: 'Én gang' }, key);
    await manager.patch(`/api/projects/${first.body.number}`, { place: 'Biri' }, ifMatch(first.body));
    const again = await register({ name: 'Én gang' }, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(refusal(await register({ name: 'En annen' }, key))).toEqual([422, 'idempotency-key-reused']);
  });

  it('names every field that stands for nothing', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(
      refusal(
        await register({ sector: 'havet', phase: 'vår', committee: 'ingen', ownerId: nobody, managerId: nobody }),
      ),
    ).toEqual([
      400,
      'invalid-input',
      'sector: sector-unknown',
      'committee: committee-unknown',
      'phase: phase-unknown',
      'ownerId: person-unknown',
      'managerId: person-unknown',
    ]);
  });

  it('names every field that is missing, too long, at odds with another, or not known', async () => {
    expect(refusal(await manager.post('/api/projects', {}))).toEqual([
      400,
      'invalid-input',
      'name: required',
      'sector: required',
      'phase: required',
    ]);
    expect(refusal(await register({ name: ' ' }))).toEqual([400, 'invalid-input', 'name: required']);
    expect(refusal(await register({ name: 'x'.repeat(201) }))).toEqual([400, 'invalid-input', 'name: too-long']);
    expect((await register({ name: 'x'.repeat(200) })).status).toBe(201);
    expect(refusal(await register({ number: '2026-001' }))).toEqual([400, 'invalid-input', 'number: unknown-field']);
    expect(refusal(await register({ lifecycle: 'stopped' }))).toEqual([
      400,
      'invalid-input',
      'lifecycleReason: reason-required',
      'lifecycleDecidedBy: decider-required',
    ]);
  });

  it('is in a sector of one’s own for all but those of the whole municipality', async () => {
    for (const role of ['prosjektleder', 'prosjekteier', 'sektoradmin', 'kommunalsjef'] as const) {
      const answer = await register({ sector: 'nav' }, {}, await application.as(role));
      expect(refusal(answer)).withContext(role).toEqual([403, 'not-your-sector', 'sector: not-your-sector']);
    }
    expect((await register({ sector: 'nav' }, {}, await application.as('kommunedirektor'))).status).toBe(201);
    for (const role of ['controller', 'planradgiver', 'sekretariat', 'folkevalgt', 'revisor', 'administrator'] as const)
      expect(refusal(await register({}, {}, await application.as(role))))
        .withContext(role)
        .toEqual([403, 'not-allowed']);
  });
});

describe('changing a project', () => {
  let application: TestApplication;
  let manager: Client;
  let project: ProjectView;

  beforeAll(async () => {
    application = await testApplication();
    manager = await application.as('prosjektleder');
  });
  beforeEach(async () => {
    project = await registerProject(manager, { place: 'Sentrum', startsOn: '2026-01-01', endsOn: '2027-12-31' });
  });

  const change = (input: object, headers: Record<string, string> = ifMatch(project), client = manager) =>
    client.patch<ProjectView>(`/api/projects/${project.number}`, input, headers);

  it('leaves what is absent and clears what is null', async () => {
    const { status, body, headers } = await change({ endsOn: null, name: 'Nytt navn' });
    expect([status, headers['etag']]).toEqual([200, `"v${body.version}"`]);
    expect(body).toEqual({ ...project, name: 'Nytt navn', endsOn: null, version: body.version });
    expect(body.version).toBeGreaterThan(project.version);
  });

  it('holds the whole to agree, not only what was sent', async () => {
    expect(refusal(await change({ endsOn: '2025-12-31' }))).toEqual([
      400,
      'invalid-input',
      'endsOn: ends-before-start',
    ]);
    expect(refusal(await change({ lifecycle: 'finished' }))).toEqual([
      400,
      'invalid-input',
      'finishedOn: finish-date-required',
    ]);
    const finished = await change({ lifecycle: 'finished', finishedOn: '2026-01-01' });
    expect(finished.status).toBe(200);
    expect(refusal(await change({ lifecycle: 'in-progress' }, ifMatch(finished.body)))).toEqual([
      400,
      'invalid-input',
      'finishedOn: finish-date-only-when-finished',
    ]);
  });

  it('leaves the version alone when nothing is changed', async () => {
    expect((await change({})).body).toEqual(project);
    expect((await change({ place: 'Sentrum', sector: 'samfunnsutvikling' })).body).toEqual(project);
  });

  it('loses no update: the second of two is told, and gets what the first one made of it', async () => {
    const answers = await Promise.all([change({ place: 'Biri' }), change({ place: 'Vardal' })]);
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status) as [(typeof answers)[0], (typeof answers)[0]];
    expect([won.status, ...refusal(lost)]).toEqual([200, 412, 'version-conflict']);
    expect(lost.problem['current']).toEqual(won.body);
    expect((await manager.get<ProjectView>(`/api/projects/${project.number}`)).body.place).toBe(won.body.place);
  });

  it('asks which version was seen, and knows its own tags', async () => {
    expect(refusal(await change({ place: 'Biri' }, {}))).toEqual([428, 'version-required']);
    expect(refusal(await change({ place: 'Biri' }, { 'if-match': '"noe annet"' }))).toEqual([412, 'version-conflict']);
    const { headers } = await manager.get(`/api/projects/${project.number}`);
    expect((await change({ place: 'Biri' }, { 'if-match': headers['etag']! })).status).toBe(200);
  });

  it('refuses people who have left and sectors that have ended, but leaves those that stand', async () => {
    const { dataSource } = application.database;
    const leaver = await idOf(manager, 'Prosjektleder 2 (eksempel)');
    const inChange = (statement: string, values: unknown[] = []) =>
      dataSource.transaction(async (tx) => {
        await tx.query(`select begin_change('spec', null, null, null)`);
        await tx.query(statement, values);
      });
    project = (await change({ managerId: leaver, ownerId: await idOf(manager, 'Prosjektleder (eksempel)') })).body;
    await inChange('update account set active = false where id = $1', [leaver]);
    await inChange(`update sector set valid_to = '2020-01-01' where code = 'nav'`);
    expect(refusal(await change({ ownerId: leaver }))).toEqual([400, 'invalid-input', 'ownerId: person-has-left']);
    expect((await change({ managerId: leaver, place: 'Biri' })).status).toBe(200);
    const director = await application.as('kommunedirektor');
    project = (await director.get<ProjectView>(`/api/projects/${project.number}`)).body;
    expect(refusal(await change({ sector: 'nav' }, ifMatch(project), director))).toEqual([
      400,
      'invalid-input',
      'sector: sector-not-valid',
    ]);
    await inChange(`update sector set valid_to = null where code = 'nav'`);
    await inChange('update account set active = true where id = $1', [leaver]);
  });

  it('moves it to another sector only for those who may register there', async () => {
    expect(refusal(await change({ sector: 'nav' }))).toEqual([403, 'not-your-sector', 'sector: not-your-sector']);
    expect(
      (await change({ sector: 'nav' }, ifMatch(project), await application.as('kommunedirektor'))).body.sector.code,
    ).toBe('nav');
  });

  it('is for its manager and owner, its sector’s administrators, and those of the whole municipality', async () => {
    const outcome: Record<TestRole, 'may' | 'not-your-project' | 'not-allowed'> = {
      prosjektleder: 'may',
      prosjektleder2: 'not-your-project',
      prosjekteier: 'not-your-project',
      sektoradmin: 'may',
      kommunalsjef: 'may',
      controller: 'not-allowed',
      planradgiver: 'not-allowed',
      kommunedirektor: 'may',
      sekretariat: 'not-allowed',
      folkevalgt: 'not-allowed',
      revisor: 'not-allowed',
      administrator: 'not-allowed',
    };
    for (const role of roles) {
      const client = await application.as(role);
      const { body } = await client.get<ProjectView>(`/api/projects/${project.number}`);
      expect(body.may.change)
        .withContext(role)
        .toBe(outcome[role] === 'may');
      const answer = await change({ description: role }, ifMatch(body), client);
      if (outcome[role] === 'may') expect(answer.status).withContext(role).toBe(200);
      else expect(refusal(answer)).withContext(role).toEqual([403, outcome[role]]);
    }
  });

  it('is not for another sector’s administrator', async () => {
    const elsewhere = await registerProject(await application.as('kommunedirektor'), { sector: 'oppvekst' });
    const administrator = await application.as('sektoradmin');
    const answer = await administrator.patch(
      `/api/projects/${elsewhere.number}`,
      { place: 'Biri' },
      ifMatch(elsewhere),
    );
    expect(refusal(answer)).toEqual([403, 'not-your-project']);
  });

  it('answers 404 for a number nobody has, and 400 for what is no number', async () => {
    expect(refusal(await manager.get('/api/projects/1999-001'))).toEqual([404, 'not-found']);
    expect(refusal(await manager.patch('/api/projects/1999-001', { place: 'x' }, ifMatch(project)))).toEqual([
      404,
      'not-found',
    ]);
    expect(refusal(await manager.get('/api/projects/siste'))[1]).toBe('invalid-input');
  });

  it('writes nothing about the past', async () => {
    expect(
      refusal(await manager.patch(`/api/projects/${project.number}?as-of=2020-01-01`, {}, ifMatch(project))),
    ).toEqual([400, 'as-of-is-for-reading']);
    expect(refusal(await manager.get(`/api/projects/${project.number}?as-of=2020-01-01`))).toEqual([404, 'not-found']);
  });

  it('shows up at once in what was read before', async () => {
    const before = await manager.get(`/api/projects/${project.number}`);
    const seen = { 'if-none-match': before.headers['etag']! };
    expect((await manager.get(`/api/projects/${project.number}`, seen)).status).toBe(304);
    await change({ place: 'Biri' });
    const after = await manager.get<ProjectView>(`/api/projects/${project.number}`, seen);
    expect([after.status, after.body.place]).toEqual([200, 'Biri']);
    const { body } = await manager.get<HistoryPage>(`/api/projects/${project.number}/history`);
    expect(body.items[0]!.fields).toEqual([{ name: 'place', from: 'Sentrum', to: 'Biri' }]);
  });
});

describe('the phases', () => {
  it('are those of Prosjektveiviseren in rising order, named in the language that is asked for', async () => {
    const client = await (await testApplication()).as('folkevalgt');
    const named = async (language: string) =>
      (await client.get<Phase[]>('/api/phases', { 'accept-language': language })).body.map(({ name }) => name);
    expect(await named('nn')).toEqual(['Idé', 'Konsept', 'Planlegging', 'Gjennomføring', 'Avslutning', 'Realisering']);
    expect(await named('en')).toEqual(['Idea', 'Concept', 'Planning', 'Execution', 'Closing', 'Realisation']);
    const { body } = await client.get<Phase[]>('/api/phases');
    expect(body.map(({ category, position }) => [category, position])).toEqual([
      ['idea', 1],
      ['concept', 2],
      ['planning', 3],
      ['execution', 4],
      ['closing', 5],
      ['realisation', 6],
    ]);
  });
});
