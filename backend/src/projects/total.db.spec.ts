import { type CouncilOverview, type Overview, type ProjectBudget, type ProjectList, largestOre } from '#shared';
import { ifMatch, refusal, registerProject } from '../../testing/projects.js';
import { type Client, type TestApplication, testApplication } from '../../testing/test-application.js';
import { addUp } from './total.js';

const largestExact = Number.MAX_SAFE_INTEGER;
const year = new Date().getFullYear();
const decision = { decidedOn: `${year}-01-10`, decidedBy: 'Kommunestyret', caseNumber: '26/1234', reason: 'Vedtak' };
const green = {
  progress: 'green',
  economy: 'green',
  quality: 'green',
  scope: 'green',
  risk: 'green',
  overall: 'green',
};

describe('amounts of many projects', () => {
  it('are added exactly up to the bound, and not at all beyond it', () => {
    expect(addUp([])).toBe(0);
    expect(addUp([largestExact - 1, null, 1])).toBe(largestExact);
    expect(addUp([largestExact, 1])).toBeNull();
    expect(addUp([-largestExact, -1])).toBeNull();
    expect(addUp([largestExact, 1, -1]))
      .withContext('whatever it is on the way')
      .toBe(largestExact);
  });

  describe('in lists, overviews and the council’s tables', () => {
    let application: TestApplication;
    let director: Client;

    beforeAll(async () => {
      application = await testApplication();
      director = await application.as('kommunedirektor');
    });

    /** A project with the largest amounts there may be, or what is asked for. */
    async function registerLarge(ore = largestOre): Promise<void> {
      const project = await registerProject(director, { lifecycle: 'in-progress' });
      const path = `/api/projects/${project.number}`;
      const framed = await director.post<ProjectBudget>(
        `${path}/frame-decisions`,
        { ...decision, amountOre: ore },
        ifMatch(project),
      );
      expect(framed.status).toBe(201);
      const booked = { amountOre: ore, extractedOn: `${year}-01-31` };
      const accounted = await director.put<ProjectBudget>(`${path}/accounts/${year}`, booked, ifMatch(framed.body));
      const given = { originalOre: ore, revisedOre: ore };
      await director.put(`${path}/appropriations/${year}`, given, ifMatch(accounted.body));
      const report = { ...green, summary: 'Dyrt.', finalForecastOre: ore };
      expect((await director.post(`${path}/status-reports`, report)).status).toBe(201);
    }
    async function readAll() {
      const [list, overview, council] = await Promise.all([
        director.get<ProjectList>('/api/projects'),
        director.get<Overview>('/api/overview'),
        director.get<CouncilOverview>(`/api/council-overview?plan=langtidsplan-2018&year=${year}`),
      ]);
      expect([list.status, overview.status, council.status]).toEqual([200, 200, 200]);
      return { list: list.body.sums, overview: overview.body.money, council: council.body };
    }
    const money = (ore: number | null) =>
      jasmine.objectContaining({
        approvedFrameOre: ore,
        accountsToDateOre: ore,
        finalForecastOre: ore,
        deviationOre: 0,
      });

    it('are exact to the last øre they can be, and not known beyond it', async () => {
      const whole = Math.floor(largestExact / largestOre);
      for (let n = 0; n < whole; n += 1) await registerLarge();
      await registerLarge(largestExact - whole * largestOre);
      const within = await readAll();
      expect(within.list).toEqual(money(largestExact));
      expect(within.overview).toEqual(money(largestExact));
      expect(within.council.summary.money).toEqual(money(largestExact));
      expect(within.council.money[0]!.totals.revisedBudgetOre).toBe(largestExact);

      await registerLarge(1);
      const beyond = await readAll();
      expect(beyond.list).toEqual(money(null));
      expect(beyond.overview).toEqual(money(null));
      expect(beyond.council.summary.money).toEqual(money(null));
      expect(beyond.council.money[0]!.totals).toEqual(
        jasmine.objectContaining({ approvedFrameOre: null, revisedBudgetOre: null, deviationOre: 0 }),
      );
    });

    it('leave each project’s own money readable, however it was reckoned', async () => {
      const project = await registerProject(director);
      const path = `/api/projects/${project.number}`;
      const booked = { amountOre: -largestOre, extractedOn: `${year}-01-31` };
      const accounted = await director.put<ProjectBudget>(`${path}/accounts/${year}`, booked, ifMatch(project));
      const given = { originalOre: largestOre, revisedOre: largestOre };
      const budget = await director.put<ProjectBudget>(
        `${path}/appropriations/${year}`,
        given,
        ifMatch(accounted.body),
      );
      expect([budget.status, budget.body.years[0]!.deviationOre]).toEqual([200, 2 * largestOre]);
      expect((await readAll()).council.money[0]!.rows.at(-1)!.deviationThisYearOre).toBe(2 * largestOre);

      const more = { amountOre: 1, extractedOn: `${year}-01-31` };
      expect(refusal(await director.put(`${path}/accounts/${year - 1}`, more, ifMatch(budget.body)))).toEqual([
        400,
        'invalid-input',
        'amountOre: sum-too-large',
      ]);
    });
  });
});
