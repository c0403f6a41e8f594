import { render } from '../../testing/render';
import { StackedBar } from './stacked-bar';

describe('StackedBar', () => {
  it('gives each part its share of the largest whole', async () => {
    const { nativeElement } = await render(StackedBar, {
      scale: 10,
      parts: [
        { kind: 'lacking', count: 3 },
        { kind: 'weak', count: 0 },
        { kind: 'followed-up', count: 2 },
      ],
    });
    const bar = nativeElement as HTMLElement;
    bar.style.width = '500px';
    const widths = [...bar.querySelectorAll('i')].map((part) => [part.className, part.getBoundingClientRect().width]);
    expect(widths).toEqual([
      ['lacking', 150],
      ['followed-up', 100],
    ]);
  });
});
