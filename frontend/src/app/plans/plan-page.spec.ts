import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationInitStatus } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { answerUntil, type Answers } from '../../testing/api';
import { followUp, plan } from '../../testing/plan';
import { allByRole, byLabel, byRole, textOf, type } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { apiInterceptor } from '../platform/http/api.interceptor';
import { PlanPage } from './plan-page';

const messages = {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
};
const at = '/api/plans/langtidsplan-2018';
const all: Answers = { [at]: plan, [`${at}/follow-up`]: followUp };

describe('PlanPage', () => {
  let api: HttpTestingController;
  let harness: RouterTestingHarness;

  async function open(address: string, answers = all, until = 'app-plan-page h1'): Promise<void> {
    TestBed.configureTestingModule({
      providers: [
        provideTexts({ plans: messages }),
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideRouter([{ path: 'planen/:plan', component: PlanPage }], withComponentInputBinding()),
      ],
    });
    await TestBed.inject(ApplicationInitStatus).donePromise;
    api = TestBed.inject(HttpTestingController);
    harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(address);
    await answerUntil(api, answers, until);
    await settle();
  }

  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await harness.fixture.whenStable();
  }

  const codes = () => allByRole('heading', /^[A-Z]+-[AI]\d/).map((heading) => textOf(heading).split(' ')[0]);

  it('keeps the place while the plan is fetched, and says so when it takes time', async () => {
    const opening = open('/planen/langtidsplan-2018', {}, 'app-skeleton');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(textOf(byRole('status'))).toBe('Henter');
    await answerUntil(api, all, 'app-plan-page h1');
    await opening;
  });

  it('begins with how many lack follow-up, each number a way to them', async () => {
    await open('/planen/langtidsplan-2018');
    expect(textOf(document.querySelector('.answer'))).toBe(
      '1 av 3 strategier mangler oppfølging, 1 følges mangelfullt opp og 1 er ivaretatt.',
    );
    expect(byRole('link', '1 av 3').getAttribute('href')).toBe('/planen/langtidsplan-2018?verdict=lacking');
  });

  it('shows the plan’s own words, marked with their language', async () => {
    await open('/planen/langtidsplan-2018');
    const goal = document.getElementById('BY-D2')!;
    expect(textOf(goal)).toContain('Fortette sentrum med kvalitet.');
    expect(goal.querySelector('[lang]')?.getAttribute('lang')).toBe('nb');
    expect(textOf(document.getElementById('BY-A1.2'))).toContain('bygge ny sentrumsadkomst (Huntonarmen),');
  });

  it('says that the horizon is assumed', async () => {
    await open('/planen/langtidsplan-2018');
    expect(textOf(document.querySelector('.facts'))).toContain('Gjelder til 31.12.2030 antatt');
  });

  it('gives each strategy its verdict and its first reason', async () => {
    await open('/planen/langtidsplan-2018');
    const strategy = document.getElementById('BY-A1')!;
    expect([...strategy.querySelector('.margin')!.children].map(textOf)).toEqual([
      'Mangler',
      'Ingen prosjekter eller tiltak er registrert på strategien.',
    ]);
    expect(byRole('link', /^BY-A1/, strategy).getAttribute('href')).toBe('/planen/langtidsplan-2018/BY-A1');
  });

  it('lists the areas at the side with their strategies and how many lack follow-up', async () => {
    await open('/planen/langtidsplan-2018');
    const contents = document.getElementById('contents')!;
    const area = [...contents.querySelectorAll('a')].find((link) => textOf(link).startsWith('Mer by'))!;
    expect(textOf(area)).toContain('2 strategier');
    expect(textOf(area)).toContain('1 mangler oppfølging');
    expect(area.getAttribute('href')).toBe('/planen/langtidsplan-2018#BY-A');
  });

  it('shows the strategies of a verdict in the address, and lets go of it again', async () => {
    await open('/planen/langtidsplan-2018?verdict=lacking');
    expect(codes()).toEqual(['BY-A1']);
    const chip = byRole('button', /^Mangler/);
    expect(chip.getAttribute('aria-pressed')).toBe('true');
    chip.click();
    await settle();
    expect(TestBed.inject(Router).url).toBe('/planen/langtidsplan-2018');
    expect(codes()).toEqual(['BY-A1', 'BY-A2', 'KLIMA-I5']);
  });

  it('adds a verdict and an area to the address when they are chosen', async () => {
    await open('/planen/langtidsplan-2018?verdict=lacking');
    byRole('button', /^Mangelfull/).click();
    await settle();
    const area = byLabel('Område') as unknown as HTMLSelectElement;
    area.value = 'BY-A';
    area.dispatchEvent(new Event('change'));
    await settle();
    expect(TestBed.inject(Router).parseUrl(TestBed.inject(Router).url).queryParams).toEqual({
      verdict: 'lacking,weak',
      area: 'BY-A',
    });
    expect(codes()).toEqual(['BY-A1', 'BY-A2']);
  });

  it('searches in the plan, marks what was found and keeps it in the address', async () => {
    await open('/planen/langtidsplan-2018');
    type(byLabel(/^Søk i planen/), 'huntonarmen');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await settle();
    expect(TestBed.inject(Router).url).toBe('/planen/langtidsplan-2018?q=huntonarmen');
    expect(codes()).toEqual(['BY-A1']);
    expect([...document.querySelectorAll('mark')].map(textOf)).toEqual(['Huntonarmen']);
    expect(textOf(document.querySelector('.hits'))).toContain('1 treff');
  });

  it('says when nothing fits, and shows the whole plan again', async () => {
    await open('/planen/langtidsplan-2018?q=havn');
    expect(textOf(document.querySelector('app-empty-state'))).toContain('Ingen steder i planen passer');
    byRole('button', 'Vis hele planen').click();
    await settle();
    expect(codes().length).toBe(3);
  });

  it('takes the reader to the code in the address', async () => {
    await open('/planen/langtidsplan-2018#BY-D2');
    expect(document.activeElement?.id).toBe('BY-D2');
  });

  it('can be read when the follow-up fails, and offers to try again', async () => {
    await open('/planen/langtidsplan-2018', { ...all, [`${at}/follow-up`]: 503 });
    await settle();
    expect(textOf(document.querySelector('.answer'))).toContain('Oppfølgingen av strategiene svarte ikke.');
    expect(codes().length).toBe(3);
    byRole('button', 'Prøv igjen').click();
    await new Promise((resolve) => setTimeout(resolve));
    api.expectOne(`${at}/follow-up`).flush(followUp);
    await settle();
    expect(byRole('link', '1 av 3')).toBeTruthy();
  });

  it('says when the plan cannot be had', async () => {
    await open('/planen/langtidsplan-2018', { ...all, [at]: 503 });
    expect(textOf(byRole('alert'))).toContain('Tjenesten svarer ikke akkurat nå.');
  });

  it('lets nobody change the plan’s facts who may not', async () => {
    await open('/planen/langtidsplan-2018', { ...all, [at]: { ...plan, mayChange: false } });
    expect(allByRole('button', 'Endre')).toEqual([]);
  });
});
