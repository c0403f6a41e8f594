import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationInitStatus } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { CouncilOverview, Language } from '#shared';
import { answerUntil, type Answers } from '../../testing/api';
import { allByRole, byRole, textOf } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { apiInterceptor } from '../platform/http/api.interceptor';
import { CouncilOverviewPage } from './council-overview-page';
import { allMeasured, operations, overview, reportingMessages } from './testing/council-overview';

const followUpMessages = {
  nb: () => import('../follow-up/messages/nb.json'),
  nn: () => import('../follow-up/messages/nn.json'),
  en: () => import('../follow-up/messages/en.json'),
};
const address = '/kommunestyret/langtidsplan-2018/2026';
const api = '/api/council-overview';

describe('CouncilOverviewPage', () => {
  let harness: RouterTestingHarness;

  async function open(
    answers: Answers = { [api]: overview },
    until = 'app-council-summary',
    { language = 'nb', at = address }: { language?: Language; at?: string } = {},
  ): Promise<string[]> {
    TestBed.configureTestingModule({
      providers: [
        provideTexts({ reporting: reportingMessages, 'follow-up': followUpMessages }, language),
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideRouter(
          [{ path: 'kommunestyret/:plan/:year', component: CouncilOverviewPage }],
          withComponentInputBinding(),
        ),
      ],
    });
    await TestBed.inject(ApplicationInitStatus).donePromise;
    harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(at);
    return settled(answers, until);
  }

  async function settled(answers: Answers, until: string): Promise<string[]> {
    const asked = await answerUntil(TestBed.inject(HttpTestingController), answers, until);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await harness.fixture.whenStable();
    return asked;
  }

  const withFacts = (facts: Partial<CouncilOverview>): Answers => ({ [api]: { ...overview, ...facts } });
  const shown = () => textOf(document.querySelector('app-council-overview-page'));
  const headsOf = (table: Element) => allByRole('columnheader', undefined, table).map(textOf);
  const cellsOf = (name: RegExp, table: Element) =>
    [...byRole('rowheader', name, table).parentElement!.querySelectorAll('td')].map(textOf);

  it('gives the answer before the contents, as the figures were on a named day of a year that runs', async () => {
    await open();
    expect(textOf(byRole('heading', /^Oppfølging av/))).toBe('Oppfølging av Langtidsplan 2018 i 2026');
    expect(textOf(document.querySelector('.answer'))).toBe(
      '1 av 3 strategier er ivaretatt. 1 mangler oppfølging, og ingen har mangelfull oppfølging.',
    );
    expect(shown()).toContain('Foreløpig, per 23.11.2026: året er ikke omme');
    const answer = document.querySelector('.answer')!;
    const contents = byRole('navigation', 'Innhold');
    expect(answer.compareDocumentPosition(contents) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('says of a year that is over that the figures are of its last day', async () => {
    await open(withFacts({ preliminary: false, evaluatedOn: '2026-12-31' }));
    expect(shown()).toContain('Tall per 31.12.2026, årets siste dag.');
    expect(shown()).not.toContain('Foreløpig');
  });

  it('lists its chapters in order, and each leads to its heading', async () => {
    await open();
    const links = allByRole('link', undefined, byRole('navigation', 'Innhold'));
    expect(links.map(textOf)).toEqual([
      'Samlet status for strategiene',
      'Utviklingsmål',
      'Oppfølging per innsatsområde',
      'Arealstrategier per satsingsområde',
      'Strategier som mangler eller har mangelfull oppfølging',
      'Avklarte unntak',
      'Prosjektporteføljen',
      'Økonomi',
    ]);
    for (const link of links) {
      const heading = document.getElementById(new URL((link as HTMLAnchorElement).href).hash.slice(1))!;
      expect([heading.tagName, textOf(heading)]).toEqual(['H2', textOf(link)]);
    }
    links.at(-1)!.click();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await harness.fixture.whenStable();
    expect(document.activeElement?.id).toBe('money');
  });

  it('offers the years there are figures for, asks for the one chosen, and finds the first again on going back', async () => {
    const asked = await open();
    expect(asked).toEqual([`${api}?plan=langtidsplan-2018&year=2026`]);
    const years = byRole('navigation', 'Velg år');
    expect(allByRole('link', undefined, years).map(textOf)).toEqual(['2026', '2025']);
    expect(byRole('link', '2026', years).getAttribute('aria-current')).toBe('page');
    byRole('link', '2025', years).click();
    const again = await settled({ [api]: { ...overview, year: 2025 } }, 'nav a[href$="/2025"][aria-current]');
    expect(again).toEqual([`${api}?plan=langtidsplan-2018&year=2025`]);
    expect(TestBed.inject(Router).url).toBe('/kommunestyret/langtidsplan-2018/2025');
    await harness.navigateByUrl(address);
    await settled({ [api]: overview }, 'nav a[href$="/2026"][aria-current]');
    expect(textOf(byRole('heading', /^Oppfølging av/))).toBe('Oppfølging av Langtidsplan 2018 i 2026');
  });

  it('sums up the money with what can be held against its frame apart from what cannot', async () => {
    await open();
    const table = byRole('table', /^Prosjekter med penger i året, per 23\.11\.2026/);
    expect(headsOf(table)).toEqual([
      'Prosjekter',
      'Antall',
      'Vedtatt ramme',
      'Revidert budsjett 2026',
      'Regnskap 2026',
      'Regnskap i alt',
      'Sluttprognose',
      'Avvik mot ramme',
    ]);
    const nb = (cells: string[]) => cells.map((cell) => cell.replace(' ', '\u00a0'));
    expect(cellsOf(/^Sum med/, table)).toEqual(
      nb(['1', '200 000', '5 000', '5 200', '6 200', '210 000', '\u221210 000']),
    );
    expect(cellsOf(/^Uten/, table)).toEqual(nb(['1', '14 000', '0', '0', '0', '0', '–']));
    expect(cellsOf(/^Sum i alt/, table)).toEqual(nb(['2', '214 000', '5 000', '5 200', '6 200', '210 000', '–']));
  });

  it('has one sum of money where every project has both frame and forecast', async () => {
    await open(
      withFacts({ money: [allMeasured, operations], summary: { ...overview.summary, money: allMeasured.sums } }),
    );
    const table = byRole('table', /^Prosjekter med penger i året/);
    expect(allByRole('rowheader', undefined, table).map(textOf)).toEqual([
      'Investering, med ramme og sluttprognose',
      'Drift, med ramme og sluttprognose',
      'Sum i alt',
    ]);
    expect(shown()).not.toContain('kan ikke måles');
  });

  it('holds each area against the year before, with the day of each figure', async () => {
    await open();
    const table = byRole('table', 'Strategier som mangler oppfølging, per 31.12.2025 og per 23.11.2026');
    expect(headsOf(table)).toEqual(['Område', 'Mangler ved utgangen av 2025', 'Mangler i 2026']);
    expect(cellsOf(/^Mer by/, table)).toEqual(['2', '1']);
    expect(cellsOf(/^Sum/, table)).toEqual(['2', '1']);
  });

  it('leaves the comparison out where the history does not reach the year before', async () => {
    const statusByArea = overview.statusByArea.map((area) => ({ ...area, lackingLastYear: null }));
    await open(withFacts({ statusByArea }));
    expect(allByRole('table', /per 31\.12\.2025/)).toEqual([]);
  });

  it('shows the strategies of an area with status, projects, who answers for them, and why', async () => {
    await open();
    const table = byRole('table', 'Strategiene i Klima-, energi- og miljøtiltak');
    expect(headsOf(table)).toEqual(['Strategi', 'Status', 'Prosjekter', 'Ansvarlig', 'Kommentar']);
    expect(cellsOf(/KLIMA-I5/, table).slice(0, 3)).toEqual([
      'Ivaretatt',
      'Rød Huntonarmen (utsatt)',
      'Samfunnsutvikling',
    ]);
  });

  it('names strategies that lack follow-up with every finding and what would mend it', async () => {
    await open();
    const table = byRole('table', 'Én strategi mangler eller har mangelfull oppfølging');
    expect(headsOf(table)).toEqual(['Strategi', 'Status', 'Ansvarlig', 'Funn', 'Forslag til oppfølging']);
    expect(byRole('rowheader', /BY-A1 Styrke by-/, table).getAttribute('rowspan')).toBe('2');
    expect(textOf(table)).toContain('Velg en sektor.');
    expect([...table.querySelectorAll('td')].map((cell) => cell.dataset['label'])).toEqual([
      'Status',
      'Ansvarlig',
      'Funn',
      'Forslag til oppfølging',
      'Funn',
      'Forslag til oppfølging',
    ]);
  });

  it('names exceptions with what became of the strategy, who decided and how long they hold', async () => {
    await open();
    const table = byRole('table', 'Ett unntak gjelder');
    expect(headsOf(table)).toEqual(['Strategi', 'Status', 'Type', 'Begrunnelse', 'Besluttet av', 'Gjelder til']);
    expect(cellsOf(/BY-A2/, table)).toEqual([
      'Unntak',
      'Avventer staten eller andre',
      'Staten avgjør plasseringen.',
      'Kommunestyret sak 26/741',
      '23.06.2027',
    ]);
  });

  it('says how many of the projects the portfolio shows, and explains those that are red or yellow', async () => {
    await open();
    expect(shown()).toContain('2 av 3 prosjekter er ikke ferdige, stanset eller avvist.');
    const table = byRole('table', 'Ett prosjekt er rødt eller gult, med årsak og tiltak');
    expect(headsOf(table)).toEqual(['Prosjekt', 'Lys', 'Årsak', 'Konsekvens', 'Tiltak', 'Frist']);
    expect(textOf(byRole('rowheader', /Huntonarmen/, table))).toContain('Samlet: Rød');
    expect(byRole('table', /^Ett prosjekt ble ferdig i 2026/)).toBeTruthy();
  });

  it('says in a sentence what there is nothing of', async () => {
    const portfolio = { phases: [], sectors: [], explained: [], finishedInYear: [] };
    await open(withFacts({ lacking: [], exceptions: [], portfolio, money: [operations] }));
    for (const sentence of [
      'Ingen strategier mangler eller har mangelfull oppfølging.',
      'Ingen unntak gjelder.',
      'Ingen prosjekter er i gang.',
      'Ingen prosjekter er røde eller gule.',
      'Ingen prosjekter ble ferdige i 2026.',
      'Ingen prosjekter har ramme, budsjett eller regnskap i året.',
    ])
      expect(shown()).toContain(sentence);
  });

  it('has the wording of the plan read in the language of the plan, whatever the page is in', async () => {
    await open({ [api]: overview }, undefined, { language: 'nn' });
    const words = [
      'Gjøvik ønsker levende bysentrum.',
      'Styrke by-, bydelssentre og lokalsentre',
      'Antall innbyggere i kommunen skal øke.',
      'Mer by',
    ];
    for (const text of words) {
      const places = [...document.querySelectorAll('app-council-overview-page *')].filter(
        (element) => element.children.length === 0 && textOf(element) === text,
      );
      expect([text, places.length > 0]).toEqual([text, true]);
      for (const place of places) expect([text, place.closest('[lang]')?.getAttribute('lang')]).toEqual([text, 'nb']);
    }
  });

  it('speaks nynorsk to those who read it', async () => {
    await open({ [api]: overview }, undefined, { language: 'nn' });
    expect(textOf(document.querySelector('.answer'))).toBe(
      '1 av 3 strategiar er ivaretekne. 1 manglar oppfølging, og ingen har mangelfull oppfølging.',
    );
    expect(shown()).toContain('Førebels, per 23.11.2026: året er ikkje omme');
    expect(headsOf(byRole('table', /^Eitt unntak gjeld/))).toEqual([
      'Strategi',
      'Status',
      'Type',
      'Grunngjeving',
      'Avgjort av',
      'Gjeld til',
    ]);
  });

  it('says so when the figures cannot be fetched, and tries again', async () => {
    await open({ [api]: 503 }, 'app-failed-state');
    expect(byRole('heading', 'Kommunestyrets oversikt')).toBeTruthy();
    byRole('button', 'Prøv igjen').click();
    await settled({ [api]: overview }, 'app-council-summary');
    expect(byRole('heading', /^Oppfølging av/)).toBeTruthy();
  });

  it('opens at the chapter that the address names', async () => {
    await open({ [api]: overview }, undefined, { at: `${address}#exceptions` });
    expect(document.activeElement?.id).toBe('exceptions');
  });
});
