import type { LocalDate, ReportingPeriod } from '#shared';
import { type TestApplication, testApplication } from '../../testing/test-application.js';
import { systemContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';
import { LoadReportingPeriods } from './load-reporting-periods.js';
import { openPeriod } from './reporting-periods.query.js';

describe('the reporting periods', () => {
  let application: TestApplication;

  beforeAll(async () => {
    application = await testApplication();
  });

  const all = async (language = 'nb') =>
    (
      await (
        await application.as('folkevalgt')
      ).get<ReportingPeriod[]>('/api/reporting-periods', { 'accept-language': language })
    ).body;
  const openOn = async (today: LocalDate) => {
    const ctx = systemContext(new Date(), today);
    const row = await application.database.database.row<{ period: ReportingPeriod | null }>(
      sql`select ${openPeriod(ctx)} as period`,
    );
    return row!.period?.code;
  };

  it('are three a year from 2018 to next year, the newest first', async () => {
    const periods = await all();
    const nextYear = new Date().getFullYear() + 1;
    expect(periods.length).toBe((nextYear - 2018 + 1) * 3);
    expect([periods[0]!.code, periods.at(-1)!.code]).toEqual([`${nextYear}-A`, '2018-T1']);
    expect(periods.find(({ code }) => code === '2026-T2')).toEqual({
      code: '2026-T2',
      name: '2. tertial 2026',
      shortName: 'T2 2026',
      startsOn: '2026-05-01',
      endsOn: '2026-08-31',
      dueOn: '2026-09-15',
      locksOn: '2026-09-29',
    });
    expect(periods.find(({ code }) => code === '2026-A')).toEqual(
      jasmine.objectContaining({ name: '3. tertial og året 2026', endsOn: '2026-12-31', dueOn: '2027-01-31' }),
    );
    expect((await all('en')).find(({ code }) => code === '2026-T1')!.name).toBe('1st tertial 2026');
  });

  it('follow each other without a gap', async () => {
    const { dataSource } = application.database;
    const gaps = await dataSource.query<unknown[]>(`
      select * from (select ends_on, lead(starts_on) over (order by starts_on) as next from reporting_period) period
      where next is not null and next <> ends_on + 1`);
    expect(gaps).toEqual([]);
  });

  it('are added for the years that have come since the last start, once', async () => {
    const own = await testApplication();
    const loader = own.app.get(LoadReportingPeriods, { strict: false });
    const count = async () =>
      (await own.database.dataSource.query<[{ n: number }]>('select count(*) as n from reporting_period'))[0].n;
    const lines: string[] = [];
    const startIn = (today: LocalDate) => loader.run(systemContext(new Date(), today), (line) => lines.push(line));
    const before = await count();
    const year = new Date().getFullYear();
    await startIn(`${year}-06-01`);
    expect([await count(), lines]).toEqual([before, []]);
    await startIn(`${year + 2}-06-01`);
    await startIn(`${year + 2}-06-01`);
    expect(lines).toEqual([`La inn rapporteringsperioder for ${year + 2}–${year + 3}.`]);
    expect(await count()).toBe(before + 6);
  });

  it('are open one at a time: the one that has ended until it is locked, then the one that runs', async () => {
    expect(await openOn('2026-08-31')).toBe('2026-T2');
    expect(await openOn('2026-09-01')).toBe('2026-T2');
    expect(await openOn('2026-09-29')).toBe('2026-T2');
    expect(await openOn('2026-09-30')).toBe('2026-A');
    expect(await openOn('2027-02-14')).toBe('2026-A');
    expect(await openOn('2027-02-15')).toBe('2027-T1');
    expect(await openOn('2017-12-31')).toBeUndefined();
  });
});
