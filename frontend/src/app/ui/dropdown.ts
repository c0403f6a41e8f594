import { Component, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icons';

let dropdowns = 0;

/**
 * A chip that opens a small panel under it (projected). The browser's own popover closes it on Escape or a click outside,
 * gives the focus back, and tells screen readers whether it is open.
 */
@Component({
  selector: 'app-dropdown',
  imports: [Icon],
  template: `
    <button type="button" class="chip" [class.chosen]="chosen() > 0" [attr.popovertarget]="id">
      @if (icon(); as icon) {
        <app-icon [name]="icon" />
      }
      {{ label() }}
      @if (chosen() > 0) {
        <span class="figures">({{ chosen() }})</span>
      }
      <app-icon class="open" name="open" />
    </button>
    <div popover class="panel" [id]="id"><ng-content /></div>
  `,
  styles: `
    .chosen {
      border-color: var(--accent);
      background: var(--accent-ground);
    }
    .open {
      font-size: 10px;
    }
    .panel {
      width: max-content;
      max-width: min(400px, calc(100vw - 32px));
      max-height: min(480px, 80vh);
      overflow: auto;
      padding: var(--space-4);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      background: var(--paper-raised);
      color: var(--ink);
      box-shadow: var(--shadow);
    }
    @supports (position-area: block-end) {
      .panel {
        inset: auto;
        margin: var(--space-1) 0;
        position-area: block-end span-inline-end;
        position-try-fallbacks: flip-inline, flip-block;
      }
    }
  `,
})
export class Dropdown {
  readonly label = input.required<string>();
  /** How many are chosen in the panel. */
  readonly chosen = input(0);
  readonly icon = input<IconName>();

  protected readonly id = `dropdown-${++dropdowns}`;
}
