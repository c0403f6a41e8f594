import type { ProjectBudget, ProjectList, ProjectView, StrategyPage } from '#shared';
import { addressOf, answersAt, asOf, describedOperations } from '../../testing/described-reads.js';
import { idOf, registerProject } from '../../testing/projects.js';
import { type Answer, type Client, type TestApplication, testApplication } from '../../testing/test-application.js';

const plan = 'langtidsplan-2018';
const year = new Date().getFullYear();
const statement = 'Vegen gir sentrum en ny adkomst.';
const decision = {
  decidedOn: `${year}-01-10`,
  decidedBy: 'Kommunestyret',
  caseNumber: '26/1234',
  amountOre: 4_500_000_000,
  reason: 'Investeringsvedtak',
};
const report = {
  progress: 'green',
  economy: 'green',
  quality: 'green',
  scope: 'green',
  risk: 'green',
  overall: 'green',
  summary: 'Arbeidet går som planlagt.',
};
const lateReport = {
  ...report,
  progress: 'red',
  overall: 'red',
  summary: 'Planen er på ny høring.',
  forecastEndsOn: '2099-12-31',
  finalForecastOre: 9_900_000_000,
  deviations: [
    {
      ...{ dimension: 'progress', cause: 'Ny høring.', consequence: 'Senere byggestart.' },
      ...{ action: 'Prosjektering går parallelt.', responsible: 'Prosjektleder', dueOn: '2099-01-01' },
    },
  ],
};

/** What only configuration and imports write, and what no handler does yet. */
const changesPastTheApi = [
  `update municipality set name = name || ' 2', labels = '{"sector": "Kommunalområde"}'`,
  `update sector set name = name || ' 2', valid_to = '2099-12-31'`,
  `update committee set name = name || ' 2'`,
  `update account set name = name || ' 2', title = 'Sluttet', active = demo`,
  `update role_assignment set valid_to = '2099-12-31'`,
  `update plan set title = title || ' 2', adopted_on = adopted_on + 1`,
  `update plan_area set title = title || ' 2', position = 100 - position`,
  `update goal set paragraphs = paragraphs || '["Nytt avsnitt."]'`,
  `update strategy set title = title || ' 2', text = text || ' Nytt.', start_year = 2099`,
  `update measure set text = text || ' Nytt.'`,
  `update phase set names = '{"nb": "Ny", "nn": "Ny", "en": "New"}'`,
  `update reporting_period set names = '{"nb": "Ny", "nn": "Ny", "en": "New"}', short_name = 'Ny', due_on = due_on + 1`,
  `update rule_set set settings = settings || '{"startsWithinMonths": 1}'`,
  `insert into financial_plan (id, name, adopted_on, first_year, last_year) values (gen_random_uuid(), 'Ny', '2018-12-01', 2019, 2022)`,
  `update operational_measure set name = name || ' 2', confirmed_on = null`,
  `update follow_up_exception set reason = reason || ' Nytt.', withdrawn_on = current_date`,
  `update project set name = name || ' 2', description = 'Nytt', place = 'Ny', lifecycle = 'stopped', lifecycle_reason = 'Nytt',
     lifecycle_decided_by = 'Nytt', finished_on = null, postponed_to = null, overall_light = 'red', final_forecast_ore = 1`,
  `update contribution set statement = statement || ' Nytt.', kind = 'partial', ended_on = current_date`,
  `update frame_decision set reason = reason || ' Nytt.', amount_ore = amount_ore + 1`,
  `update appropriation set revised_ore = revised_ore + 1`,
  `update booked_amount set amount_ore = amount_ore + 1`,
];

describe('what was answered', () => {
  let application: TestApplication;
  let auditor: Client;
  let director: Client;
  let project: ProjectView;

  beforeAll(async () => {
    application = await testApplication({ PLANSPOR_DEMO: 'on' });
    auditor = await application.as('revisor');
    director = await application.as('kommunedirektor');
  });

  const current = async () => (await director.get<ProjectView>(`/api/projects/${project.number}`)).body;
  /** Writes on the project as it is, and holds that it was written. */
  async function write<Body = ProjectBudget>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', rest: string, body?: object) {
    const seen = { 'if-match': `"v${(await current()).version}"` };
    const answer = await director.ask<Body>(method, `/api/projects/${project.number}${rest}`, body, seen);
    if (answer.status >= 300) throw new Error(`${method} ${rest}: ${answer.text}`);
    return answer;
  }
  async function patch<Body extends { version: number }>(address: string, body: object): Promise<Answer> {
    const { version } = (await director.get<Body>(address)).body;
    const answer = await director.patch(address, body, { 'if-match': `"v${version}"` });
    if (answer.status !== 200) throw new Error(`${address}: ${answer.text}`);
    return answer;
  }

  /** A project with something of everything. */
  async function tellAStory(): Promise<void> {
    project = await registerProject(director, {
      lifecycle: 'in-progress',
      startsOn: '2026-01-01',
      endsOn: '2028-12-31',
    });
    await write('PUT', '/contributions/BY-A1', { kind: 'main', statement });
    await write('PUT', '/contributions/BY-A2.1', { kind: 'partial', statement });
    await write('PUT', '/contributions/BY-A3', { kind: 'partial', statement });
    for (const reason of ['Forprosjekt', 'Tillegg', 'Investeringsvedtak'])
      await write('POST', '/frame-decisions', { ...decision, reason });
    await write('PUT', `/appropriations/${year}`, { originalOre: 100, revisedOre: 120 });
    await write('PUT', `/accounts/${year}`, { amountOre: 150, extractedOn: `${year}-01-31` });
    await director.post(`/api/projects/${project.number}/status-reports`, report);
  }

  /** Every kind of change the API takes. */
  async function changeEverything(): Promise<void> {
    await patch<ProjectView>(`/api/projects/${project.number}`, {
      ...{ name: 'Et annet navn', description: 'Sentrum', sector: 'oppvekst', phase: 'gjennomforing', place: 'Biri' },
      ...{ managerId: await idOf(director, 'Prosjektleder (eksempel)'), ownerId: null, caseNumber: '26/9' },
      ...{ startsOn: '2025-01-01', endsOn: '2027-01-01', moneyKind: 'operations' },
    });
    await write('DELETE', '/contributions/BY-A1/approval');
    await write('POST', '/contributions/BY-A1/approval');
    await write('PUT', '/contributions/BY-A1', { kind: 'partial', statement: `${statement} Nytt.` });
    await write('DELETE', '/contributions/BY-A3');
    await write('PUT', '/contributions/BY-A4', { kind: 'main', statement });
    const { decisions } = (await write('POST', '/frame-decisions', decision)).body;
    await write('PATCH', `/frame-decisions/${decisions[0]!.id}`, { amountOre: 7, reason: 'Rettet' });
    await write('DELETE', `/frame-decisions/${decisions[1]!.id}`);
    await write('PUT', `/appropriations/${year}`, { originalOre: 1, revisedOre: 2 });
    await write('PUT', `/appropriations/${year - 1}`, { originalOre: 1, revisedOre: 2 });
    await write('DELETE', `/appropriations/${year}`);
    await write('PUT', `/accounts/${year}`, { amountOre: 3, extractedOn: `${year}-02-01` });
    await write('PUT', `/accounts/${year - 1}`, { amountOre: 4, extractedOn: `${year}-02-01` });
    await write('DELETE', `/accounts/${year - 1}`);
    await director.post(`/api/projects/${project.number}/status-reports`, lateReport);
    await registerProject(director, { name: 'Sentrum igjen' });
    const { body } = await director.get<ProjectList>('/api/projects?lifecycle=in-progress&size=10');
    for (const { number } of body.items) {
      await director.post(`/api/projects/${number}/status-reports`, lateReport);
      await patch<ProjectView>(`/api/projects/${number}`, { lifecycle: 'finished', finishedOn: `${year}-01-31` });
    }
    await patch<StrategyPage>(`/api/plans/${plan}/strategies/BY-A1`, {
      leadSector: 'oppvekst',
      responsibleRole: 'planner',
    });
    await patch<StrategyPage>(`/api/plans/${plan}`, { horizonOn: '2031-12-31', caseNumber: '26/1' });
    await application.database.dataSource.transaction(async (tx) => {
      await tx.query(`select begin_change('spec.everything-changed', null, null, null)`);
      for (const statement of changesPastTheApi) await tx.query(statement);
    });
  }

  async function everyRead(): Promise<string[]> {
    const { body } = await auditor.get<ProjectList>('/api/projects?light=yellow,red&missing=status');
    const numbers = [project.number, ...body.items.slice(0, 3).map(({ number }) => number)];
    const reads = (await describedOperations(application)).filter(
      ({ method, query }) => method === 'GET' && query.includes('as-of'),
    );
    const account = await idOf(director, 'Prosjektleder (eksempel)');
    const codes = ['BY-A1', 'BY-A2', 'KLIMA-I1'];
    const addresses = numbers.flatMap((number, n) =>
      reads.map((read) =>
        addressOf(read, { plan, number, account, code: codes[n % codes.length]!, q: 'sentrum', year: String(year) }),
      ),
    );
    const filtered = [
      'q=sentrum',
      'strategy=BY-A1,BY',
      'missing=status',
      'missing=strategy',
      'missing=people&sort=-manager',
      'over=frame&sort=-deviation',
      'light=red&sector=oppvekst,samfunnsutvikling',
      'lifecycle=in-progress&phase=planlegging&sort=-reported',
    ].flatMap((filter) => [`/api/projects?${filter}`, `/api/projects.csv?${filter}`]);
    const story = ['project', 'contribution', 'status-report', 'budget'].map(
      (kind) => `/api/projects/${project.number}/history?kind=${kind}&size=200`,
    );
    return [
      ...new Set([...addresses, ...filtered, ...story, '/api/people?q=prosjekt&size=200', '/api/search?q=BY-A1']),
    ];
  }

  it('is answered again, byte for byte, as of that instant, whatever has changed since', async () => {
    await tellAStory();
    await pause();
    const instant = new Date().toISOString();
    const addresses = await everyRead();
    expect(addresses.length).toBeGreaterThan(45);
    // an auditor may change nothing, so what is said of now holds nothing that the past leaves out
    const then = await answersAt(auditor, addresses);
    await pause();
    await changeEverything();

    const now = await answersAt(auditor, addresses);
    const unchanged = addresses.filter((address) => now.get(address) === then.get(address));
    expect(unchanged).withContext('what nothing has changed shows nothing').toEqual([]);
    for (const address of addresses) {
      const { status, text } = await auditor.get(asOf(address, instant));
      expect(`${status} ${text}`).withContext(address).toBe(then.get(address)!);
    }
  }, 120_000);
});

/** Instants are asked about in milliseconds, and changes made within one are told apart by nobody. */
const pause = () => new Promise((done) => setTimeout(done, 5));
