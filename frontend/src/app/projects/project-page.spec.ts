import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { Finding, HistoryPage, Permission, ProjectView, StatusReport } from '#shared';
import { type Answer, AnsweringApi, provideAnsweringApi } from '../../testing/answering-api';
import { green, huntonarmen, statusReport } from '../../testing/projects';
import { render } from '../../testing/render';
import { allByRole, byRole, shownText } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { Shortcuts } from '../platform/shortcuts';
import { ProjectPage } from './project-page';

const messages = {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
};
const findingWords = {
  nb: () => import('../ui/finding-words/messages/nb.json'),
  nn: () => import('../ui/finding-words/messages/nn.json'),
  en: () => import('../ui/finding-words/messages/en.json'),
};
const address = '/api/projects/2026-014';
const everything: Permission[] = [
  'project.read',
  'status-report.read',
  'follow-up.read',
  'budget.read',
  'history.read',
];
const finding: Finding = {
  rule: 'P04',
  severity: 'material',
  text: 'Prosjektet mangler prosjektleder.',
  remedy: 'Sett inn en aktiv prosjektleder.',
  since: null,
  covered: false,
  data: { missing: 'manager', left: null },
};
const history: HistoryPage = {
  total: 1,
  items: [
    {
      change: 412,
      at: '2026-11-23T11:04:00.000Z',
      action: 'project.changed',
      by: 'Kari Leder',
      subject: 'project',
      label: null,
      event: 'changed',
      fields: [{ name: 'place', from: 'Sentrum', to: 'Hunton' }],
    },
  ],
};

describe('ProjectPage', () => {
  let api: AnsweringApi;
  let fixture: ComponentFixture<ProjectPage>;

  async function open(project: Partial<ProjectView> | number, others: Record<string, Answer> = {}, may = everything) {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        provideTexts({ projects: messages, 'finding-words': findingWords }),
        provideAnsweringApi(),
        provideRouter([]),
      ],
    });
    api = new AnsweringApi({
      [`GET ${address}`]: typeof project === 'number' ? project : { ...huntonarmen, ...project },
      [`GET ${address}/findings`]: { evaluatedOn: '2026-11-23', ruleSet: 1, findings: [] },
      [`GET ${address}/status-reports`]: { total: 0, items: [], openPeriod: null },
      [`GET ${address}/history`]: history,
      ...others,
    });
    await api.signIn(may);
    fixture = await api.open(render(ProjectPage, { number: '2026-014' }));
    await fixture.whenStable();
  }
  const stories = (...items: StatusReport[]) => ({
    [`GET ${address}/status-reports`]: { total: items.length, items, openPeriod: null },
  });
  const answer = () => shownText(document.querySelector('.answer'));
  const cells = () => [...document.querySelectorAll('app-light-row dl > div')].map(shownText);

  it('begins with how it stands and what it costs, after its number and that it is an example', async () => {
    await open({});
    expect(byRole('heading', 'Ny sentrumsadkomst (Huntonarmen)').tagName).toBe('H1');
    expect(shownText(document.querySelector('.page-head'))).toContain('2026-014 Eksempeldata');
    expect(answer()).toBe(
      'Samlet status er grønn per 12.09.2026. Sluttprognosen er lik vedtatt ramme på 48,0\u00a0mill.\u00a0kr.',
    );
  });

  it('says how far the forecast is above the frame', async () => {
    await open({ money: { ...huntonarmen.money, finalForecastOre: 5_120_000_000, deviationOre: -320_000_000 } });
    expect(answer()).toContain(
      'Sluttprognosen er 3,2\u00a0mill.\u00a0kr over vedtatt ramme på 48,0\u00a0mill.\u00a0kr.',
    );
    expect(shownText(document.querySelector('app-money-line'))).toContain('\u22123\u00a0200\u00a0000 merforbruk');
    expect(shownText(document.querySelector('app-money-line'))).toContain('Avvik er ramme minus prognose.');
  });

  it('says what became of a project that is not under way', async () => {
    await open({ lifecycle: 'postponed', postponedTo: '2028-01-01', lifecycleReason: 'Avventer Nye Veier.' });
    expect(answer()).toContain('Prosjektet er utsatt til 01.01.2028.');
    expect(shownText(document.querySelector('app-project-facts'))).toContain(
      'Utsatt til 01.01.2028 Avventer Nye Veier.',
    );
  });

  it('shows each light as a word with its trend since the report before', async () => {
    const now = { ...green, progress: 'yellow', risk: 'green', overall: 'yellow' } as const;
    await open({ lights: now }, stories(statusReport(now), statusReport({ risk: 'red' })));
    expect(cells()).toEqual([
      'Samlet Gul dårligere, var grønn',
      'Framdrift Gul dårligere, var grønn',
      'Økonomi Grønn som sist',
      'Kvalitet Grønn som sist',
      'Omfang Grønn som sist',
      'Risiko Grønn bedre, var rød',
    ]);
  });

  it('shows no trend for a first report', async () => {
    await open({}, stories(statusReport()));
    expect(cells()[0]).toBe('Samlet Grønn');
  });

  it('offers a new status and editing only to those who may', async () => {
    await open({ may: { ...huntonarmen.may, report: true, change: true } }, stories(statusReport()));
    expect(byRole('link', 'Ny status').getAttribute('href')).toBe('/prosjekter/2026-014/status/ny');
    expect(byRole('link', 'Rediger').getAttribute('href')).toBe('/prosjekter/2026-014/rediger');
    await open({}, stories(statusReport()));
    expect(allByRole('link', 'Ny status')).toEqual([]);
    expect(allByRole('link', 'Rediger')).toEqual([]);
  });

  it('says what the rules find, what would change it, and where that is done by who may', async () => {
    const found = { [`GET ${address}/findings`]: { evaluatedOn: '2026-11-23', ruleSet: 1, findings: [finding] } };
    await open({ may: { ...huntonarmen.may, change: true } }, found);
    expect(answer()).toContain('Ett forhold bør avklares.');
    const list = shownText(document.querySelector('app-finding-list'));
    expect(list).toContain(
      'Vesentlig P04 Ingen leder eller eier Prosjektet mangler prosjektleder. Mangler prosjektleder Dette endrer det: Sett inn en aktiv prosjektleder.',
    );
    expect(byRole('link', 'Rediger prosjektet').getAttribute('href')).toBe('/prosjekter/2026-014/rediger');
    await open({}, found);
    expect(allByRole('link', 'Rediger prosjektet')).toEqual([]);
  });

  it('starts a new status with n, for who may report one', async () => {
    await open({ may: { ...huntonarmen.may, report: true } });
    const navigate = spyOn(TestBed.inject(Router), 'navigate').and.resolveTo(true);
    const byUrl = spyOn(TestBed.inject(Router), 'navigateByUrl').and.resolveTo(true);
    const n = () => TestBed.inject(Shortcuts).handle(new KeyboardEvent('keydown', { key: 'n' }));
    n();
    expect(navigate).toHaveBeenCalledOnceWith(['/prosjekter', '2026-014', 'status', 'ny']);
    fixture.destroy();
    n();
    expect(navigate).toHaveBeenCalledTimes(1);
    await open({});
    const other = spyOn(TestBed.inject(Router), 'navigate').and.resolveTo(true);
    n();
    expect([other.calls.count(), byUrl.calls.count()]).toEqual([0, 0]);
  });

  it('says so when no rule applies', async () => {
    await open({});
    expect(shownText(document.querySelector('app-finding-list'))).toContain(
      'Ingen regler slår ut på prosjektet per 23.11.2026.',
    );
  });

  it('tells its story newest first, what moved, and why a light is not green', async () => {
    const deviation = { cause: 'Ny høring.', consequence: 'Senere.', action: 'Parallelt.', responsible: 'Kari' };
    const late = statusReport({
      period: { code: '2026-T3', name: '3. tertial 2026' },
      progress: 'yellow',
      overall: 'yellow',
      summary: 'Høringen tas om igjen.',
      forecastEndsOn: '2027-09-30',
      finalForecastOre: 4_900_000_000,
      deviations: [{ dimension: 'progress', ...deviation, dueOn: '2027-02-01' }],
    });
    await open({}, stories(late, statusReport()));
    const [newest, before] = allByRole('article').map(shownText);
    expect(newest).toContain('3. tertial 2026');
    expect(newest).toContain('Gul samlet');
    expect(newest).toContain('økonomi, kvalitet, omfang og risiko');
    expect(newest).toContain('Forventet ferdig 30.09.2027 (var 30.06.2027)');
    expect(newest).toContain('Sluttprognose 49\u00a0000\u00a0000 kr (opp 1\u00a0000\u00a0000 kr)');
    expect(newest).toContain('Ansvarlig Kari, frist 01.02.2027');
    expect(before).toContain('Arbeidet følger planen.');
  });

  it('shows «ingen endring» as such', async () => {
    await open({}, stories(statusReport({ unchanged: true }), statusReport()));
    expect(shownText(allByRole('article')[0])).toContain('Ingen endring siden forrige status.');
    expect(shownText(allByRole('article')[1])).not.toContain('Ingen endring');
  });

  it('fetches older reports when asked, and keeps those that are shown', async () => {
    const items = [statusReport(), statusReport()];
    await open({}, { [`GET ${address}/status-reports`]: { total: 9, items, openPeriod: null } });
    byRole('button', 'Vis flere av 7 eldre statuser').click();
    await new Promise((resolve) => setTimeout(resolve));
    expect(allByRole('article').length).toBe(2);
    await api.settle();
    expect(api.sent('GET', `${address}/status-reports`).at(-1)!.request.urlWithParams).toContain('size=15');
  });

  it('tells its history in words, and only what is about one thing when asked', async () => {
    await open({});
    const story = shownText(document.querySelector('app-project-history'));
    expect(story).toContain('Kari Leder endret prosjektet.');
    expect(story).toContain('Sted fra Sentrum');
    byRole('button', 'Penger').click();
    await api.settle();
    expect(byRole('button', 'Penger').getAttribute('aria-pressed')).toBe('true');
    expect(api.sent('GET', `${address}/history`).at(-1)!.request.urlWithParams).toContain('kind=budget');
  });

  it('leaves out what the person may not read', async () => {
    await open({}, {}, ['project.read', 'status-report.read']);
    expect(allByRole('heading', 'Historikk')).toEqual([]);
    expect(api.sent('GET', `${address}/history`)).toEqual([]);
  });

  it('says that there is no such project, and shows the way to the list', async () => {
    await open(404);
    expect(byRole('heading', 'Prosjekt 2026-014')).toBeTruthy();
    expect(shownText(byRole('alert'))).toContain('Dette finnes ikke.');
    expect(byRole('link', 'Til prosjektlisten').getAttribute('href')).toBe('/prosjekter');
  });

  it('offers to try again when it does not come', async () => {
    await open(503);
    api.answer({ [`GET ${address}`]: huntonarmen });
    byRole('button', 'Prøv igjen').click();
    await api.settle();
    await fixture.whenStable();
    expect(byRole('heading', 'Ny sentrumsadkomst (Huntonarmen)')).toBeTruthy();
  });
});
