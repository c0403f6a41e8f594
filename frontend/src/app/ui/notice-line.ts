import { Component, inject } from '@angular/core';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Icon } from './icon';
import { Notices, type Notice } from './notices';

/** Where notices show. The region is always there, so that what comes into it is read aloud. */
@Component({
  selector: 'app-notice-line',
  imports: [Icon, TranslatePipe],
  host: { role: 'status', class: 'screen-only' },
  template: `
    @if (notices.current(); as notice) {
      <div class="notice">
        <span>{{ notice.text }}</span>
        @if (notice.action; as action) {
          <button type="button" class="button" (click)="run(notice)">{{ action.label }}</button>
        }
        <button type="button" class="close" [attr.aria-label]="'ui.close' | t" (click)="notices.close()">
          <app-icon name="close" />
        </button>
      </div>
    }
  `,
  styles: `
    :host {
      position: fixed;
      inset-inline: 0;
      bottom: calc(var(--bottom-bar, 0px) + var(--space-4));
      z-index: 30;
      display: flex;
      justify-content: center;
      pointer-events: none;
    }
    .notice {
      display: flex;
      align-items: center;
      gap: var(--space-4);
      max-width: calc(100vw - 32px);
      padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
      border-radius: var(--radius);
      background: var(--ink);
      color: var(--paper);
      box-shadow: var(--shadow);
      pointer-events: auto;
    }
    .close {
      display: inline-flex;
      padding: var(--space-3);
      border: 0;
      background: none;
      color: inherit;
      cursor: pointer;
    }
    :focus-visible {
      outline-color: var(--paper);
    }
  `,
})
export class NoticeLine {
  protected readonly notices = inject(Notices);

  protected run({ action }: Notice): void {
    this.notices.close();
    action?.run();
  }
}
