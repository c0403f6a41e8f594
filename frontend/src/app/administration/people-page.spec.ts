import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AccountView, Permission } from '#shared';
import { type Answer, AnsweringApi, provideAnsweringApi } from '../../testing/answering-api';
import { allByRole, byLabel, byRole, textOf, type } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { administrationMessages } from './messages';
import { PeoplePage } from './people-page';

const kari: AccountView = {
  ...{ id: 'kari', name: 'Kari Eksempel', email: 'kari@eksempel.test', title: 'Rådgiver', active: true, guest: false },
  roles: [
    { id: 'now', role: 'planner', sector: null, validFrom: '2020-01-01', validTo: null },
    { id: 'past', role: 'controller', sector: null, validFrom: '2020-01-01', validTo: '2020-12-31' },
  ],
  version: 4,
};
const ola: AccountView = { ...kari, id: 'ola', name: 'Ola Eksempel', active: false, roles: [] };
const link = { token: 'engangs', expiresAt: '2026-11-27T12:00:00Z' };

describe('PeoplePage', () => {
  let api: AnsweringApi;

  async function open(answers: Record<string, Answer> = {}, may: Permission[] = ['people.change'], query = '') {
    TestBed.configureTestingModule({
      providers: [
        provideTexts({ administration: administrationMessages }),
        provideAnsweringApi(),
        provideRouter([{ path: 'administrasjon/personer', component: PeoplePage }]),
      ],
    });
    api = new AnsweringApi({ 'GET /api/accounts': { total: 2, items: [kari, ola] }, ...answers });
    await api.signIn(['administration.read', ...may]);
    const harness = await RouterTestingHarness.create();
    await api.open(harness.navigateByUrl(`/administrasjon/personer${query}`));
    await harness.fixture.whenStable();
    return harness;
  }

  const page = () => textOf(document.querySelector('table'));

  it('shows who may sign in with the roles that hold, and who has left', async () => {
    await open();
    expect(page()).toContain('Planrådgiver');
    expect(page()).not.toContain('Controller');
    expect(page()).toMatch(/Ola Eksempel ?\(har sluttet\)/);
    expect(page()).toContain('Ingen rolle');
  });

  it('offers nothing to change to who only reads', async () => {
    await open({}, []);
    expect(allByRole('button', /Registrer|innloggingslenke/)).toEqual([]);
  });

  it('asks the API for what the address says', async () => {
    await open({}, [], '?q=kari&role=planner&group=left&sort=-email&page=2');
    const { params } = api.sent('GET', '/api/accounts')[0]!.request;
    const asked = Object.fromEntries(params.keys().map((key) => [key, params.get(key)]));
    expect(asked).toEqual({ q: 'kari', role: 'planner', active: 'no', sort: '-email', page: '2', size: '50' });
  });

  it('puts the sorting in the address, and turns it when asked again', async () => {
    await open();
    byRole('button', /^E-postadresse/).click();
    await api.settle();
    expect(TestBed.inject(Router).url).toBe('/administrasjon/personer?sort=email');
    byRole('button', /^E-postadresse/).click();
    await api.settle();
    expect(TestBed.inject(Router).url).toBe('/administrasjon/personer?sort=-email');
  });

  it('makes a link for who can sign in, and shows it once', async () => {
    await open({ 'POST /api/accounts/kari/sign-in-link': link });
    expect(allByRole('button', /^Lag innloggingslenke for/).length).toBe(1);
    byRole('button', 'Lag innloggingslenke for Kari Eksempel').click();
    await api.settle();
    expect(byLabel('Lenke').value).toMatch(/\/logg-inn\?lenke=engangs$/);
    byRole('button', 'Lukk').click();
    await api.settle();
    expect(allByRole('dialog', /./)).toEqual([]);
  });

  it('registers a person with a role and goes on to the link', async () => {
    await open({ 'POST /api/accounts': kari, 'POST /api/accounts/kari/sign-in-link': link });
    byRole('button', 'Registrer person').click();
    await api.settle();
    byRole('button', 'Registrer og lag lenke').click();
    await api.settle();
    expect(api.sent('POST', '/api/accounts')).toEqual([]);
    expect(byLabel('Navn').getAttribute('aria-invalid')).toBe('true');
    type(byLabel('Navn'), 'Kari Eksempel');
    type(byLabel(/^E-postadresse/), 'kari@eksempel.test');
    byRole('button', 'Registrer og lag lenke').click();
    await api.settle();
    expect(api.sent('POST', '/api/accounts')[0]!.request.body).toEqual({
      ...{ name: 'Kari Eksempel', email: 'kari@eksempel.test', title: '', guest: false, role: null },
    });
    expect(byLabel('Lenke').value).toContain('lenke=engangs');
  });

  it('says beside the field that the address is taken, and keeps what was typed', async () => {
    const fields = [{ path: 'email', code: 'email-taken', message: 'x' }];
    await open({
      'POST /api/accounts': (request) =>
        request.flush(
          { type: 'x', title: 'x', status: 400, code: 'invalid', fields },
          { status: 400, statusText: 'x' },
        ),
    });
    byRole('button', 'Registrer person').click();
    await api.settle();
    type(byLabel('Navn'), 'Kari Eksempel');
    type(byLabel(/^E-postadresse/), 'kari@eksempel.test');
    byRole('button', 'Registrer og lag lenke').click();
    await api.settle();
    expect(byLabel(/^E-postadresse/).getAttribute('aria-invalid')).toBe('true');
    expect(byLabel('Navn').value).toBe('Kari Eksempel');
  });

  it('says when nobody fits, and offers to try again when the list could not be read', async () => {
    await open({ 'GET /api/accounts': { total: 0, items: [] } }, [], '?q=finnes-ikke');
    expect(textOf(document.body)).toContain('Ingen personer passer');
    api.answer({ 'GET /api/accounts': 503 });
    allByRole('button', 'Nullstill')[0]!.click();
    await api.settle();
    expect(allByRole('alert').length).toBe(1);
  });
});
