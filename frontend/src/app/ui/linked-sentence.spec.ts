import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render } from '../../testing/render';
import { allByRole, textOf } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { LinkedSentence } from './linked-sentence';

const followUp = {
  nb: () => import('../follow-up/messages/nb.json'),
  nn: () => import('../follow-up/messages/nn.json'),
  en: () => import('../follow-up/messages/en.json'),
};

describe('LinkedSentence', () => {
  it('makes links of the tags, without adding or losing a space', async () => {
    TestBed.configureTestingModule({ providers: [provideTexts({ 'follow-up': followUp }), provideRouter([])] });
    const { nativeElement } = await render(LinkedSentence, {
      key: 'follow-up.overview.answer',
      values: { lacking: 23, total: 71, change: 'more', difference: 4, period: '2. tertial 2026' },
      links: {
        lacking: { link: ['/planen', 'langtidsplan-2018'], query: { verdict: 'lacking' } },
        all: { link: ['/planen', 'langtidsplan-2018'] },
      },
    });
    expect((nativeElement as Element).textContent).toBe(
      '23 av 71 strategier mangler oppfølging, 4 flere enn ved 2. tertial 2026.',
    );
    expect(allByRole('link').map((link) => [textOf(link), link.getAttribute('href')])).toEqual([
      ['23', '/planen/langtidsplan-2018?verdict=lacking'],
      ['71', '/planen/langtidsplan-2018'],
    ]);
  });
});
