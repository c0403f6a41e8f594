import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OwnSession, SessionView } from '#shared';
import { type Answer, AnsweringApi, provideAnsweringApi } from '../../testing/answering-api';
import { render } from '../../testing/render';
import { allByRole, byLabel, byRole, textOf, type } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { Session } from '../platform/session';
import { Confirm } from '../ui/confirm';
import { Notices } from '../ui/notices';
import { identityMessages } from './messages';
import { MySidePage } from './my-side-page';

const view: SessionView = {
  account: { id: 'a', name: 'Siri Aas', email: 'siri@gjovik.test', roles: ['controller'], sectors: [] },
  permissions: [],
  expiresAt: '2026-11-24T20:00:00Z',
  demo: false,
  way: 'password',
};
const here: OwnSession = {
  id: 'here',
  browser: 'firefox',
  machine: 'linux',
  way: 'password',
  beganAt: '2026-11-24T08:00:00Z',
  lastSeenAt: '2026-11-24T09:00:00Z',
  expiresAt: '2026-11-24T20:00:00Z',
  current: true,
};
const away: OwnSession = { ...here, id: 'away', browser: 'safari', machine: 'ios', current: false };

describe('MySidePage', () => {
  let api: AnsweringApi;

  async function open(answers: Record<string, Answer> = {}, as: Partial<SessionView> = {}) {
    TestBed.configureTestingModule({
      providers: [provideTexts({ identity: identityMessages }), provideAnsweringApi(), provideRouter([])],
    });
    const loading = TestBed.inject(Session).load();
    TestBed.inject(HttpTestingController)
      .expectOne('/api/session')
      .flush({ ...view, ...as });
    await loading;
    api = new AnsweringApi({ 'GET /api/sessions': [here, away], ...answers });
    const fixture = await api.open(render(MySidePage));
    await fixture.whenStable();
    return fixture;
  }

  async function send(current: string, next: string): Promise<void> {
    type(byLabel('Passordet du har nå'), current);
    type(byLabel('Nytt passord'), next);
    byRole('button', 'Bytt passord').click();
    await api.settle();
  }

  it('says who is signed in and where, and marks the one that is read', async () => {
    const fixture = await open();
    const text = textOf(fixture.nativeElement as HTMLElement);
    expect(text).toContain('Siri Aas er logget inn som controller.');
    expect(text).toMatch(/Firefox på Linux ?Denne/);
    expect(text).toContain('Safari på iPhone eller iPad');
    expect(allByRole('button', /^Logg ut Firefox/)).toEqual([]);
  });

  it('ends a session elsewhere and reads the list again', async () => {
    await open({ 'DELETE /api/sessions/away': {} });
    api.answer({ 'GET /api/sessions': [here] });
    byRole('button', 'Logg ut Safari på iPhone eller iPad').click();
    await api.settle();
    expect(api.sent('DELETE', '/api/sessions/away').length).toBe(1);
    expect(TestBed.inject(Notices).current()?.text).toBe('Økten er avsluttet.');
    expect(allByRole('button', /^Logg ut/)).toEqual([]);
  });

  it('offers to try again when the list could not be read', async () => {
    await open({ 'GET /api/sessions': 503 });
    expect(allByRole('alert').length).toBe(1);
  });

  it('says beside the field which rule the new password breaks, and sends nothing', async () => {
    await open();
    await send('hemmelig', 'elleve tegn');
    expect(byLabel('Nytt passord').getAttribute('aria-invalid')).toBe('true');
    expect(textOf(document.body)).toContain('Passordet må ha minst 12 tegn.');
    expect(api.sent('PUT', '/api/session/password')).toEqual([]);
  });

  it('says that the current password is wrong, and keeps what was typed', async () => {
    const fields = [{ path: 'currentPassword', code: 'password-wrong', message: 'x' }];
    await open({
      'PUT /api/session/password': (request) =>
        request.flush(
          { type: 'x', title: 'x', status: 400, code: 'invalid', fields },
          { status: 400, statusText: 'x' },
        ),
    });
    await send('feil', 'gul sykkel uten bremser');
    expect(textOf(document.body)).toContain('Dette er ikke passordet du har nå.');
    expect(byLabel('Nytt passord').value).toBe('gul sykkel uten bremser');
  });

  it('takes the new session when the password is changed, and empties the form', async () => {
    await open({ 'PUT /api/session/password': { ...view, expiresAt: '2026-11-25T20:00:00Z' } });
    await send('hemmelig', 'gul sykkel uten bremser');
    expect(api.sent('PUT', '/api/session/password')[0]!.request.body).toEqual({
      currentPassword: 'hemmelig',
      newPassword: 'gul sykkel uten bremser',
    });
    expect(TestBed.inject(Session).current()?.expiresAt).toBe('2026-11-25T20:00:00Z');
    expect(byLabel('Nytt passord').value).toBe('');
    expect(TestBed.inject(Notices).current()?.text).toContain('Passordet er byttet.');
  });

  it('asks who came by a link to choose a password first, without an old one', async () => {
    await open({ 'PUT /api/session/password': view }, { way: 'link' });
    expect(allByRole('heading', /./).map(textOf)).toEqual(['Min side', 'Velg et passord', 'Her er du logget inn']);
    expect(allByRole('textbox', 'Passordet du har nå')).toEqual([]);
    type(byLabel('Nytt passord'), 'gul sykkel uten bremser');
    byRole('button', 'Lagre passordet').click();
    await api.settle();
    expect(api.sent('PUT', '/api/session/password')[0]!.request.body).toEqual({
      newPassword: 'gul sykkel uten bremser',
    });
  });

  it('knows that a typed password would be lost by leaving, until it is sent', async () => {
    const fixture = await open({ 'PUT /api/session/password': view });
    expect(fixture.componentInstance.hasUnsavedChanges()).toBeFalse();
    type(byLabel('Passordet du har nå'), 'hemmelig');
    expect(fixture.componentInstance.hasUnsavedChanges()).toBeTrue();
    await send('hemmelig', 'gul sykkel uten bremser');
    expect(fixture.componentInstance.hasUnsavedChanges()).toBeFalse();
  });

  it('ends all others at once when the person is sure, and none when she is not', async () => {
    await open({ 'DELETE /api/sessions': {} });
    byRole('button', 'Logg ut alle andre steder').click();
    await api.settle();
    TestBed.inject(Confirm).question()!.answer(false);
    await api.settle();
    expect(api.sent('DELETE', '/api/sessions')).toEqual([]);
    api.answer({ 'GET /api/sessions': [here] });
    byRole('button', 'Logg ut alle andre steder').click();
    await api.settle();
    TestBed.inject(Confirm).question()!.answer(true);
    await api.settle();
    expect(api.sent('DELETE', '/api/sessions').length).toBe(1);
    expect(allByRole('button', /^Logg ut/)).toEqual([]);
  });

  it('offers no form to a demonstration account, and says why', async () => {
    const fixture = await open({}, { demo: true });
    expect(allByRole('button', 'Bytt passord')).toEqual([]);
    expect(textOf(fixture.nativeElement as HTMLElement)).toContain('demonstrasjonskonto kan ikke byttes');
  });
});
