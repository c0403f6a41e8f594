import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { DemoAccounts } from '#shared';
import { render } from '../../testing/render';
import { allByRole, byLabel, byRole, textOf, type } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { until } from '../../testing/until';
import { apiInterceptor } from '../platform/http/api.interceptor';
import { identityMessages } from './messages';
import { SignInPage } from './sign-in-page';

const demo: DemoAccounts = {
  password: 'planspor-demo',
  accounts: [{ email: 'kommunedirektor@demo.test', name: 'Siri Aas', role: 'chief-executive', sector: null }],
};
const notFound = { type: 'x', title: 'x', status: 404, code: 'not-found' };

describe('SignInPage', () => {
  let api: HttpTestingController;
  let went: string[];

  async function open(
    til?: string,
    accounts: DemoAccounts | null = null,
    lenke?: string,
  ): Promise<ComponentFixture<SignInPage>> {
    TestBed.configureTestingModule({
      providers: [
        provideTexts({ identity: identityMessages }),
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
      ],
    });
    went = [];
    spyOn(TestBed.inject(Router), 'navigateByUrl').and.callFake((url) => {
      went.push(url.toString());
      return Promise.resolve(true);
    });
    api = TestBed.inject(HttpTestingController);
    const opening = render(SignInPage, { til, lenke });
    const asked = await expectSoon('/api/session/demo-accounts');
    if (accounts) asked.flush(accounts);
    else asked.flush(notFound, { status: 404, statusText: 'Not found' });
    const fixture = await opening;
    await fixture.whenStable();
    return fixture;
  }

  const expectSoon = (url: string) => until(() => api.match(url)[0]);

  async function send(): Promise<void> {
    byRole('button', 'Logg inn').click();
    await new Promise((resolve) => setTimeout(resolve));
  }

  it('signs in with e-mail and password, and goes on to where the person was going', async () => {
    const fixture = await open('/prosjekter?light=red');
    type(byLabel('E-postadresse'), 'siri@gjovik.test');
    type(byLabel('Passord'), 'hemmelig');
    await send();
    const sent = await expectSoon('/api/session');
    expect(sent.request.body).toEqual({ email: 'siri@gjovik.test', password: 'hemmelig' });
    sent.flush({ account: { id: 'a', roles: [] }, permissions: [] });
    await until(() => went.length > 0);
    await fixture.whenStable();
    expect(went).toEqual(['/prosjekter?light=red']);
  });

  it('says beside each field what is missing, and goes to the first', async () => {
    const fixture = await open();
    await send();
    await fixture.whenStable();
    expect(byLabel('E-postadresse').getAttribute('aria-invalid')).toBe('true');
    expect(byLabel('Passord').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(byLabel('E-postadresse'));
  });

  it('says when the two do not belong together, and keeps what was typed', async () => {
    const fixture = await open();
    type(byLabel('E-postadresse'), 'siri@gjovik.test');
    type(byLabel('Passord'), 'feil');
    await send();
    (await expectSoon('/api/session')).flush(
      { type: 'x', title: 'x', status: 401, code: 'wrong-credentials' },
      { status: 401, statusText: 'Unauthorized' },
    );
    await until(() => allByRole('alert').length > 0);
    await fixture.whenStable();
    expect(textOf(byRole('alert'))).toBe('E-postadressen og passordet hører ikke sammen.');
    expect(byLabel('E-postadresse').value).toBe('siri@gjovik.test');
    expect(went).toEqual([]);
  });

  it('offers the demonstration’s roles, and signs in as the one chosen', async () => {
    await open(undefined, demo);
    byRole('button', /^Kommunedirektør/).click();
    await new Promise((resolve) => setTimeout(resolve));
    const { request } = await expectSoon('/api/session');
    expect(request.body).toEqual({ email: 'kommunedirektor@demo.test', password: 'planspor-demo' });
  });

  it('uses a one-time link when asked to, not before, and goes on to where a password is chosen', async () => {
    const fixture = await open('/prosjekter', null, 'engangs');
    expect(api.match('/api/session/link')).toEqual([]);
    byRole('button', 'Logg inn med lenken').click();
    const sent = await expectSoon('/api/session/link');
    expect(sent.request.body).toEqual({ token: 'engangs' });
    sent.flush({ account: { id: 'a', roles: [] }, permissions: [], way: 'link' });
    await until(() => went.length > 0);
    await fixture.whenStable();
    expect(went).toEqual(['/min-side']);
  });

  it('offers no roles outside a demonstration', async () => {
    await open();
    expect(allByRole('heading', 'Prøv en rolle')).toEqual([]);
  });
});
