import type { Overview, ProjectList, StatusReportList, StrategyFollowUp } from '#shared';
import { type TestApplication, testApplication } from '../testing/test-application.js';
import { firstStart } from '../src/first-start.js';
import { LoadDemonstration } from '../src/import-export/load-demonstration.js';
import { LoadPlans } from '../src/plans/load-plans.js';
import { faultsIn } from './reference-check.js';
import { writeReferenceData } from './reference-data.js';
import { changesPerProject, referenceSizes } from './reference-size.js';

describe('reference data', () => {
  const { S } = referenceSizes;
  let test: TestApplication;

  beforeAll(async () => {
    test = await testApplication(
      {},
      firstStart.filter((step) => step !== LoadPlans && step !== LoadDemonstration),
    );
    await writeReferenceData(await test.database.asOwner(), S);
  });

  it('goes through as many changes as the size says', async () => {
    const [{ changes, reports }] = await test.database.dataSource.query<[{ changes: number; reports: number }]>(
      `select (select count(*) from change where request_id = 'reference') as changes, (select count(*) from status_report) as reports`,
    );
    expect(changesPerProject).toBe(100);
    expect(changes).toBe(S.projects * 100);
    expect(reports).toBe(S.projects * 60);
  });

  it('is as the product would have left it: order, history, keys, and what projects keep', async () => {
    expect(await faultsIn(test.database.dataSource)).toEqual([]);
  });

  it('shows a fault when there is one', async () => {
    const damaged = await testApplication(
      {},
      firstStart.filter((step) => step !== LoadPlans && step !== LoadDemonstration),
    );
    await writeReferenceData(await damaged.database.asOwner(), S);
    const owner = await damaged.database.asOwner();
    await owner.query(
      `set session_replication_role = replica; update project set approved_frame_ore = 1 where serial = 1; delete from change where number = 400`,
    );
    const faults = await faultsIn(damaged.database.dataSource);
    expect(faults).toContain('1 changes that are not later than the one before');
    expect(faults).toContain('2 rows of project that are not their newest version');
    expect(faults).toContain('1 projects whose frame or accounts are not the sum of their parts');
  });

  it('is served like any other: now, and as it was two years ago', async () => {
    const leader = await test.as('kommunedirektor');
    const overview = await leader.get<Overview>('/api/overview');
    expect(overview.body.strategies.total).toBe(S.strategies);
    expect(overview.body.before).not.toBeNull();
    const list = await leader.get<ProjectList>('/api/projects?size=10');
    expect(list.body.total).toBeGreaterThanOrEqual(S.projects);
    const reports = await leader.get<StatusReportList>(`/api/projects/${list.body.items[0]!.number}/status-reports`);
    expect(reports.body.total).toBe(60);
    const asOf = `${Number(new Date().toISOString().slice(0, 4)) - 2}-06-30`;
    const then = await leader.get<StrategyFollowUp[]>(`/api/plans/langtidsplan-2018/follow-up?as-of=${asOf}`);
    expect(then.status).toBe(200);
    expect(then.body.some(({ projects }) => projects.length > 0)).toBeTrue();
  });

  it('takes what is written next', async () => {
    const leader = await test.as('kommunedirektor');
    const registered = await leader.post('/api/projects', { name: 'Nytt', sector: 'oppvekst', phase: 'ide' });
    expect(registered.status).toBe(201);
    expect(await faultsIn(test.database.dataSource)).toEqual([]);
  });
});
