import type { TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { StatusReport, StatusReportList, SubmitStatusReport } from '#shared';
import { AnsweringApi, provideAnsweringApi } from '../../testing/answering-api';
import { huntonarmen, statusReport } from '../../testing/projects';
import { render } from '../../testing/render';
import { allByRole, byLabel, byRole, textOf, type } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { SubmitStatusReportPage } from './submit-status-report-page';

const messages = {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
};
const project = { ...huntonarmen, may: { ...huntonarmen.may, report: true } };
const address = '/api/projects/2026-014/status-reports';
const openPeriod = {
  code: '2026-T3',
  name: '3. tertial og året 2026',
  shortName: 'Å 2026',
  startsOn: '2026-09-01',
  endsOn: '2026-12-31',
  dueOn: '2027-01-31',
  locksOn: '2027-02-22',
};

describe('SubmitStatusReportPage', () => {
  let api: AnsweringApi;
  let fixture: ComponentFixture<SubmitStatusReportPage>;

  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  async function open(items: StatusReport[], may = true): Promise<void> {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [provideTexts({ 'status-reports': messages }), provideAnsweringApi(), provideRouter([])],
    });
    const list: StatusReportList = { total: items.length, items, openPeriod };
    api = new AnsweringApi({
      'GET /api/projects/2026-014': { ...project, may: { ...project.may, report: may } },
      [`GET ${address}`]: list,
      [`POST ${address}`]: (request) => request.flush(received(request)),
    });
    await api.signIn(['status-report.submit']);
    fixture = await api.open(render(SubmitStatusReportPage, { number: '2026-014' }));
  }

  const received = ({ request }: TestRequest): StatusReport => ({
    ...statusReport(),
    ...(request.body as SubmitStatusReport),
    period: { code: openPeriod.code, name: openPeriod.name },
    submittedAt: '2026-11-23T11:04:00.000Z',
  });
  const light = (dimension: string, word: string) =>
    byRole('radio', word, byRole('group', new RegExp(`^${dimension}( |$)`))) as HTMLInputElement;
  const chosen = (dimension: string) =>
    allByRole('radio', undefined, byRole('group', new RegExp(`^${dimension}( |$)`)))
      .filter((radio) => (radio as HTMLInputElement).checked)
      .map((radio) => (radio as HTMLInputElement).value);

  async function press(name: string): Promise<void> {
    byRole('button', name).click();
    await api.settle();
    await fixture.whenStable();
  }
  async function choose(dimension: string, word: string): Promise<void> {
    light(dimension, word).click();
    await fixture.whenStable();
  }
  async function write(label: string | RegExp, text: string): Promise<void> {
    type(byLabel(label), text);
    await fixture.whenStable();
  }

  it('is filled in from the last report, and says so', async () => {
    await open([statusReport({ summary: 'Kontrakten er signert.' })]);
    expect(textOf(document.body)).toContain('Fylt ut fra statusen 12.09.2026, sendt av Kari Leder.');
    expect(textOf(document.body)).toContain('For 3. tertial og året 2026 · frist 31.01.2027');
    expect([chosen('Framdrift'), chosen('Risiko'), chosen('Samlet')]).toEqual([['green'], ['green'], ['green']]);
    expect(textOf(byRole('group', /^Framdrift/))).toContain('(sist: grønn)');
    expect(byLabel('Hva er nytt?').value).toBe('Kontrakten er signert.');
    expect(textOf(document.body)).toContain('Teksten er fra forrige status. Skriv over den.');
    expect(byLabel(/^Sluttprognose/).value).toBe('48\u00a0000\u00a0000');
  });

  it('no longer calls the text old once it is written over', async () => {
    await open([statusReport()]);
    await write('Hva er nytt?', 'Byggestart.');
    expect(textOf(document.body)).not.toContain('Teksten er fra forrige status.');
  });

  it('asks for årsak, konsekvens, tiltak, ansvarlig and frist only for a light that is not green', async () => {
    await open([statusReport()]);
    expect(allByRole('textbox', 'Årsak')).toEqual([]);
    await choose('Framdrift', 'Gul');
    const group = byRole('group', 'Framdriften er gul');
    expect([...group.querySelectorAll('label')].map(textOf)).toEqual([
      'Årsak',
      'Konsekvens',
      'Tiltak',
      'Ansvarlig',
      'Frist',
    ]);
    expect(chosen('Samlet')).toEqual(['yellow']);
    await choose('Framdrift', 'Grønn');
    expect(allByRole('textbox', 'Årsak')).toEqual([]);
  });

  it('fills the fields in from last time when the light was not green then', async () => {
    const deviation = { cause: 'Ny høring.', consequence: 'Senere start.', action: 'Parallelt.', responsible: 'PL' };
    const deviations = [{ dimension: 'quality' as const, ...deviation, dueOn: '2026-11-01' }];
    await open([statusReport({ quality: 'yellow', overall: 'yellow', deviations })]);
    const group = byRole('group', /^Kvaliteten er gul/);
    expect(textOf(group)).toContain('Fylt ut fra forrige status');
    expect(byLabel('Årsak', group).value).toBe('Ny høring.');
    expect(textOf(group)).toContain('Fristen er passert');
    await write('Årsak', 'Nytt varsel.');
    expect(textOf(group)).not.toContain('Fylt ut fra forrige status');
  });

  it('suggests a light from the forecast, with the reason, and takes it when asked', async () => {
    await open([statusReport()]);
    expect(textOf(byRole('group', /^Økonomi/))).toContain('Grønn, som foreslått.');
    await write(/^Sluttprognose/, '49 000 000');
    expect(textOf(byRole('group', /^Økonomi/))).toContain(
      'Foreslått: gul. Sluttprognosen er 1\u00a0000\u00a0000 kr over vedtatt ramme på 48\u00a0000\u00a0000 kr.',
    );
    expect(chosen('Økonomi')).toEqual(['green']);
    await press('Sett økonomi til gul');
    expect(chosen('Økonomi')).toEqual(['yellow']);
  });

  it('asks why when samlet is set otherwise than the worst of the first three', async () => {
    await open([statusReport()]);
    await choose('Samlet', 'Gul');
    await press('Send inn status');
    expect(api.sent('POST', address)).toEqual([]);
    expect(document.activeElement).toBe(byLabel('Hvorfor er samlet en annen?'));
    expect(textOf(document.body)).toContain('Skriv hvorfor samlet er en annen');
    await write('Hvorfor er samlet en annen?', 'Usikker leveranse.');
    await press('Send inn status');
    expect(api.sent('POST', address)[0]!.request.body).toEqual(
      jasmine.objectContaining({ overall: 'yellow', overallReason: 'Usikker leveranse.' }),
    );
  });

  it('takes the person to the first field that is wrong', async () => {
    await open([statusReport()]);
    await choose('Risiko', 'Rød');
    await press('Send inn status');
    expect(api.sent('POST', address)).toEqual([]);
    expect(document.activeElement).toBe(byLabel('Årsak'));
    expect(textOf(byRole('group', /^Risikoen er rød/))).toContain('Skriv hva som er årsaken.');
  });

  it('refuses an amount that may be read two ways, and says how to write it', async () => {
    await open([statusReport()]);
    await write(/^Sluttprognose/, '1.234');
    expect(textOf(document.body)).toContain('Punktum kan bety både tusen og desimal.');
    await press('Send inn status');
    expect(api.sent('POST', address)).toEqual([]);
    await write(/^Sluttprognose/, '48 200 000,50');
    await press('Send inn status');
    expect(api.sent('POST', address)[0]!.request.body).toEqual(
      jasmine.objectContaining({ period: '2026-T3', finalForecastOre: 4_820_000_050, unchanged: false }),
    );
  });

  it('sends «ingen endring» in one press, and gives a receipt with the way back', async () => {
    await open([statusReport({ summary: 'Som før.' })]);
    await press('Ingen endring');
    expect(api.sent('POST', address)[0]!.request.body).toEqual(
      jasmine.objectContaining({ unchanged: true, summary: 'Som før.', period: '2026-T3' }),
    );
    expect(document.activeElement).toBe(byRole('heading', 'Status er sendt inn'));
    expect(textOf(document.body)).toContain('Ingen endring på Ny sentrumsadkomst (Huntonarmen)');
    expect(byRole('link', 'Til prosjektet').getAttribute('href')).toBe('/prosjekter/2026-014');
  });

  it('does not offer «ingen endring» when something is changed', async () => {
    await open([statusReport()]);
    await write('Hva er nytt?', 'Byggestart.');
    expect(allByRole('button', 'Ingen endring')).toEqual([]);
  });

  it('does not offer «ingen endring» a third time in a row, and says why', async () => {
    await open([statusReport({ unchanged: true }), statusReport({ unchanged: true })]);
    expect(allByRole('button', 'Ingen endring')).toEqual([]);
    expect(textOf(document.body)).toContain('Ingen endring er meldt to ganger på rad.');
  });

  it('does not offer «ingen endring» for a first status, and lets the rest be green at once', async () => {
    await open([]);
    expect(allByRole('button', 'Ingen endring')).toEqual([]);
    await choose('Kvalitet', 'Gul');
    await press('Sett resten til grønn');
    expect([chosen('Framdrift'), chosen('Kvalitet'), chosen('Samlet')]).toEqual([['green'], ['yellow'], ['yellow']]);
  });

  it('brings back what was typed when the page is opened again', async () => {
    const last = statusReport();
    await open([last]);
    await choose('Framdrift', 'Gul');
    await write('Årsak', 'Kø hos leverandøren.');
    expect(textOf(document.body)).toMatch(/Lagret \d\d\.\d\d · kan fortsettes senere/);
    await open([last]);
    expect(textOf(document.body)).toMatch(/Utkastet ditt fra .* er hentet fram\./);
    expect(byLabel('Årsak').value).toBe('Kø hos leverandøren.');
    await press('Begynn på nytt');
    expect(chosen('Framdrift')).toEqual(['green']);
    await open([last]);
    expect(textOf(document.body)).toContain('Fylt ut fra statusen 12.09.2026');
  });

  it('tells when another status has come since the draft was written', async () => {
    await open([statusReport()]);
    await write('Hva er nytt?', 'Byggestart.');
    await open([statusReport()]);
    expect(textOf(document.body)).toContain('det er kommet en nyere status siden');
    expect(byLabel('Hva er nytt?').value).toBe('Byggestart.');
  });

  it('keeps what was typed without contact, and sends it under the same key when there is contact', async () => {
    await open([statusReport()]);
    await write('Hva er nytt?', 'Byggestart.');
    api.answer({ [`POST ${address}`]: (request) => request.error(new ProgressEvent('error')) });
    await press('Send inn status');
    expect(textOf(byRole('alert'))).toContain('Statusen er ikke sendt: får ikke kontakt.');
    expect(byLabel('Hva er nytt?').value).toBe('Byggestart.');
    expect(localStorage.length).toBe(2);

    api.answer({ [`POST ${address}`]: (request) => request.flush(received(request)) });
    window.dispatchEvent(new Event('online'));
    await api.settle();
    await fixture.whenStable();
    expect(byRole('heading', 'Status er sendt inn')).toBeTruthy();
    const keys = api.sent('POST', address).map(({ request }) => request.headers.get('Idempotency-Key'));
    expect(keys.length).toBe(2);
    expect(keys[0]).toBe(keys[1]);
    expect(localStorage.length).toBe(0);
  });

  it('sends another content under another key', async () => {
    await open([statusReport()]);
    api.answer({ [`POST ${address}`]: 503 });
    await write('Hva er nytt?', 'Byggestart.');
    await press('Send inn status');
    await write('Hva er nytt?', 'Byggestart i juni.');
    await press('Send inn status');
    const keys = api.sent('POST', address).map(({ request }) => request.headers.get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(2);
  });

  it('warns before leaving only when what was typed is not kept', async () => {
    await open([statusReport()]);
    const page = fixture.componentInstance;
    expect(page.hasUnsavedChanges()).toBe(false);
    await write('Hva er nytt?', 'Byggestart.');
    expect(page.hasUnsavedChanges()).toBe(false);
    await write(/^Sluttprognose/, '1.234');
    expect(page.hasUnsavedChanges()).toBe(true);
  });

  it('says who reports when the person may not', async () => {
    await open([statusReport()], false);
    expect(textOf(document.body)).toContain('Du kan ikke melde status på dette prosjektet');
    expect(allByRole('button', 'Send inn status')).toEqual([]);
  });
});
