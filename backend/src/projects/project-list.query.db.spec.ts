import type { ProjectList, ProjectRow, ProjectView, ReportingPeriod } from '#shared';
import { ProjectSort } from '#shared';
import { type KnownProject, seeded, storePortfolio } from '../../testing/portfolio.js';
import { ifMatch, refusal } from '../../testing/projects.js';
import { type Client, type TestApplication, testApplication } from '../../testing/test-application.js';

type Filter = Record<string, string>;
const lifecycles = ['not-started', 'in-progress', 'postponed', 'stopped', 'finished', 'rejected'];
const phases = ['ide', 'konsept', 'planlegging', 'gjennomforing', 'avslutning', 'realisering'];
const collator = new Intl.Collator('nb');

describe('the list of projects', () => {
  let application: TestApplication;
  let client: Client;
  let known: KnownProject[];
  let closed: ReportingPeriod;
  let sectorNames: Map<string, string>;

  beforeAll(async () => {
    application = await testApplication();
    client = await application.as('kommunedirektor');
    known = await storePortfolio(application.database.dataSource, 400, 3407);
    const { body } = await client.get<ReportingPeriod[]>('/api/reporting-periods');
    const today = new Date().toISOString().slice(0, 10);
    closed = body.find(({ dueOn }) => dueOn < today)!;
    const list = await client.get<ProjectList>('/api/projects?size=1');
    sectorNames = new Map(list.body.facets.sector.map(({ value, name }) => [value, name]));
  });

  const list = async (asked: Filter): Promise<ProjectList> => {
    const answer = await client.get<ProjectList>(`/api/projects?${new URLSearchParams(asked).toString()}`);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body;
  };

  /** What the filters mean, read off the contract and reckoned one project at a time. */
  const means: Record<string, (project: KnownProject, values: string[]) => boolean> = {
    q: (project, [q]) => {
      const { number, name, description, place, caseNumber } = project;
      const text = [number, name, description, place, caseNumber ?? ''].join(' ').toLowerCase();
      return q!.split(/\s+/).every((word) => text.includes(word.toLowerCase()));
    },
    sector: ({ sector }, values) => values.includes(sector),
    phase: ({ phase }, values) => values.includes(phase),
    lifecycle: ({ lifecycle }, values) => values.includes(lifecycle),
    light: ({ light }, values) => values.includes(light ?? 'none'),
    strategy: ({ links }, values) =>
      links.some(
        ({ ended, area, strategy, measure }) =>
          !ended && [area, strategy, measure].some((code) => code !== null && values.includes(code)),
      ),
    manager: ({ manager }, values) => values.includes(manager?.id ?? 'none'),
    missing: (project, [what]) =>
      ({
        status:
          project.lifecycle === 'in-progress' &&
          (project.startsOn ?? project.registeredOn) < closed.endsOn &&
          !project.periods.includes(closed.code),
        strategy: !project.links.some(({ approved, ended }) => approved && !ended),
        people: !project.manager?.active || !project.owner?.active,
      })[what as 'status' | 'strategy' | 'people'],
    over: ({ finalForecastOre, approvedFrameOre }) =>
      finalForecastOre !== null && approvedFrameOre !== null && finalForecastOre > approvedFrameOre,
  };
  const fits = (project: KnownProject, filter: Filter, but?: string): boolean =>
    Object.entries(filter).every(
      ([name, value]) => name === but || means[name]!(project, name === 'q' ? [value] : value.split(',')),
    );
  const sum = (amounts: (number | null)[]): number =>
    amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  const deviation = ({ approvedFrameOre: frame, finalForecastOre: forecast }: KnownProject): number | null =>
    frame === null || forecast === null ? null : frame - forecast;

  it('holds exactly what the filters mean, with sums and counts over all of it', async () => {
    const random = seeded(1);
    const one = <T>(of: readonly T[]): T => of[random(of.length)]!;
    const some = <T>(of: readonly T[]): string => [...new Set([one(of), one(of)])].join(',');
    const links = known.flatMap((project) => project.links);
    const make: Record<string, () => string> = {
      q: () =>
        one([
          'skole',
          'ÅPEN',
          'ny veg',
          'ved biri',
          '100 %',
          'kø_',
          '202',
          `${one(known).number}`,
          '/1',
          'finnes ikke',
        ]),
      sector: () => some([...sectorNames.keys()]),
      phase: () => some(phases),
      lifecycle: () => some(lifecycles),
      light: () => some(['green', 'yellow', 'red', 'none']),
      strategy: () => some(links.flatMap(({ area, strategy, measure }) => [area, strategy, measure ?? strategy])),
      manager: () => some([...known.map(({ manager }) => manager?.id ?? 'none'), 'none']),
      missing: () => one(['status', 'strategy', 'people']),
      over: () => 'frame',
    };
    let found = 0;
    for (let turn = 0; turn < 120; turn += 1) {
      const filter: Filter = {};
      for (const name of Object.keys(make)) if (random(4) === 0) filter[name] = make[name]!();
      const expected = known.filter((project) => fits(project, filter));
      const { total, sums, facets, items } = await list({ ...filter, size: '200' });
      const context = JSON.stringify(filter);
      expect(total).withContext(context).toBe(expected.length);
      if (expected.length <= 200)
        expect(items.map(({ number }) => number).sort())
          .withContext(context)
          .toEqual(expected.map(({ number }) => number).sort());
      expect(sums)
        .withContext(context)
        .toEqual({
          approvedFrameOre: sum(expected.map(({ approvedFrameOre }) => approvedFrameOre)),
          accountsToDateOre: sum(expected.map(({ accountsToDateOre }) => accountsToDateOre)),
          finalForecastOre: sum(expected.map(({ finalForecastOre }) => finalForecastOre)),
          deviationOre: sum(expected.map(deviation)),
        });
      for (const name of ['sector', 'phase', 'lifecycle', 'light'] as const)
        for (const { value, count } of facets[name]) {
          const counted = known.filter((project) => fits(project, filter, name) && (project[name] ?? 'none') === value);
          expect(count).withContext(`${name} ${value} of ${context}`).toBe(counted.length);
        }
      found += expected.length > 0 ? 1 : 0;
    }
    expect(found).toBeGreaterThan(60);
  }, 60_000);

  it('counts every value there is to choose, in its own order', async () => {
    const { facets } = await list({ q: 'finnes ikke' });
    expect(facets.phase.map(({ value, count }) => [value, count])).toEqual(phases.map((phase) => [phase, 0]));
    expect(facets.lifecycle.map(({ value }) => value as string)).toEqual(lifecycles);
    expect(facets.light.map(({ value }) => value)).toEqual(['green', 'yellow', 'red', 'none']);
    expect(facets.sector.map(({ name }) => name)).toEqual([...sectorNames.values()].sort(collator.compare));
  });

  const keys: Record<string, (project: KnownProject) => number | string | null> = {
    name: ({ name }) => name,
    sector: ({ sector }) => sectorNames.get(sector)!,
    manager: ({ manager }) => manager?.name ?? null,
    phase: ({ phase }) => phases.indexOf(phase),
    lifecycle: ({ lifecycle }) => lifecycles.indexOf(lifecycle),
    light: ({ light }) => light && ['green', 'yellow', 'red'].indexOf(light),
    starts: ({ startsOn }) => startsOn,
    ends: ({ endsOn }) => endsOn,
    frame: ({ approvedFrameOre }) => approvedFrameOre,
    forecast: ({ finalForecastOre }) => finalForecastOre,
    deviation,
    reported: ({ reportedAt }) => reportedAt,
  };
  for (const sort of ProjectSort.options)
    it(`is sorted by ${sort}: nothing last, equals by number, and each project once over the pages`, async () => {
      const falling = sort.startsWith('-') ? -1 : 1;
      const key = sort.replace('-', '');
      const byNumber = (a: KnownProject, b: KnownProject) => a.year - b.year || a.serial - b.serial;
      const expected = known.toSorted((a, b) => {
        if (key === 'number') return falling * byNumber(a, b);
        const [left, right] = [keys[key]!(a), keys[key]!(b)];
        if (left === null || right === null) return Number(left === null) - Number(right === null) || byNumber(a, b);
        const order = typeof left === 'string' ? collator.compare(left, right as string) : left - (right as number);
        return falling * order || byNumber(a, b);
      });
      const pages = await Promise.all(['1', '2', '3', '4'].map((page) => list({ sort, page, size: '130' })));
      expect(pages.flatMap(({ items }) => items.map(({ number }) => number))).toEqual(
        expected.map(({ number }) => number),
      );
      expect(pages.map(({ total, page, size }) => [total, page, size])).toEqual(
        [1, 2, 3, 4].map((page) => [400, page, 130]),
      );
    });

  it('shows of each project what the contract says', async () => {
    const project = known.find(({ links, manager, owner, light }) => links.length > 1 && manager && owner && light)!;
    const { items } = await list({ q: project.number });
    const live = project.links.filter(({ ended }) => !ended).toSorted((a, b) => a.position - b.position);
    expect(items[0]).toEqual(
      jasmine.objectContaining<ProjectRow>({
        number: project.number,
        name: project.name,
        sector: { code: project.sector, name: sectorNames.get(project.sector)! },
        manager: { id: project.manager!.id, name: project.manager!.name },
        owner: { id: project.owner!.id, name: project.owner!.name },
        startsOn: project.startsOn,
        endsOn: project.endsOn,
        light: project.light,
        strategies: [...new Set(live.map(({ strategy }) => strategy))],
        approvedFrameOre: project.approvedFrameOre,
        finalForecastOre: project.finalForecastOre,
        deviationOre: deviation(project),
      }),
    );
  });

  it('knows whose the asker’s own are', async () => {
    const manager = await application.as('prosjektleder');
    const { body } = await manager.get<ProjectList>('/api/projects?manager=me');
    expect(body.total).toBe(0);
    const { headers } = await manager.get('/api/projects?manager=me');
    const other = await client.get<ProjectList>('/api/projects?manager=me', { 'if-none-match': headers['etag']! });
    expect(other.status).toBe(200);
    expect((await manager.get('/api/projects?manager=me', { 'if-none-match': headers['etag']! })).status).toBe(304);
  });

  it('answers for a past instant exactly what it answered then', async () => {
    const asked = 'sort=-deviation&size=200&lifecycle=in-progress,finished';
    const before = await client.get<ProjectList>(`/api/projects?${asked}`);
    const [{ at }] = await application.database.dataSource.query<[{ at: string }]>(
      `select to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from change`,
    );
    const [first] = before.body.items;
    const project = (await client.get<ProjectView>(`/api/projects/${first!.number}`)).body;
    const changed = await client.patch(
      `/api/projects/${first!.number}`,
      { name: 'Et annet navn', lifecycle: 'not-started', finishedOn: null },
      ifMatch(project),
    );
    expect(changed.status).toBe(200);
    const after = await client.get<ProjectList>(`/api/projects?${asked}`);
    expect(after.body.total).toBe(before.body.total - 1);
    const then = await client.get<ProjectList>(`/api/projects?${asked}&as-of=${at}`);
    expect(then.body).toEqual(before.body);
    expect((await client.get<ProjectView>(`/api/projects/${first!.number}?as-of=${at}`)).body).toEqual({
      ...project,
      may: { change: false, report: false, propose: false, approve: false, changeBudget: false },
      contributions: project.contributions.map((contribution) => ({ ...contribution, mayApprove: false })),
    });
    known = known.map((one) =>
      one.number === first!.number ? { ...one, name: 'Et annet navn', lifecycle: 'not-started' } : one,
    );
  });

  it('refuses what it does not know, and names it', async () => {
    const ask = async (query: string) => refusal(await client.get(`/api/projects?${query}`));
    expect(await ask('colour=red')).toEqual([400, 'invalid-input', 'colour: unknown-field']);
    expect(await ask('light=blue')).toEqual([400, 'invalid-input', 'light.0: invalid-value']);
    expect(await ask('size=201')).toEqual([400, 'invalid-input', 'size: too-big']);
    expect(await ask('page=0')).toEqual([400, 'invalid-input', 'page: too-small']);
    expect(await ask('sort=price')).toEqual([400, 'invalid-input', 'sort: invalid-value']);
    expect(await ask('as-of=2199-01-01')).toEqual([400, 'as-of-in-the-future', 'as-of: as-of-in-the-future']);
    expect(refusal(await application.nobody.get('/api/projects'))).toEqual([401, 'sign-in-required']);
  });
});
