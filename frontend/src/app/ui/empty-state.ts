import { Component, input } from '@angular/core';

/** Empty is a place to start: what belongs here, why it matters, and (projected) the button that makes the first one. */
@Component({
  selector: 'app-empty-state',
  template: `
    <p class="heading">{{ heading() }}</p>
    @if (text(); as text) {
      <p>{{ text }}</p>
    }
    <div class="button-row"><ng-content /></div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
      justify-items: start;
      padding: var(--space-5);
      border: 1px dashed var(--line-strong);
      border-radius: var(--radius);
    }
    .heading {
      font-weight: 650;
    }
    .button-row:empty {
      display: none;
    }
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
  readonly text = input<string>();
}
