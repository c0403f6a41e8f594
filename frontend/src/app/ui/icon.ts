import { Component, computed, input } from '@angular/core';
import { icons, type IconName } from './icons';

/** A drawn sign. It says nothing by itself: a word stands beside it, or its control has a name. */
@Component({
  selector: 'app-icon',
  template: `
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      @if (shape().fill; as fill) {
        <path [attr.d]="fill" class="fill" />
      }
      @if (shape().line; as line) {
        <path [attr.d]="line" class="line" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: 1em;
      height: 1em;
    }
    svg {
      width: 100%;
      height: 100%;
    }
    .fill {
      fill: currentcolor;
      fill-rule: evenodd;
    }
    .line {
      fill: none;
      stroke: currentcolor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly shape = computed((): { fill?: string; line?: string } => icons[this.name()]);
}
