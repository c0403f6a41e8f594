import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { SearchAnswer } from '#shared';
import { render } from '../../../testing/render';
import { allByRole, byRole, textOf } from '../../../testing/screen';
import { provideTexts } from '../../../testing/texts';
import { until } from '../../../testing/until';
import { SearchHits } from './search-hits';

const answer: SearchAnswer = {
  strategies: [
    { plan: 'langtidsplan-2018', code: 'BY-A1', strategyCode: 'BY-A1', text: 'Styrke bysentrum' },
    { plan: 'langtidsplan-2018', code: 'BY-A1.3', strategyCode: 'BY-A1', text: 'bygge ny sentrumsadkomst' },
  ],
  projects: [{ number: '2026-014', name: 'Huntonarmen', sector: 'Samfunnsutvikling' }],
};

describe('SearchHits', () => {
  let found: string[];

  async function search(answered: SearchAnswer | null): Promise<ComponentFixture<SearchHits>> {
    TestBed.configureTestingModule({ providers: [provideTexts(), provideHttpClient(), provideHttpClientTesting()] });
    found = [];
    const opening = render(SearchHits, { words: 'sentrum' }, { found: (path: string) => found.push(path) });
    const api = TestBed.inject(HttpTestingController);
    const request = await until(() => api.match('/api/search?q=sentrum')[0]);
    if (answered) request.flush(answered);
    else request.flush(null, { status: 503, statusText: 'Unavailable' });
    return opening;
  }

  it('lists strategies and measures before projects, each with its number', async () => {
    await search(answer);
    expect(allByRole('option').map(textOf)).toEqual([
      'BY-A1 Styrke bysentrum',
      'BY-A1.3 bygge ny sentrumsadkomst',
      '2026-014 Huntonarmen',
    ]);
    expect(allByRole('group').map((group) => group.getAttribute('aria-label'))).toEqual([
      'Strategier og tiltak',
      'Prosjekter',
    ]);
  });

  it('goes round with the keys, and tells which one it has come to', async () => {
    const fixture = await search(answer);
    const hits = fixture.componentInstance;
    hits.move(-1);
    expect(hits.chosen()?.code).toBe('2026-014');
    hits.move(1);
    await fixture.whenStable();
    expect(hits.chosen()?.code).toBe('BY-A1');
    expect(byRole('option', /Styrke/).getAttribute('aria-selected')).toBe('true');
  });

  it('opens a measure on its strategy’s page', async () => {
    const fixture = await search(answer);
    fixture.componentInstance.move(1);
    fixture.componentInstance.move(1);
    fixture.componentInstance.open();
    expect(found).toEqual(['/planen/langtidsplan-2018/BY-A1#BY-A1.3']);
  });

  it('opens the first when none is chosen', async () => {
    const fixture = await search(answer);
    fixture.componentInstance.open();
    expect(found).toEqual(['/planen/langtidsplan-2018/BY-A1']);
  });

  it('says how to search when nothing is found, and when there is no answer', async () => {
    await search({ strategies: [], projects: [] });
    expect(textOf(byRole('status'))).toBe('Ingen treff. Søk på nummer eller på ord i teksten.');
    TestBed.resetTestingModule();
    await search(null);
    expect(textOf(byRole('status'))).toBe('Søket svarte ikke. Prøv igjen om litt.');
  });
});
