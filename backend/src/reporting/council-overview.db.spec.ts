import type { CouncilOverview, ProjectList } from '#shared';
import { type TestApplication, testApplication } from '../../testing/test-application.js';

describe("the council's overview of a year", () => {
  let test: TestApplication;
  let overview: CouncilOverview;
  const year = new Date().getFullYear();

  beforeAll(async () => {
    test = await testApplication({ PLANSPOR_DEMO: 'on' });
    overview = (
      await (
        await test.as('folkevalgt')
      ).get<CouncilOverview>(`/api/council-overview?plan=langtidsplan-2018&year=${year}`)
    ).body;
  });

  it('accounts for every strategy once, in the areas and in the summary', () => {
    expect(overview.summary.strategies.total).toBe(71);
    expect(overview.areas.flatMap(({ strategies }) => strategies).length).toBe(71);
    for (const verdict of ['followed-up', 'weak', 'lacking', 'excepted'] as const) {
      const inAreas = overview.areas
        .flatMap(({ strategies }) => strategies)
        .filter((strategy) => strategy.verdict === verdict).length;
      expect([verdict, overview.summary.strategies.verdicts[verdict]]).toEqual([verdict, inAreas]);
      expect(overview.statusByArea.reduce((sum, { verdicts }) => sum + verdicts[verdict], 0)).toBe(inAreas);
    }
    expect(overview.lacking.length).toBe(
      overview.summary.strategies.verdicts.lacking + overview.summary.strategies.verdicts.weak,
    );
  });

  it('totals what its rows say, to the øre', () => {
    for (const { rows, totals, kind } of overview.money) {
      expect([kind, rows.length > 0]).toEqual([kind, true]);
      for (const column of Object.keys(totals) as (keyof typeof totals)[]) {
        expect([column, totals[column]]).toEqual([column, rows.reduce((sum, row) => sum + (row[column] ?? 0), 0)]);
      }
      for (const row of rows) {
        expect(row.accountsToDateOre).toBe(row.accountsEarlierOre + (row.accountsThisYearOre ?? 0));
        if (row.approvedFrameOre !== null && row.finalForecastOre !== null)
          expect(row.deviationOre).toBe(row.approvedFrameOre - row.finalForecastOre);
      }
    }
  });

  it('agrees with the portfolio list on every frame', async () => {
    const client = await test.as('controller');
    const { body } = await client.get<ProjectList>('/api/projects?size=200');
    const frames = new Map(body.items.map(({ number, approvedFrameOre }) => [number, approvedFrameOre]));
    for (const { rows } of overview.money)
      for (const row of rows) expect([row.number, row.approvedFrameOre]).toEqual([row.number, frames.get(row.number)!]);
  });

  it('explains every red and yellow project, red first', () => {
    const lights = overview.portfolio.explained.map(({ light }) => light);
    expect(lights).toContain('red');
    expect(lights).toEqual([...lights].sort((a, b) => (a === b ? 0 : a === 'red' ? -1 : 1)));
    for (const { deviations } of overview.portfolio.explained)
      for (const { light, cause, action } of deviations)
        expect([light !== 'green', cause !== '', action !== '']).toEqual([true, true, true]);
  });

  it('is preliminary while the year runs, and refuses a year the history does not reach', async () => {
    expect(overview.preliminary).toBeTrue();
    expect(overview.years).toEqual([year]);
    const { status, problem } = await (
      await test.as('folkevalgt')
    ).get('/api/council-overview?plan=langtidsplan-2018&year=2017');
    expect([status, problem.code]).toEqual([404, 'year-without-history']);
  });
});
