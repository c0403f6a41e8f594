import { Component, computed, input, output } from '@angular/core';
import { TranslatePipe } from '../platform/language/translate.pipe';

export const pageSizes: readonly number[] = [50, 100, 200];

/** Which part of the list is shown, and the way to the rest. */
@Component({
  selector: 'app-list-pager',
  imports: [TranslatePipe],
  template: `
    <nav class="screen-only" [attr.aria-label]="'ui.pager.label' | t">
      <button
        type="button"
        class="button"
        [attr.aria-disabled]="page() === 1"
        (click)="page() > 1 && paged.emit(page() - 1)"
      >
        {{ 'ui.pager.previous' | t }}
      </button>
      <span class="figures">{{ 'ui.pager.page' | t: { page: page(), pages: pages() } }}</span>
      <button
        type="button"
        class="button"
        [attr.aria-disabled]="page() >= pages()"
        (click)="page() < pages() && paged.emit(page() + 1)"
      >
        {{ 'ui.pager.next' | t }}
      </button>
      <label class="small">
        {{ 'ui.pager.size' | t }}
        <select #rows class="input" (change)="sized.emit(+rows.value)">
          @for (option of sizes; track option) {
            <option [value]="option" [selected]="option === size()">{{ option }}</option>
          }
        </select>
      </label>
    </nav>
  `,
  styles: `
    nav,
    label {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3);
      align-items: center;
    }
    label {
      margin-inline-start: auto;
    }
    select {
      width: auto;
    }
  `,
})
export class ListPager {
  readonly total = input.required<number>();
  readonly page = input.required<number>();
  readonly size = input.required<number>();
  readonly paged = output<number>();
  readonly sized = output<number>();

  protected readonly sizes = pageSizes;
  protected readonly pages = computed(() => Math.max(1, Math.ceil(this.total() / this.size())));
}
