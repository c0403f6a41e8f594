import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Overview, Verdict, VerdictCounts } from '#shared';
import { render } from '../../testing/render';
import { allByRole, byRole, textOf } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { apiInterceptor } from '../platform/http/api.interceptor';
import { Session } from '../platform/session';
import { OverviewPage } from './overview-page';

const messages = {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
};

const verdicts = (some: Partial<Record<Verdict, number>>): VerdictCounts => ({
  'followed-up': 0,
  weak: 0,
  lacking: 0,
  excepted: 0,
  completed: 0,
  planned: 0,
  'phasing-in': 0,
  ...some,
});
const lights = { green: 3, yellow: 1, red: 1, none: 0 };
const phases = [{ category: 'planning' as const, count: 5 }];
const attention = (code: string, rule: string): Overview['attention'][number] => ({
  code,
  title: `Strategi ${code}`,
  area: { code: 'BY', kind: 'priority', title: 'Mer by' },
  verdict: 'lacking',
  rule,
  severity: 'critical',
  reason: 'Ingen prosjekter er registrert på strategien.',
  remedy: 'Koble et prosjekt til strategien.',
});

const facts: Overview = {
  plan: { slug: 'langtidsplan-2018', title: 'Langtidsplan 2018', language: 'nb' },
  evaluatedOn: '2026-11-23',
  ruleSet: 1,
  strategies: { total: 10, verdicts: verdicts({ lacking: 3, weak: 2, 'followed-up': 5 }), withNotes: 1 },
  before: { period: '2. tertial 2026', evaluatedOn: '2026-08-31', verdicts: verdicts({ lacking: 5 }) },
  areas: [
    { code: 'UNI', kind: 'priority', title: 'Attraktiv universitetsby', total: 3, verdicts: verdicts({ lacking: 1 }) },
    { code: 'BY', kind: 'priority', title: 'Mer by', total: 4, verdicts: verdicts({ lacking: 2, weak: 2 }) },
    { code: 'BY', kind: 'effort', title: 'Utvikling av Gjøvik', total: 3, verdicts: verdicts({ 'followed-up': 3 }) },
  ],
  attention: [attention('BY-A3', 'S01'), attention('UNI-A1', 'S03')],
  projects: {
    total: 5,
    lights,
    phases,
    sectors: [{ code: 'samfunnsutvikling', name: 'Samfunnsutvikling', total: 5, lights, phases }],
  },
  money: {
    approvedFrameOre: 120_420_000_000,
    accountsToDateOre: 61_230_000_000,
    finalForecastOre: 125_110_000_000,
    deviationOre: -4_690_000_000,
    projectsWithBoth: 4,
    overFrame: 2,
  },
  missingStatus: {
    period: { code: '2026-T2', name: '2. tertial 2026', dueOn: '2026-09-15' },
    owed: 5,
    missing: 1,
    projects: [
      { number: '2026-014', name: 'Huntonarmen', sector: { code: 'x', name: 'Samfunnsutvikling' }, manager: null },
    ],
  },
};

describe('OverviewPage', () => {
  let api: HttpTestingController;

  async function open(overview: Overview | number): Promise<ComponentFixture<OverviewPage>> {
    TestBed.configureTestingModule({
      providers: [
        provideTexts({ 'follow-up': messages }),
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
      ],
    });
    api = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(Session).load();
    api.expectOne('/api/session').flush({ account: { id: 'a' }, permissions: ['project.register'] });
    await session;
    const opening = render(OverviewPage);
    for (let tries = 0; tries < 100 && !document.querySelector('app-overview-page h1'); tries++) {
      for (const asked of api.match(() => true)) {
        if (typeof overview === 'number') asked.flush(null, { status: overview, statusText: 'Failed' });
        else asked.flush(overview);
      }
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const fixture = await opening;
    await fixture.whenStable();
    return fixture;
  }

  it('begins with how many lack follow-up, and whether that is more than before', async () => {
    await open(facts);
    expect(textOf(byRole('heading', /mangler oppfølging, 2 færre/))).toBe(
      '3 av 10 strategier mangler oppfølging, 2 færre enn ved 2. tertial 2026.',
    );
    expect(byRole('link', '3', byRole('heading', /^3 av 10/)).getAttribute('href')).toBe(
      '/planen/langtidsplan-2018?verdict=lacking',
    );
  });

  it('says nothing of before when history does not reach so far', async () => {
    await open({ ...facts, before: null });
    expect(textOf(byRole('heading', /^3 av 10/))).toBe('3 av 10 strategier mangler oppfølging.');
  });

  it('names the area that lacks most, and lists the worst first within each kind', async () => {
    await open(facts);
    expect(byRole('heading', 'Mer by: 2 av 4 strategier mangler oppfølging')).toBeTruthy();
    const table = byRole('table', 'Strategier etter område og vurdering');
    expect([...table.querySelectorAll('th[scope=row] a')].map(textOf)).toEqual([
      'Mer by',
      'Attraktiv universitetsby',
      'Utvikling av Gjøvik',
    ]);
  });

  it('gives each area’s numbers as ways into the plan', async () => {
    await open(facts);
    const table = byRole('table', 'Strategier etter område og vurdering');
    const [row] = [...table.querySelectorAll('tr')].filter((line) => textOf(line).startsWith('Mer by'));
    expect([...row!.querySelectorAll('td')].map(textOf)).toEqual(['2', '2', '0', '0']);
    expect(row!.querySelector('td a')!.getAttribute('href')).toBe(
      '/planen/langtidsplan-2018?area=BY-A&verdict=lacking',
    );
  });

  it('gives each strategy that lacks follow-up its reason and the way to what would mend it', async () => {
    await open(facts);
    const list = allByRole('list').find((found) => found.tagName === 'OL')!;
    expect(textOf(list)).toContain('Ingen prosjekter er registrert på strategien.');
    expect(byRole('link', /^Registrer et prosjekt på strategien/).getAttribute('href')).toBe(
      '/prosjekter/ny?strategy=BY-A3',
    );
    expect(byRole('link', /^Se hva som ville endre det/).getAttribute('href')).toBe(
      '/planen/langtidsplan-2018/UNI-A1#hvorfor',
    );
  });

  it('says to who reads aloud that the plan’s own words are in the plan’s language', async () => {
    await open({ ...facts, plan: { ...facts.plan, language: 'nn' } });
    const spoken = (name: string | RegExp) => byRole('link', name).querySelector('[lang]')?.getAttribute('lang');
    expect(byRole('link', 'Langtidsplan 2018').getAttribute('lang')).toBe('nn');
    expect(byRole('link', 'Mer by').getAttribute('lang')).toBe('nn');
    expect(spoken(/^BY-A3/)).toBe('nn');
  });

  it('shows the first six that lack follow-up, and all when asked', async () => {
    const many = Array.from({ length: 8 }, (_, index) => attention(`BY-A${index}`, 'S03'));
    const fixture = await open({ ...facts, attention: many });
    const shown = () => allByRole('link', /^BY-A\d/).length;
    expect(shown()).toBe(6);
    byRole('button', 'Vis alle 8').click();
    await fixture.whenStable();
    expect(shown()).toBe(8);
  });

  it('says money against frame in millions, with what minus means', async () => {
    await open(facts);
    expect(byRole('heading', 'Prognosen er 46,9 mill. kr over rammen')).toBeTruthy();
    const table = byRole('table', /^Ramme, prognose, regnskap og avvik for 4 prosjekter/);
    expect(textOf(table)).toContain('\u221246,9');
    expect(textOf(document.querySelector('app-money-figure'))).toContain(
      'Avvik er ramme minus prognose. Minus betyr merforbruk.',
    );
    expect(byRole('link', '2 prosjekter ligger over rammen').getAttribute('href')).toBe('/prosjekter?over=frame');
  });

  it('names who has not reported, and by when', async () => {
    await open(facts);
    expect(byRole('heading', '1 av 5 har ikke rapportert for 2. tertial 2026 (frist 15.09.2026)')).toBeTruthy();
    expect(textOf(document.querySelector('app-missing-status li'))).toBe('2026-014 Huntonarmen ingen prosjektleder');
  });

  it('offers to register the first project when there is none', async () => {
    await open({ ...facts, projects: { ...facts.projects, total: 0, sectors: [] } });
    expect(byRole('link', 'Registrer det første prosjektet').getAttribute('href')).toBe('/prosjekter/ny');
  });

  it('says when the overview cannot be had, and tries again', async () => {
    const fixture = await open(503);
    expect(textOf(byRole('alert'))).toContain('Tjenesten svarer ikke akkurat nå.');
    byRole('button', 'Prøv igjen').click();
    await new Promise((resolve) => setTimeout(resolve));
    api.expectOne('/api/overview').flush(facts);
    await fixture.whenStable();
    expect(byRole('heading', /^3 av 10/)).toBeTruthy();
  });
});
