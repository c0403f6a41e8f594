import { Component, computed, input } from '@angular/core';
import { markedParts } from './word-search';

/** A text with the words that were searched for marked. */
@Component({
  selector: 'app-marked-text',
  template: `
    @for (part of parts(); track $index) {
      @if (part.found) {
        <mark>{{ part.text }}</mark>
      } @else {
        <span>{{ part.text }}</span>
      }
    }
  `,
  styles: `
    mark {
      background: var(--weak-ground);
      color: inherit;
      box-shadow: inset 0 -2px var(--weak-fill);
    }
  `,
})
export class MarkedText {
  readonly text = input.required<string>();
  readonly words = input<readonly string[]>([]);
  protected readonly parts = computed(() => markedParts(this.text(), this.words()));
}
