import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ProjectBudget } from '#shared';
import { AnsweringApi, provideAnsweringApi } from '../../testing/answering-api';
import { huntonarmen } from '../../testing/projects';
import { render } from '../../testing/render';
import { allByRole, byLabel, byRole, textOf, type } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { Confirm } from '../ui/confirm';
import { BudgetPage } from './budget-page';

const messages = {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
};
const address = '/api/projects/2026-014';
const first = {
  id: '5f0c5d52-6c5e-4c53-9d8e-0d3c7e1a4c01',
  decidedOn: '2025-06-18',
  decidedBy: 'Kommunestyret',
  caseNumber: '25/2044',
  amountOre: 2_650_000_000,
  frameAfterOre: 2_650_000_000,
  reason: 'Investeringsvedtak.',
};
const second = {
  ...first,
  id: '5f0c5d52-6c5e-4c53-9d8e-0d3c7e1a4c02',
  decidedOn: '2026-02-19',
  caseNumber: '26/612',
  amountOre: 150_000_000,
  frameAfterOre: 2_800_000_000,
  reason: 'Arkeologisk utgraving.',
};
const year = { originalOre: null, revisedOre: null, caseNumber: null, accountsOre: null, extractedOn: null };
const budget: ProjectBudget = {
  approvedFrameOre: 2_800_000_000,
  finalForecastOre: 3_120_000_000,
  deviationOre: -320_000_000,
  accountsToDateOre: 541_209_030,
  decisions: [first, second],
  years: [
    {
      year: 2025,
      originalOre: 800_000_000,
      revisedOre: 500_000_000,
      caseNumber: '24/2291',
      accountsOre: 541_209_030,
      extractedOn: '2026-02-22',
      deviationOre: -41_209_030,
    },
    { ...year, year: 2026, originalOre: 1_850_000_000, revisedOre: 2_200_000_000, deviationOre: null },
  ],
  version: 412,
  mayChange: true,
};

describe('BudgetPage', () => {
  let api: AnsweringApi;
  let fixture: ComponentFixture<BudgetPage>;

  async function open(money: ProjectBudget | number): Promise<void> {
    TestBed.configureTestingModule({
      providers: [provideTexts({ budgets: messages }), provideAnsweringApi(), provideRouter([])],
    });
    api = new AnsweringApi({ [`GET ${address}`]: huntonarmen, [`GET ${address}/budget`]: money });
    await api.signIn(['budget.read']);
    fixture = await api.open(render(BudgetPage, { number: '2026-014' }));
  }

  async function press(name: string): Promise<void> {
    byRole('button', name).click();
    await api.settle();
    await fixture.whenStable();
  }
  async function write(label: string | RegExp, text: string): Promise<void> {
    type(byLabel(label), text);
    await fixture.whenStable();
  }
  const rows = (table: string, part: string) =>
    [...byRole('region', table).querySelectorAll(`${part} tr`)].map((row) => [...row.children].map(textOf));

  it('begins with how forecast and frame stand, and shows the frame by its decisions', async () => {
    await open(budget);
    expect(textOf(document.querySelector('.answer'))).toBe(
      'Sluttprognosen er 3\u00a0200\u00a0000 kr over vedtatt ramme på 28\u00a0000\u00a0000 kr.',
    );
    expect(textOf(document.body)).toContain('Ny sentrumsadkomst (Huntonarmen) · Investering');
    expect(rows('Rammen og vedtakene bak den', 'tbody')[1]).toEqual([
      '19.02.2026',
      '1\u00a0500\u00a0000',
      '28\u00a0000\u00a0000',
      '26/612',
      'Kommunestyret',
      'Arkeologisk utgraving.',
      'Rett vedtaket i sak 26/612',
    ]);
    expect(rows('Rammen og vedtakene bak den', 'tfoot').map(([name, amount]) => [name, amount])).toEqual([
      ['Vedtatt ramme', '28\u00a0000\u00a0000'],
      ['Sluttprognose', '31\u00a0200\u00a0000'],
      ['Avvik', '\u22123\u00a0200\u00a0000'],
    ]);
  });

  it('shows each year beside its accounts, with sums, and what the sign means under both tables', async () => {
    await open(budget);
    expect(rows('År for år', 'tbody').map((row) => row.slice(0, 7))).toEqual([
      [
        '2025',
        '8\u00a0000\u00a0000',
        '5\u00a0000\u00a0000',
        '5\u00a0412\u00a0090,30',
        '\u2212412\u00a0090,30',
        '22.02.2026',
        '24/2291',
      ],
      ['2026', '18\u00a0500\u00a0000', '22\u00a0000\u00a0000', '–', '–', '–', '–'],
    ]);
    expect(rows('År for år', 'tfoot')[0]!.slice(0, 5)).toEqual([
      'Sum',
      '26\u00a0500\u00a0000',
      '27\u00a0000\u00a0000',
      '5\u00a0412\u00a0090,30',
      '\u2212412\u00a0090,30',
    ]);
    expect(textOf(document.body)).toContain('Avvik er ramme minus prognose. Minus betyr merforbruk.');
    expect(textOf(document.body)).toContain('Avvik er revidert budsjett minus regnskap. Minus betyr merforbruk.');
  });

  it('offers no change to who may not make one', async () => {
    await open({ ...budget, mayChange: false });
    expect(allByRole('button')).toEqual([]);
  });

  it('refuses 1.234 beside the field, with the reason, and sends nothing', async () => {
    await open(budget);
    await press('Nytt rammevedtak');
    await write('Vedtatt', '18.06.2026');
    await write('Saksnummer', '26/900');
    await write('Begrunnelse', 'Fordyrelse.');
    await write('Endring av rammen', '1.234');
    await press('Lagre vedtaket');
    expect(document.activeElement).toBe(byLabel('Endring av rammen'));
    expect(textOf(byRole('dialog'))).toContain('Punktum kan bety både tusen og desimal.');
    expect(api.sent('POST', `${address}/frame-decisions`)).toEqual([]);
  });

  it('sends a decision as whole øre with the version it was read at, and shows the money as it became', async () => {
    await open(budget);
    await press('Nytt rammevedtak');
    await write('Vedtatt', '18.06.2026');
    await write('Saksnummer', '26/900');
    await write('Begrunnelse', 'Lavere anbud.');
    await write('Endring av rammen', '\u22121 234 567,89');
    const became = { ...budget, approvedFrameOre: 2_676_543_211, deviationOre: -443_456_789, version: 500 };
    api.answer({ [`POST ${address}/frame-decisions`]: became });
    await press('Lagre vedtaket');
    const { body, headers } = api.sent('POST', `${address}/frame-decisions`)[0]!.request;
    expect(body).toEqual({
      decidedOn: '2026-06-18',
      decidedBy: 'Kommunestyret',
      caseNumber: '26/900',
      amountOre: -123_456_789,
      reason: 'Lavere anbud.',
    });
    expect(headers.get('If-Match')).toBe('"v412"');
    expect(headers.get('Idempotency-Key')).toBeTruthy();
    expect(allByRole('dialog')).toEqual([]);
    expect(rows('Rammen og vedtakene bak den', 'tfoot')[0]![1]).toBe('26\u00a0765\u00a0432,11');
  });

  it('says beside the field what the API refuses', async () => {
    await open(budget);
    await press('Rett vedtaket i sak 26/612');
    const fields = [{ path: 'amountOre', code: 'frame-below-zero', message: 'x' }];
    const problem = { type: 'x', title: 'x', status: 400, code: 'invalid-input', fields };
    api.answer({
      [`PATCH ${address}/frame-decisions/${second.id}`]: (asked) =>
        asked.flush(problem, { status: 400, statusText: 'Bad request' }),
    });
    await write('Endring av rammen', '-99 000 000');
    await press('Lagre vedtaket');
    expect(textOf(byRole('dialog'))).toContain('Rammen ville blitt mindre enn null.');
    expect(document.activeElement).toBe(byLabel('Endring av rammen'));
  });

  it('lays both versions side by side when somebody was first, and saves on theirs when asked', async () => {
    await open(budget);
    await press('Rett vedtaket i sak 26/612');
    await write('Saksnummer', '26/621');
    const current = { ...budget, version: 500, decisions: [first, { ...second, caseNumber: '26/613' }] };
    const conflict = { type: 'x', title: 'x', status: 412, code: 'version-conflict', current };
    const patch = `PATCH ${address}/frame-decisions/${second.id}`;
    api.answer({ [patch]: (asked) => asked.flush(conflict, { status: 412, statusText: 'Precondition failed' }) });
    await press('Lagre vedtaket');
    const table = byRole('table', 'Noen andre lagret før deg');
    expect([...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map(textOf))).toEqual([
      ['Saksnummer', '26/621', '26/613'],
    ]);
    expect(byLabel('Saksnummer').value).toBe('26/621');

    api.answer({ [patch]: { ...current, version: 501 } });
    await press('Lagre mitt likevel');
    const sent = api.sent('PATCH', `${address}/frame-decisions/${second.id}`);
    expect(sent.map(({ request }) => request.headers.get('If-Match'))).toEqual(['"v412"', '"v500"']);
    expect(allByRole('dialog')).toEqual([]);
  });

  it('takes an empty revised budget for the original', async () => {
    await open(budget);
    await press('Ny bevilgning');
    await write('Opprinnelig budsjett', '9 000 000');
    expect([...byLabel('År').querySelectorAll('option')].map(textOf)).not.toContain('2026');
    const chosen = byLabel('År').value;
    api.answer({ [`PUT ${address}/appropriations/${chosen}`]: budget });
    await press('Lagre bevilgningen');
    expect(api.sent('PUT', `${address}/appropriations/${chosen}`)[0]!.request.body).toEqual({
      originalOre: 900_000_000,
      revisedOre: 900_000_000,
      caseNumber: null,
    });
  });

  it('asks before the accounts of a year are taken away', async () => {
    await open(budget);
    const ask = spyOn(TestBed.inject(Confirm), 'ask').and.resolveTo(true);
    api.answer({ [`DELETE ${address}/accounts/2025`]: { ...budget, version: 413, years: [] } });
    await press('Rett regnskap 2025');
    await press('Fjern');
    expect(ask.calls.mostRecent().args[0].heading).toBe('Fjerne regnskapet for 2025?');
    expect(api.sent('DELETE', `${address}/accounts/2025`)[0]!.request.headers.get('If-Match')).toBe('"v412"');
    await fixture.whenStable();
    expect(textOf(document.body)).toContain('Ingen bevilgning eller regnskap er registrert');
  });

  it('keeps what is stored when the question is answered no', async () => {
    await open(budget);
    spyOn(TestBed.inject(Confirm), 'ask').and.resolveTo(false);
    await press('Rett vedtaket i sak 25/2044');
    await press('Fjern');
    expect(api.asked.filter(({ request }) => request.method === 'DELETE')).toEqual([]);
  });

  it('offers to try again when the money does not come', async () => {
    await open(503);
    api.answer({ [`GET ${address}/budget`]: budget });
    await press('Prøv igjen');
    expect(byRole('region', 'År for år')).toBeTruthy();
  });
});
