import { booleanAttribute, Component, input } from '@angular/core';
import type { TrafficLight } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Icon } from './icon';

/**
 * A light as sign, word and colour: ● grønn, ▲ gul, ■ rød; null is «ikke rapportert». With `quiet` the word is for
 * screen readers only, where the sign stands in a column that says what it is; with `count` it is a number of projects.
 */
@Component({
  selector: 'app-light',
  imports: [Icon, TranslatePipe],
  host: { '[class]': 'light() ?? "none"' },
  template: `
    <app-icon [name]="light() ?? 'none'" />
    @if (count() !== undefined) {
      <span class="figures">{{ count() }}</span>&ngsp;
    }
    <span class="word" [class.visually-hidden]="quiet()">{{ 'words.light.' + (light() ?? 'none') | t }}</span>&ngsp;
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      white-space: nowrap;
    }
    .word,
    .figures {
      color: var(--ink);
    }
    :host(.green) {
      color: light-dark(#2c8049, #6fc389);
    }
    :host(.yellow) {
      color: light-dark(#b57a00, #e8b04a);
    }
    :host(.red) {
      color: light-dark(#b3261e, #f08479);
    }
    :host(.none) {
      color: var(--ink-muted);
    }
  `,
})
export class Light {
  readonly light = input.required<TrafficLight | null>();
  readonly quiet = input(false, { transform: booleanAttribute });
  readonly count = input<number>();
}
