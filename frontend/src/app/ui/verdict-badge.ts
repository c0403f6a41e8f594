import { booleanAttribute, Component, input } from '@angular/core';
import type { Verdict } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Icon } from './icon';

/**
 * A verdict as sign, word and colour. With `count` it is a number of them; with `plain` it has no ground of
 * its own; with `quiet` the word is for screen readers only, where words beside it say the same.
 */
@Component({
  selector: 'app-verdict-badge',
  imports: [Icon, TranslatePipe],
  host: { '[class]': 'verdict()', '[class.plain]': 'plain()' },
  template: `
    <app-icon [name]="verdict()" />
    @if (count() !== undefined) {
      <span class="figures">{{ count() }}</span>&ngsp;
    }
    <span [class.visually-hidden]="quiet()">{{ 'words.verdict.' + verdict() | t }}</span>
  `,
  styleUrl: './verdict-badge.scss',
})
export class VerdictBadge {
  readonly verdict = input.required<Verdict>();
  readonly count = input<number>();
  readonly plain = input(false, { transform: booleanAttribute });
  readonly quiet = input(false, { transform: booleanAttribute });
}
