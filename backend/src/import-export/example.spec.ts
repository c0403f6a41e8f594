import {
  DecideFrame,
  PutAccounts,
  PutAppropriation,
  PutContribution,
  RegisterProject,
  SubmitStatusReport,
} from '#shared';
import { readDataFile } from '../platform/data-file.js';
import { DemonstrationPeople, DemonstrationProjects, DemonstrationStrategies, projectFiles } from './demonstration.js';
import { type Example, type ExampleFiles, type ReferenceRows, exampleOf } from './example.js';

/** Days a first start may fall on: the ends of periods, months and years, and the day that leap years have. */
const days = ['2026-11-23', '2027-01-01', '2027-02-01', '2027-05-16', '2027-09-15', '2027-12-31', '2028-02-29'];

const anything = new Proxy<Record<string, string>>({}, { get: (_, word) => `id of ${String(word)}` });
const rowsOn = (today: string): ReferenceRows => ({
  sectors: anything,
  committees: anything,
  phases: anything,
  people: anything,
  strategies: anything,
  measures: new Proxy(
    {},
    { get: (_, code) => (String(code).includes('.') ? ['id', `id of ${String(code)}`] : undefined) },
  ),
  periods: [2024, 2025, 2026, 2027, 2028]
    .flatMap((year) => [`${year}-05-15`, `${year}-09-15`, `${year + 1}-01-31`])
    .filter((dueOn) => dueOn < today)
    .reverse()
    .map((dueOn) => ({ id: dueOn, code: dueOn, dueOn })),
});

describe('the example, laid out on any day', () => {
  let files: ExampleFiles;

  beforeAll(async () => {
    files = {
      people: await readDataFile('demonstration/people.json', DemonstrationPeople),
      strategies: await readDataFile('demonstration/strategies.json', DemonstrationStrategies),
      projects: await Promise.all(projectFiles.map((file) => readDataFile(file, DemonstrationProjects))),
    };
  });

  const on = (today: string): Example => exampleOf(files, rowsOn(today), today);
  const text = (value: unknown): string => String(value);

  for (const today of days) {
    it(`is what the contracts would have taken, on ${today}`, () => {
      const example = on(today);
      const mistakes = [
        ...example.projects.map((row) =>
          RegisterProject.safeParse({
            ...{ name: row['name'], description: row['description'], sector: 'a-sector', phase: 'a-phase' },
            ...{ lifecycle: row['lifecycle'], place: row['place'], caseNumber: row['case_number'] },
            ...{ startsOn: row['starts_on'], endsOn: row['ends_on'], finishedOn: row['finished_on'] },
            ...{ postponedTo: row['postponed_to'], moneyKind: row['money_kind'] },
            ...{ lifecycleReason: row['lifecycle_reason'], lifecycleDecidedBy: row['lifecycle_decided_by'] },
          }),
        ),
        ...example.contributions.map(({ kind, statement }) => PutContribution.safeParse({ kind, statement })),
        ...example.frameDecisions.map((row) =>
          DecideFrame.safeParse({
            ...{ decidedOn: row['decided_on'], decidedBy: row['decided_by'], caseNumber: row['case_number'] },
            ...{ amountOre: row['amount_ore'], reason: row['reason'] },
          }),
        ),
        ...example.appropriations.map((row) =>
          PutAppropriation.safeParse({
            ...{ originalOre: row['original_ore'], revisedOre: row['revised_ore'], caseNumber: row['case_number'] },
          }),
        ),
        ...example.bookedAmounts.map((row) =>
          PutAccounts.safeParse({ amountOre: row['amount_ore'], extractedOn: row['extracted_on'] }),
        ),
        ...example.reports.flatMap(({ rows }) =>
          rows.map((row) =>
            SubmitStatusReport.safeParse({
              ...{ progress: row['progress'], economy: row['economy'], quality: row['quality'], scope: row['scope'] },
              ...{ risk: row['risk'], overall: row['overall'], overallReason: row['overall_reason'] },
              ...{ summary: row['summary'], forecastEndsOn: row['forecast_ends_on'], deviations: row['deviations'] },
              ...{ finalForecastOre: row['final_forecast_ore'], unchanged: row['unchanged'] },
            }),
          ),
        ),
      ].flatMap(({ error }) => error?.issues ?? []);
      expect(mistakes).toEqual([]);
      expect(example.projects.length).toBeGreaterThanOrEqual(40);
    });

    it(`holds nothing that has not happened yet, on ${today}`, () => {
      const example = on(today);
      const happened = [
        ...example.projects.flatMap((row) => [row['registered_at'], row['finished_on']]),
        ...example.contributions.flatMap((row) => [row['proposed_on'], row['approved_on']]),
        ...example.frameDecisions.map((row) => row['decided_on']),
        ...example.bookedAmounts.map((row) => row['extracted_on']),
        ...example.reports.flatMap(({ rows }) => rows.map((row) => row['submitted_at'])),
      ];
      expect(happened.filter((date) => date !== null && text(date).slice(0, 10) > today)).toEqual([]);
    });
  }

  it('tells reports in the order they were sent, newest period last', () => {
    const dates = on('2026-11-23')
      .reports.slice(0, -1)
      .map(({ step }) => step);
    expect(dates).toEqual([...dates].sort());
    expect(dates.length).toBe(8);
  });

  it('gives each project a number in its year, without holes and without two alike', () => {
    const { projects } = on('2026-11-23');
    const byYear = new Map<unknown, unknown[]>();
    for (const { year, serial } of projects) byYear.set(year, [...(byYear.get(year) ?? []), serial]);
    for (const serials of byYear.values()) expect(serials).toEqual(serials.map((_, index) => index + 1));
  });

  it('puts somebody of the sector in the place of a demonstration account that is not there', () => {
    const rows = rowsOn('2026-11-23');
    const people = { 'ivar.monster': 'id of Ivar', 'liv.tenkeland': 'id of Liv' };
    const { projects } = exampleOf(files, { ...rows, people }, '2026-11-23');
    const street = projects.find(({ name }) => text(name).startsWith('Heimdalsgate'))!;
    expect(street['manager_id']).toBe('id of Ivar');
    expect(street['owner_id']).toBe('id of Liv');
  });

  it('shows what a list must bear: a name of 120 characters with æ, ø or å, nynorsk, and a project of 0 kroner', () => {
    const { projects, appropriations } = on('2026-11-23');
    expect(projects.some(({ name }) => text(name).length === 120 && /[æøå]/.test(text(name)))).toBeTrue();
    expect(projects.some(({ name }) => text(name).includes('Demensvenleg'))).toBeTrue();
    const spent = new Map<unknown, number>();
    for (const { project_id: id, revised_ore: ore } of appropriations)
      spent.set(id, (spent.get(id) ?? 0) + Number(ore));
    expect([...spent.values()]).toContain(0);
  });
});
