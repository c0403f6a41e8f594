import { Location } from '@angular/common';
import { HttpClient, httpResource, provideHttpClient, withInterceptors } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterLink } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { firstValueFrom } from 'rxjs';
import { osloDate } from '#shared';
import { PlayedApi, providePlayedApi, sessionOf } from '../../../testing/played-api';
import { byRole } from '../../../testing/screen';
import { provideTexts } from '../../../testing/texts';
import { apiInterceptor } from '../http/api.interceptor';
import type { ProblemError } from '../http/problem-error';
import { Session } from '../session';
import { AsOf, now } from './as-of';
import { provideRouterInTime, RouterInTime } from './router-in-time';

@Component({
  imports: [RouterLink],
  template: `<h1>Oversikt</h1>
    <a routerLink="/planen" [queryParams]="{ verdict: 'lacking' }">Planen</a>`,
})
class FirstPage {
  readonly overview = httpResource(() => '/api/overview');
}

@Component({ template: '<h1>Planen</h1>' })
class SecondPage {}

describe('AsOf', () => {
  let api: PlayedApi;
  let harness: RouterTestingHarness;

  beforeEach(async () => {
    api = new PlayedApi()
      .on('GET /api/overview', {})
      .on('GET /api/session', sessionOf(['planner'], ['plan.read', 'plan.change']));
    TestBed.configureTestingModule({
      providers: [
        provideTexts(),
        provideHttpClient(withInterceptors([apiInterceptor])),
        providePlayedApi(api),
        provideRouterInTime(),
        provideRouter([
          { path: 'oversikt', component: FirstPage },
          { path: 'planen', component: SecondPage },
          { path: 'logg-inn', component: SecondPage },
        ]),
      ],
    });
    harness = await RouterTestingHarness.create();
    TestBed.inject(Router).setUpLocationChangeListener();
  });

  const router = () => TestBed.inject(RouterInTime);
  const asOf = () => TestBed.inject(AsOf);
  const asked = () => api.askedOf('GET /api/overview').map(({ params }) => params.toString());

  it('is now without a word in the address, with today’s date, and with nothing behind the name', async () => {
    for (const address of ['/oversikt', `/oversikt?as-of=${osloDate(new Date())}`, '/oversikt?as-of=']) {
      await harness.navigateByUrl(address);
      expect(asOf().given()).toBeNull();
    }
  });

  it('is carried by links and by navigations, beside their own words', async () => {
    await harness.navigateByUrl('/oversikt?as-of=2026-08-31');
    expect(byRole('link', 'Planen').getAttribute('href')).toBe('/planen?verdict=lacking&as-of=2026-08-31');
    await router().navigateByUrl('/planen?q=bygg');
    expect(router().url).toBe('/planen?q=bygg&as-of=2026-08-31');
    await router().navigate(['/oversikt']);
    expect(router().url).toBe('/oversikt?as-of=2026-08-31');
  });

  it('lets go of signing in', async () => {
    await harness.navigateByUrl('/oversikt?as-of=2026-08-31');
    await router().navigateByUrl('/logg-inn');
    expect(router().url).toBe('/logg-inn');
    expect(asOf().given()).toBeNull();
  });

  it('is asked for by every read, and by the same page again when it changes', async () => {
    await harness.navigateByUrl('/oversikt?as-of=2026-08-31', FirstPage);
    await harness.fixture.whenStable();
    await router().show('2026-04-30');
    await harness.fixture.whenStable();
    await router().show(null);
    await harness.fixture.whenStable();
    expect(asked()).toEqual(['as-of=2026-08-31', 'as-of=2026-04-30', '']);
    expect(router().url).toBe('/oversikt');
  });

  it('changes the links of what stays on the page', async () => {
    await harness.navigateByUrl('/oversikt');
    await router().show('2026-04-30');
    await harness.fixture.whenStable();
    expect(byRole('link', 'Planen').getAttribute('href')).toContain('as-of=2026-04-30');
  });

  it('goes back with the browser', async () => {
    await harness.navigateByUrl('/oversikt');
    await router().show('2026-08-31');
    TestBed.inject(Location).back();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await harness.fixture.whenStable();
    expect(asOf().given()).toBeNull();
    expect(asked().at(-1)).toBe('');
  });

  it('is not asked of who is signed in, nor of what is said to be of now', async () => {
    await harness.navigateByUrl('/planen?as-of=2026-08-31');
    await TestBed.inject(Session).load();
    await firstValueFrom(TestBed.inject(HttpClient).get('/api/overview', { context: now() }));
    expect(api.asked.map(({ params }) => params.toString())).toEqual(['', '']);
  });

  it('leaves only reading allowed, and sends nothing that writes', async () => {
    const session = TestBed.inject(Session);
    await session.load();
    expect(session.may('plan.change')).toBeTrue();
    await harness.navigateByUrl('/planen?as-of=2026-08-31');
    expect([session.may('plan.read'), session.may('plan.change')]).toEqual([true, false]);
    const before = api.asked.length;
    const refused = await firstValueFrom(TestBed.inject(HttpClient).patch('/api/plans/x', {})).catch(
      (why: unknown) => why,
    );
    expect((refused as ProblemError).code).toBe('past-is-read-only');
    expect(api.asked.length).toBe(before);
  });

  it('tells a date and an instant in words', async () => {
    await harness.navigateByUrl('/planen?as-of=2026-08-31');
    expect(asOf().words('nb')).toBe('31. august 2026');
    await harness.navigateByUrl('/planen?as-of=2026-08-31T22:30:00.000Z');
    expect(asOf().words('nb')).toMatch(/^1\. september 2026 kl\. 00:30$/);
    expect(asOf().date()).toBe('2026-09-01');
  });

  for (const [given, mistake] of [
    ['2026-02-30', 'not-a-date'],
    ['i-går', 'not-a-date'],
    ['2026-08-31T25:00:00Z', 'not-a-date'],
    ['2099-01-01', 'in-the-future'],
    ['2099-01-01T00:00:00Z', 'in-the-future'],
    ['2026-08-31', null],
  ] as const)
    it(`says of ${given} that it is ${mistake ?? 'a past date'}`, async () => {
      await harness.navigateByUrl(`/planen?as-of=${given}`);
      expect(asOf().mistake()).toBe(mistake);
    });
});
