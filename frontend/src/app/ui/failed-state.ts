import { Component, computed, inject, input, output } from '@angular/core';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { problemErrorOf } from '../platform/http/problem-error';
import { problemText } from '../platform/http/problem-text';
import { Icon } from './icon';

/** Says what went wrong and what was kept, and offers to try again. */
@Component({
  selector: 'app-failed-state',
  imports: [Icon, TranslatePipe],
  host: { role: 'alert' },
  template: `
    <p class="heading"><app-icon name="warning" /> {{ text() }}</p>
    @if (kept(); as kept) {
      <p>{{ kept }}</p>
    }
    @if (requestId(); as id) {
      <p class="small muted">{{ 'ui.request-id' | t: { id } }}</p>
    }
    <div class="button-row">
      @if (retryable()) {
        <button type="button" class="button" (click)="retry.emit()">{{ 'ui.retry' | t }}</button>
      }
      <ng-content />
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
      justify-items: start;
      padding: var(--space-4) var(--space-5);
      border-inline-start: 4px solid var(--weak-fill);
      background: var(--weak-ground);
      border-radius: var(--radius);
    }
    .heading {
      display: flex;
      gap: var(--space-2);
      align-items: baseline;
      font-weight: 650;
    }
  `,
})
export class FailedState {
  private readonly texts = inject(Texts);
  private readonly problem = computed(() => problemErrorOf(this.error()));

  readonly error = input.required<unknown>();
  readonly kept = input<string>();
  readonly retry = output();

  protected readonly text = computed(() => problemText(this.texts, this.problem()));
  protected readonly requestId = computed(() => this.problem().problem.requestId);
  protected readonly retryable = computed(() => ![403, 404].includes(this.problem().status));
}
