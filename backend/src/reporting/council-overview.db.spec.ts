import type { CouncilOverview, MoneySum, MoneySums, ProjectList } from '#shared';
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

  it('adds up: rows to their sums, the two tables to the summary, in every column, to the øre', () => {
    const allRows = overview.money.flatMap(({ rows }) => rows);
    for (const { kind, rows, sums } of overview.money) {
      expect([kind, rows.length > 0]).toEqual([kind, true]);
      expectSums(sums, rows);
    }
    expectSums(overview.summary.money, allRows);
    expect(overview.summary.money.all.projects).toBe(new Set(allRows.map(({ number }) => number)).size);
  });

  it('adds up across: every row and every sum that has a deviation shows what it is the difference of', () => {
    const { summary, money } = overview;
    const lines = [summary.money, ...money.map(({ sums }) => sums)].flatMap(({ measured, unmeasured, all }) => [
      measured,
      unmeasured,
      all,
    ]);
    for (const line of [...lines, ...money.flatMap(({ rows }) => rows)]) {
      expect(line.accountsToDateOre).toBe(line.accountsEarlierOre + (line.accountsThisYearOre ?? 0));
      if (line.deviationThisYearOre !== null)
        expect(line.deviationThisYearOre).toBe((line.revisedBudgetOre ?? 0) - (line.accountsThisYearOre ?? 0));
      if (line.deviationOre !== null) expect(line.deviationOre).toBe(line.approvedFrameOre! - line.finalForecastOre!);
    }
  });

  it('counts the projects that cannot be held against their frame, and gives no deviation for them', () => {
    const { measured, unmeasured, all } = overview.summary.money;
    expect(unmeasured.projects).toBeGreaterThan(0);
    expect(unmeasured.projects).toBe(
      overview.money.flatMap(({ rows }) => rows).filter(({ deviationOre }) => deviationOre === null).length,
    );
    expect([measured.deviationOre === null, unmeasured.deviationOre, all.deviationOre]).toEqual([false, null, null]);
  });

  it('adds the decisions on frames together', () => {
    for (const { frameChanges, frameChangesOre } of overview.money)
      expect(frameChangesOre).toBe(frameChanges.reduce((sum, { amountOre }) => sum + amountOre, 0));
  });

  it('counts every project once by lifecycle, and shows the going ones by light, phase and sector', () => {
    const { projects } = overview.summary;
    const count = (of: readonly { count: number }[]) => of.reduce((sum, one) => sum + one.count, 0);
    const going = count(
      projects.lifecycles.filter(({ lifecycle }) => ['not-started', 'in-progress', 'postponed'].includes(lifecycle)),
    );
    expect(count(projects.lifecycles)).toBe(projects.total);
    expect(count(overview.portfolio.phases)).toBe(going);
    expect(overview.portfolio.sectors.reduce((sum, { total }) => sum + total, 0)).toBe(going);
    expect(Object.values(projects.lights).reduce((sum, light) => sum + light, 0)).toBe(going);
    expect(overview.portfolio.explained.length).toBe(projects.lights.red + projects.lights.yellow);
  });

  it('says of each exception what became of its strategy', () => {
    const verdicts = new Map(
      overview.areas.flatMap(({ strategies }) => strategies).map((one) => [one.code, one.verdict]),
    );
    expect(overview.exceptions.length).toBeGreaterThan(0);
    for (const { code, verdict } of overview.exceptions) expect([code, verdict]).toEqual([code, verdicts.get(code)!]);
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

type MoneyRow = CouncilOverview['money'][number]['rows'][number];

function expectSums({ measured, unmeasured, all }: MoneySums, rows: readonly MoneyRow[]): void {
  const hasBoth = (row: MoneyRow) => row.approvedFrameOre !== null && row.finalForecastOre !== null;
  expectSum(measured, rows.filter(hasBoth));
  expectSum(
    unmeasured,
    rows.filter((row) => !hasBoth(row)),
  );
  expectSum(all, rows);
}

function expectSum(line: MoneySum, rows: readonly MoneyRow[]): void {
  const { projects, ...sums } = line;
  expect(projects).toBe(rows.length);
  for (const column of Object.keys(sums) as (keyof typeof sums)[])
    if (sums[column] !== null)
      expect([column, sums[column]]).toEqual([column, rows.reduce((sum, row) => sum + (row[column] ?? 0), 0)]);
}
