import { Component, computed, input } from '@angular/core';
import type { TrafficLight, Verdict } from '#shared';

export interface BarPart {
  /** Gives the part its look; the word stands with the number beside the bar. */
  readonly kind: Verdict | TrafficLight | 'none';
  readonly count: number;
}

/**
 * Parts of a whole as lengths from a common zero. `scale` is the largest whole among the bars it is read together with.
 * The numbers stand beside it as text, so the drawing itself is silent to screen readers.
 */
@Component({
  selector: 'app-stacked-bar',
  host: { 'aria-hidden': 'true' },
  template: `
    @for (part of drawn(); track part.kind) {
      <i [class]="part.kind" [style.flex-grow]="part.count"></i>
    }
    <b [style.flex-grow]="rest()"></b>
  `,
  styleUrl: './stacked-bar.scss',
})
export class StackedBar {
  readonly parts = input.required<readonly BarPart[]>();
  readonly scale = input.required<number>();

  protected readonly drawn = computed(() => this.parts().filter(({ count }) => count > 0));
  protected readonly rest = computed(() =>
    Math.max(0, this.scale() - this.drawn().reduce((sum, { count }) => sum + count, 0)),
  );
}
