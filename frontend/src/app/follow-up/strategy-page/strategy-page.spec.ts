import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationInitStatus } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { HistoryPage, Permission, StrategyPage as StrategyFacts } from '#shared';
import { answerAll, type Answers, answerUntil } from '../../../testing/api';
import { allByRole, byLabel, byRole, textOf } from '../../../testing/screen';
import { contributing, decided, operating, strategy } from '../../../testing/strategy';
import { provideTexts } from '../../../testing/texts';
import { apiInterceptor } from '../../platform/http/api.interceptor';
import { Municipality } from '../../platform/municipality';
import { Session } from '../../platform/session';
import { StrategyPage } from './strategy-page';

const messages = {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
};
const findingWords = {
  nb: () => import('../../ui/finding-words/messages/nb.json'),
  nn: () => import('../../ui/finding-words/messages/nn.json'),
  en: () => import('../../ui/finding-words/messages/en.json'),
};
const at = '/api/plans/langtidsplan-2018/strategies/BY-A1';
const story: HistoryPage = {
  total: 1,
  items: [
    {
      change: 9,
      at: '2026-11-20T09:15:00.000Z',
      action: 'strategy.changed',
      by: 'Kari Nordmann',
      subject: 'strategy',
      label: null,
      event: 'changed',
      fields: [{ name: 'leadSector', from: null, to: 'Samfunnsutvikling' }],
    },
  ],
};
const everything: Permission[] = ['project.register', 'plan.change', 'history.read', 'project.read'];

describe('StrategyPage', () => {
  let api: HttpTestingController;
  let harness: RouterTestingHarness;

  async function open(
    facts: Partial<StrategyFacts> | number = {},
    { permissions = everything, history = story }: { permissions?: Permission[]; history?: HistoryPage | number } = {},
  ): Promise<void> {
    TestBed.configureTestingModule({
      providers: [
        provideTexts({ 'strategy-page': messages, 'finding-words': findingWords }),
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideRouter([{ path: 'planen/:plan/:code', component: StrategyPage }], withComponentInputBinding()),
      ],
    });
    await TestBed.inject(ApplicationInitStatus).donePromise;
    api = TestBed.inject(HttpTestingController);
    const known = Promise.all([TestBed.inject(Session).load(), TestBed.inject(Municipality).load()]);
    api.expectOne('/api/session').flush({ account: { id: 'a' }, permissions });
    api.expectOne('/api/municipality').flush({
      name: 'Gjøvik kommune',
      labels: {},
      today: '2026-11-23',
      sectors: [
        { code: 'nav', name: 'NAV', validFrom: '2015-01-01', validTo: null },
        { code: 'gammel', name: 'Gammel sektor', validFrom: '2010-01-01', validTo: '2014-12-31' },
      ],
    });
    await known;
    harness = await RouterTestingHarness.create();
    await harness.navigateByUrl('/planen/langtidsplan-2018/BY-A1');
    const answers: Answers = {
      [at]: typeof facts === 'number' ? facts : { ...strategy, ...facts },
      [`${at}/history`]: history,
    };
    await answerUntil(api, answers, 'app-strategy-page h1');
    if (typeof facts !== 'number' && permissions.includes('history.read'))
      await answerUntil(api, answers, 'app-change-story, app-strategy-history app-failed-state');
    await settle();
  }

  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await harness.fixture.whenStable();
  }

  const why = () => byRole('region', 'Hvorfor?');

  it('begins with the verdict and its first reason', async () => {
    await open();
    expect(byRole('heading', 'Styrke by-, bydelssentre og lokalsentre').tagName).toBe('H1');
    expect(textOf(document.querySelector('.answer'))).toBe(
      'Mangler Strategien mangler oppfølging. Ingen prosjekter eller tiltak er registrert på strategien.',
    );
  });

  it('shows why without being asked: rule, severity, what was read, and what would change it', async () => {
    await open();
    expect(why().querySelector('details')!.open).toBeTrue();
    const reason = textOf(why().querySelector('app-finding-reason'));
    expect(reason).toContain('Kritisk');
    expect(reason).toContain('S01 Ingen tiltak');
    expect(reason).toContain('Foreslåtte prosjekter ingen');
    expect(reason).toContain('Registrer og godkjenn minst ett prosjekt eller et driftstiltak på strategien.');
  });

  it('leads to where a strategy without projects is mended', async () => {
    await open();
    expect(byRole('link', 'Registrer prosjekt på BY-A1', why()).getAttribute('href')).toBe(
      '/prosjekter/ny?strategy=BY-A1',
    );
  });

  it('says since when, and leads to the projects the rule read', async () => {
    await open({
      projects: [contributing],
      findings: [
        {
          rule: 'S02',
          severity: 'material',
          text: 'Strategien har bare prosjekter på idéstadiet.',
          remedy: 'Før prosjektet videre.',
          since: '2025-10-01',
          covered: false,
          data: { sinceOn: '2025-10-01', projectCount: 1, projects: ['2026-014'] },
        },
      ],
    });
    expect(textOf(why())).toContain('siden 01.10.2025');
    expect(textOf(why())).not.toContain('Prosjekter 1');
    expect(byRole('link', '2026-014 Huntonarmen', why()).getAttribute('href')).toBe('/prosjekter/2026-014');
    expect(byRole('link', 'Åpne 2026-014', why()).getAttribute('href')).toBe('/prosjekter/2026-014');
  });

  it('offers nothing to those who may not register or change', async () => {
    await open({ mayChange: false }, { permissions: ['history.read'] });
    expect(allByRole('link', /^Registrer/)).toEqual([]);
    expect(allByRole('button', 'Endre ansvar')).toEqual([]);
  });

  it('tells a covered finding from one that counts, and offers no way to mend it', async () => {
    await open({ verdict: 'excepted', findings: [{ ...strategy.findings[0]!, covered: true }] });
    expect(textOf(why())).toContain('Dekket av et avklart unntak og regnes ikke med.');
    expect(allByRole('link', 'Registrer prosjekt på BY-A1', why())).toEqual([]);
  });

  it('says that no rule finds anything, and how many findings the projects have', async () => {
    await open({
      verdict: 'followed-up',
      findings: [],
      projects: [contributing],
      projectFindings: { count: 2, worst: 'material' },
    });
    expect(textOf(document.querySelector('.answer'))).toBe(
      'Ivaretatt Strategien er ivaretatt. Ett prosjekt bærer den.',
    );
    expect(textOf(why())).toContain('Ingen regler slår ut på strategien.');
    expect(byRole('link', /^2 funn på prosjektene/).getAttribute('href')).toBe('/prosjekter?strategy=BY-A1');
  });

  it('shows each measure with who carries it, or nobody', async () => {
    const [first, second] = strategy.measureList;
    const carrier = { number: '2026-014', name: 'Huntonarmen', kind: 'main', approved: true, covers: true } as const;
    await open({ measureList: [first!, { ...second!, carriers: [carrier] }] });
    const table = byRole('table', 'Delpunkter og hvem som bærer dem');
    const rows = allByRole('row', undefined, table).map(textOf);
    expect(rows[1]).toContain('BY-A1.1 lokalisere funksjoner,');
    expect(rows[1]).toContain('Ingen');
    expect(rows[2]).toContain('2026-014 Huntonarmen');
    expect(allByRole('columnheader', undefined, table).map(textOf)).toEqual(['Delpunkt', 'Bæres av']);
    expect(allByRole('rowheader', undefined, table).length).toBe(2);
  });

  it('tells of each project whether it counts, and why not', async () => {
    await open({
      projects: [
        contributing,
        { ...contributing, number: '2024-001', name: 'Stanset', counts: false, lifecycle: 'stopped', light: null },
      ],
    });
    const table = byRole('table', 'Prosjekter på strategien');
    const [, counting, stopped] = allByRole('row', undefined, table);
    const cells = (row?: HTMLElement) => [...row!.children].map(textOf);
    expect(cells(counting)).toEqual([
      '2026-014 Huntonarmen',
      'Samfunnsutvikling',
      'Planlegging Under arbeid 01.08.2026–31.12.2029',
      'Gul',
      'Hovedbidrag',
      'Teller',
      'Ny veg inn til sentrum. BY-A1.2',
    ]);
    expect(cells(stopped)[5]).toBe('Nei, stanset');
    expect(cells(stopped)[3]).toBe('Ikke rapportert');
  });

  it('says what belongs among the projects when there are none', async () => {
    await open();
    expect(textOf(document.querySelector('app-empty-state'))).toContain('Ingen prosjekter er koblet til strategien');
  });

  it('shows exceptions with how long they hold, and gives notice before they end', async () => {
    const exception = { ...decided, validTo: '2026-12-10', endsSoon: true } as const;
    await open({
      verdict: 'excepted',
      exceptions: [exception, { ...exception, id: 'over', state: 'lapsed', valid: false, endsSoon: false }],
    });
    const [soon, over] = [...document.querySelectorAll('app-strategy-exceptions li')].map(textOf);
    expect(soon).toContain('Avventer staten eller andre Går snart ut: 10.12.2026');
    expect(soon).toContain('Besluttet av Kommunedirektøren 23.07.2026, sak 26/742. Dekker S03.');
    expect(over).toContain('Gikk ut 10.12.2026');
  });

  it('says of ordinary operations whether they are confirmed', async () => {
    await open({
      operationalMeasures: [
        { ...operating, confirmedOn: '2025-08-23', confirmedUntil: '2026-08-23', counts: false },
        { ...operating, id: 'øvelse', name: 'Øvelse' },
      ],
    });
    const [lapsed, holds] = [...document.querySelectorAll('app-operational-measures li')].map(textOf);
    expect(lapsed).toContain('Ikke bekreftet siden 23.08.2025. Gjaldt til 23.08.2026');
    expect(holds).toContain('Bekreftet 23.08.2026, gjelder til 23.08.2027');
  });

  it('tells its story in words, from and to', async () => {
    await open();
    const entry = textOf(document.querySelector('app-change-story li'));
    expect(entry).toContain('Kari Nordmann endret hvem som svarer for strategien.');
    expect(entry).toContain('20.11.2026 kl. 10.15');
    expect(entry).toMatch(/Ansvarlig sektor ?Samfunnsutvikling/);
  });

  it('shows the strategy though its story fails', async () => {
    await open({}, { history: 503 });
    expect(textOf(byRole('alert'))).toContain('Tjenesten svarer ikke akkurat nå.');
    expect(byRole('table', 'Delpunkter og hvem som bærer dem')).toBeTruthy();
  });

  it('gives the strategy to a sector that is valid, with the version that was read', async () => {
    await open({
      findings: [{ ...strategy.findings[0]!, rule: 'S08', data: { sector: null, sectorValidToOn: null } }],
    });
    byRole('button', 'Velg ansvarlig').click();
    await settle();
    const sector = byLabel('Ansvarlig sektor') as unknown as HTMLSelectElement;
    expect(document.activeElement === sector).toBeTrue();
    expect([...sector.options].map(textOf)).toEqual(['ingen', 'NAV']);
    sector.value = 'nav';
    sector.dispatchEvent(new Event('input', { bubbles: true }));
    sector.dispatchEvent(new Event('change', { bubbles: true }));
    byRole('button', 'Lagre ansvar').click();
    await new Promise((resolve) => setTimeout(resolve));
    const call = api.expectOne(({ method }) => method === 'PATCH');
    expect(call.request.headers.get('If-Match')).toBe('"v7"');
    expect(call.request.body).toEqual({ leadSector: 'nav', responsibleRole: null });
    call.flush({ version: 8 });
    await new Promise((resolve) => setTimeout(resolve));
    await answerAll(api, {
      [at]: { ...strategy, leadSector: { code: 'nav', name: 'NAV' }, version: 8 },
      [`${at}/history`]: story,
    });
    await settle();
    expect(textOf(document.querySelector('app-strategy-responsibility dd'))).toBe('NAV');
  });

  it('keeps what was chosen when somebody else was first, beside what they saved', async () => {
    await open();
    byRole('button', 'Endre ansvar').click();
    await settle();
    const sector = byLabel('Ansvarlig sektor') as unknown as HTMLSelectElement;
    sector.value = 'nav';
    sector.dispatchEvent(new Event('input', { bubbles: true }));
    sector.dispatchEvent(new Event('change', { bubbles: true }));
    byRole('button', 'Lagre ansvar').click();
    await new Promise((resolve) => setTimeout(resolve));
    api
      .expectOne(({ method }) => method === 'PATCH')
      .flush({ type: '', title: '', status: 412, code: 'version-conflict' }, { status: 412, statusText: 'Failed' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const theirs = { ...strategy, responsibleRole: 'planner', version: 8 };
    await answerAll(api, { [at]: theirs, [`${at}/history`]: story });
    await settle();
    const [, lead, role] = allByRole('row', undefined, byRole('table', 'Noen andre lagret først'));
    expect([...lead!.children].map(textOf)).toEqual(['Ansvarlig sektor', 'NAV', 'ingen']);
    expect([...role!.children].map(textOf)).toEqual(['Ansvarlig rolle', 'ingen', 'Planrådgiver']);
    expect(byRole('button', 'Lagre mitt likevel')).toBeTruthy();
  });

  it('leads to the strategy after it, and to the area it stands in', async () => {
    await open();
    expect(byRole('link', 'Neste strategi BY-A2').getAttribute('href')).toBe('/planen/langtidsplan-2018/BY-A2');
    expect(byRole('link', 'Mer by').getAttribute('href')).toBe('/planen/langtidsplan-2018?area=BY-A');
  });

  it('says when there is no such strategy', async () => {
    await open(404);
    expect(textOf(byRole('alert'))).toContain('Dette finnes ikke.');
    expect(byRole('heading', 'Strategi')).toBeTruthy();
  });
});
