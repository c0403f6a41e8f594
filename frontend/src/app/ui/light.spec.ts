import { TestBed } from '@angular/core/testing';
import { render } from '../../testing/render';
import { textOf } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { Light } from './light';

describe('Light', () => {
  for (const [light, nb, nn] of [
    ['green', 'Grønn', 'Grøn'],
    ['yellow', 'Gul', 'Gul'],
    ['red', 'Rød', 'Raud'],
    [null, 'Ikke rapportert', 'Ikkje rapportert'],
  ] as const) {
    it(`says ${nb} in bokmål`, async () => {
      TestBed.configureTestingModule({ providers: [provideTexts()] });
      const { nativeElement } = await render(Light, { light });
      expect(textOf(nativeElement as Element)).toBe(nb);
    });

    it(`says ${nn} in nynorsk`, async () => {
      TestBed.configureTestingModule({ providers: [provideTexts({}, 'nn')] });
      const { nativeElement } = await render(Light, { light });
      expect(textOf(nativeElement as Element)).toBe(nn);
    });
  }

  it('is a circle, a triangle or a square, never colour alone', async () => {
    TestBed.configureTestingModule({ providers: [provideTexts()] });
    const shapes = new Set<string | null>();
    for (const light of ['green', 'yellow', 'red']) {
      const { nativeElement } = await render(Light, { light });
      shapes.add((nativeElement as Element).querySelector('path')!.getAttribute('d'));
    }
    expect(shapes.size).toBe(3);
  });
});
