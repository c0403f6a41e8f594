import { TestBed } from '@angular/core/testing';
import type { Verdict } from '#shared';
import { render } from '../../testing/render';
import { textOf } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { VerdictBadge } from './verdict-badge';

describe('VerdictBadge', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideTexts()] }));

  const words: Record<Verdict, string> = {
    'followed-up': 'Ivaretatt',
    weak: 'Mangelfull',
    lacking: 'Mangler',
    excepted: 'Unntak',
    completed: 'Gjennomført',
    planned: 'Planlagt',
    'phasing-in': 'Innfasing',
  };

  for (const [verdict, word] of Object.entries(words))
    it(`says ${word} and draws its sign`, async () => {
      const { nativeElement } = await render(VerdictBadge, { verdict });
      expect(textOf(nativeElement as Element)).toBe(word);
      expect((nativeElement as Element).querySelectorAll('svg path').length).toBeGreaterThan(0);
    });

  it('has a sign of its own for each verdict', async () => {
    const signs = new Set<string>();
    for (const verdict of Object.keys(words)) {
      const { nativeElement } = await render(VerdictBadge, { verdict });
      signs.add([...(nativeElement as Element).querySelectorAll('path')].map((path) => path.getAttribute('d')).join());
    }
    expect(signs.size).toBe(Object.keys(words).length);
  });

  it('keeps the word for screen readers when it is quiet', async () => {
    const { nativeElement } = await render(VerdictBadge, { verdict: 'weak', quiet: true });
    expect(textOf((nativeElement as Element).querySelector('.visually-hidden'))).toBe('Mangelfull');
  });

  it('puts the number before the word', async () => {
    const { nativeElement } = await render(VerdictBadge, { verdict: 'lacking', count: 23 });
    expect(textOf(nativeElement as Element)).toBe('23 Mangler');
  });
});
