import { Component, computed, input } from '@angular/core';

export interface BarPart {
  /** Names the part's look: a verdict or a light. */
  readonly kind: string;
  readonly count: number;
  /** What the part is, in words, for the tooltip. */
  readonly label: string;
}

/**
 * Parts of a whole as lengths from a common zero. `scale` is the largest whole among the bars it is read with. The
 * numbers stand beside it as text, so the drawing itself is silent to screen readers.
 */
@Component({
  selector: 'app-stacked-bar',
  host: { 'aria-hidden': 'true' },
  template: `
    <svg preserveAspectRatio="none" [attr.viewBox]="'0 0 ' + scale() + ' 1'">
      <defs>
        <!-- Hatching keeps the parts apart on grey paper. -->
      </defs>
      @for (part of drawn(); track part.kind) {
        <rect [attr.x]="part.from" y="0" [attr.width]="part.count" height="1" [class]="part.kind">
          <title>{{ part.label }}: {{ part.count }}</title>
        </rect>
      }
    </svg>
  `,
  styleUrl: './stacked-bar.scss',
})
export class StackedBar {
  readonly parts = input.required<readonly BarPart[]>();
  readonly scale = input.required<number>();

  protected readonly drawn = computed(() => {
    let from = 0;
    return this.parts()
      .filter(({ count }) => count > 0)
      .map((part) => ({ ...part, from: (from += part.count) - part.count }));
  });
}
