import { Component } from '@angular/core';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { Permission } from '#shared';
import { render } from '../../../testing/render';
import { allByRole, byLabel, byRole, textOf } from '../../../testing/screen';
import { provideTexts } from '../../../testing/texts';
import { until } from '../../../testing/until';
import { provideRouterInTime } from '../as-of/router-in-time';
import { apiInterceptor } from '../http/api.interceptor';
import { LanguageChoice } from '../language/language';
import { Municipality } from '../municipality';
import { Session } from '../session';
import { Shell } from './shell';

@Component({ template: '<h1>Oversikt</h1>' })
class FirstPage {}

@Component({ template: '<h1>Prosjekter</h1>' })
class SecondPage {}

describe('Shell', () => {
  async function open(permissions: Permission[], demo = true): Promise<ComponentFixture<Shell>> {
    TestBed.configureTestingModule({
      providers: [
        provideTexts(),
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideRouterInTime(),
        provideRouter([
          { path: 'oversikt', component: FirstPage },
          { path: 'prosjekter', component: SecondPage },
        ]),
      ],
    });
    const api = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(Session).load();
    const view = { account: { id: 'a', name: 'Siri Aas', roles: ['planner'] }, permissions, demo };
    api.expectOne('/api/session').flush(view);
    const place = TestBed.inject(Municipality).load();
    const facts = { name: 'Gjøvik kommune', labels: {}, accessibilityStatementUrl: 'https://uustatus.no/' };
    api.expectOne('/api/municipality').flush(facts);
    await Promise.all([session, place]);
    const fixture = await render(Shell);
    await TestBed.inject(Router).navigateByUrl('/oversikt');
    await fixture.whenStable();
    return fixture;
  }

  const reader: Permission[] = ['follow-up.read', 'plan.read', 'project.read', 'reporting.read'];

  it('says where one is: the municipality, and the entry of the page', async () => {
    await open(reader);
    expect(textOf(byRole('banner'))).toContain('Gjøvik kommune');
    const menu = byRole('navigation', 'Hovedmeny');
    expect(allByRole('link', undefined, menu).map(textOf)).toEqual(['Oversikt', 'Planen', 'Prosjekter', 'Rapporter']);
    expect(byRole('link', 'Oversikt', menu).getAttribute('aria-current')).toBe('page');
  });

  it('shows only what one may read', async () => {
    await open(['plan.read']);
    expect(allByRole('link', undefined, byRole('navigation', 'Hovedmeny')).map(textOf)).toEqual(['Planen']);
  });

  it('marks a demonstration, and nothing else', async () => {
    await open(reader);
    expect(textOf(byRole('banner'))).toContain('Eksempeldata');
    TestBed.resetTestingModule();
    await open(reader, false);
    expect(textOf(byRole('banner'))).not.toContain('Eksempeldata');
  });

  it('takes the focus to the heading of the next page', async () => {
    const fixture = await open(reader);
    await TestBed.inject(Router).navigateByUrl('/prosjekter');
    await fixture.whenStable();
    expect(document.activeElement).toBe(byRole('heading', 'Prosjekter'));
  });

  it('leaves the focus where it is when only the view of a page changes', async () => {
    const fixture = await open(reader);
    const link = byRole('link', 'Planen');
    link.focus();
    await TestBed.inject(Router).navigateByUrl('/oversikt?light=red');
    await fixture.whenStable();
    expect(document.activeElement).toBe(link);
  });

  it('lets one past the menu', async () => {
    await open(reader);
    byRole('link', 'Hopp til innholdet').click();
    expect(document.activeElement).toBe(byRole('main'));
  });

  it('has the way to the accessibility statement', async () => {
    await open(reader);
    expect(byRole('link', 'Tilgjengelighetserklæring').getAttribute('href')).toBe('https://uustatus.no/');
  });

  it('changes language where one stands, for the page and for the document', async () => {
    const fixture = await open(reader);
    byRole('button', /^Siri Aas/).click();
    byLabel('Nynorsk').click();
    await until(() => document.documentElement.lang === 'nn');
    await fixture.whenStable();
    expect(allByRole('link', 'Rapportar').length).toBe(1);
    await TestBed.inject(LanguageChoice).choose('nb');
  });
});
