import type { Overview, ProjectFindings, ProjectView, StrategyFollowUp, StrategyPage } from '#shared';
import { type Client, type TestApplication, type TestRole, testApplication } from '../../testing/test-application.js';

const plan = '/api/plans/langtidsplan-2018';
const reads = [`${plan}/follow-up`, `${plan}/strategies/BY-A1`];

/** What is only proposed stays inside the administration until it is approved (who-may-what.md). */
describe('a link that nobody has approved', () => {
  let test: TestApplication;
  let councillor: Client;
  let inside: Client;
  let number: string;
  const name = 'Ny sentrumsadkomst (Huntonarmen)';

  const as = (role: TestRole) => test.as(role);
  const strategyFor = async (who: Client, code = 'BY-A1') =>
    (await who.get<StrategyPage>(`${plan}/strategies/${code}`)).body;

  /** @returns the number of a new project that is proposed for these measures */
  async function propose(called: string, codes: string[]): Promise<string> {
    const manager = await as('prosjektleder');
    const registered = await manager.post<ProjectView>('/api/projects', {
      name: called,
      sector: 'samfunnsutvikling',
      phase: 'planlegging',
      lifecycle: 'in-progress',
      startsOn: '2026-01-15',
      endsOn: '2030-06-30',
    });
    const { number: registeredAs } = registered.body;
    for (const code of codes) {
      const { headers } = await manager.get(`/api/projects/${registeredAs}`);
      const proposed = await manager.put(
        `/api/projects/${registeredAs}/contributions/${code}`,
        { kind: 'partial', statement: 'Vegen gir sentrum en ny adkomst.' },
        { 'if-match': headers['etag']! },
      );
      if (proposed.status >= 300) throw new Error(proposed.text);
    }
    return registeredAs;
  }

  beforeEach(async () => {
    test = await testApplication();
    [councillor, inside] = await Promise.all([as('folkevalgt'), as('kommunedirektor')]);
    number = await propose(name, ['BY-A1.3', 'BY-A1.2']);
  });

  // one reads first, then the other: what is kept for the one is never what the other gets
  for (const first of ['inside', 'outside']) {
    it(`is heard of by those inside and not by councillors, also when those ${first} have just read`, async () => {
      for (const url of reads) {
        const order = first === 'inside' ? [inside, councillor] : [councillor, inside];
        const answers = new Map<Client, Awaited<ReturnType<Client['get']>>>();
        for (const who of [...order, ...order]) answers.set(who, await who.get(url));
        const hidden = answers.get(councillor)!;
        expect(hidden.status).withContext(url).toBe(200);
        expect(hidden.text).withContext(url).not.toContain(number);
        expect(hidden.text).withContext(url).not.toContain(name);
        expect(answers.get(inside)!.text).withContext(url).toContain(number);
        expect(answers.get(inside)!.text).withContext(url).toContain(name);
        expect(hidden.headers['etag']).not.toBe(answers.get(inside)!.headers['etag']);
      }
      expect((await strategyFor(inside)).projects.map((project) => project.number)).toEqual([number]);
    });
  }

  it('is in no finding, remedy or carrier that a councillor gets, while the verdict is the same', async () => {
    const [outer, inner] = [await strategyFor(councillor), await strategyFor(inside)];
    expect(outer.verdict).toBe(inner.verdict);
    expect(outer.projects).toEqual([]);
    expect(outer.measureList.flatMap(({ carriers }) => carriers)).toEqual([]);
    const findingOf = ({ findings }: StrategyPage) => findings.find(({ rule }) => rule === 'S01')!;
    expect(findingOf(inner).data['proposedProjects']).toEqual([number]);
    expect(findingOf(inner).remedy).toContain('Godkjenn koblingen');
    expect(findingOf(outer).data['proposedProjects']).toEqual([]);
    expect(findingOf(outer).remedy).not.toContain('foreslått');
    const p11 = async (who: Client) =>
      (await who.get<ProjectFindings>(`/api/projects/${number}/findings`)).body.findings.find(
        ({ rule }) => rule === 'P11',
      )!;
    expect((await p11(inside)).text).toContain('venter på godkjenning');
    const told = await p11(councillor);
    expect(told.text).not.toContain('venter');
    expect(told.data).toEqual({ linkProposed: false });
  });

  it('changes no count of verdicts, and is in nothing the overview says needs attention', async () => {
    const [outer, inner] = [
      await councillor.get<Overview>('/api/overview'),
      await inside.get<Overview>('/api/overview'),
    ];
    expect(outer.body.strategies).toEqual(inner.body.strategies);
    const reasonFor = ({ attention }: Overview) => attention.find(({ code }) => code === 'BY-A1')!;
    expect(reasonFor(inner.body).remedy).toContain('Godkjenn koblingen');
    expect(reasonFor(outer.body).remedy).not.toContain('Godkjenn koblingen');
    // the project itself is open to councillors, who see that it owes a status report
    expect(JSON.stringify(outer.body.attention)).not.toContain(number);
    expect(JSON.stringify(outer.body.attention)).not.toContain(name);
  });

  it('is shown to councillors once it is approved, the measure that is still only proposed not', async () => {
    const other = await propose('Ny gangveg langs elva', ['BY-A2.1', 'BY-A2.2']);
    const owner = await as('sektoradmin');
    const { headers } = await owner.get(`/api/projects/${other}`);
    const approved = await owner.post(`/api/projects/${other}/contributions/BY-A2.1/approval`, undefined, {
      'if-match': headers['etag']!,
    });
    expect(approved.status).withContext(approved.text).toBeLessThan(300);
    const { body } = await councillor.get<StrategyFollowUp[]>(`${plan}/follow-up`);
    const { projects } = body.find(({ code }) => code === 'BY-A2')!;
    expect(projects.map((project) => [project.number, project.approved, project.measures])).toEqual([
      [other, true, ['BY-A2.1']],
    ]);
    const page = await strategyFor(councillor, 'BY-A2');
    expect(page.measureList.filter(({ carriers }) => carriers.length > 0).map(({ code }) => code)).toEqual(['BY-A2.1']);
  });
});
