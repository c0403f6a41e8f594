import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '../platform/language/translate.pipe';

export type SkeletonShape = 'lines' | 'table' | 'bars' | 'form';

/** Keeps the place of what is being fetched, in its shape, and is seen only when it takes more than 200 ms. */
@Component({
  selector: 'app-skeleton',
  imports: [TranslatePipe],
  host: { '[class]': 'shape()' },
  template: `
    <span class="visually-hidden" role="status">{{ 'ui.loading' | t }}</span>
    @for (row of rowNumbers(); track row) {
      <div class="row" aria-hidden="true"><i></i><i></i><i></i></div>
    }
  `,
  styleUrl: './skeleton.scss',
})
export class Skeleton {
  readonly shape = input<SkeletonShape>('lines');
  readonly rows = input(4);
  protected readonly rowNumbers = computed(() => Array.from({ length: this.rows() }, (_, row) => row));
}
