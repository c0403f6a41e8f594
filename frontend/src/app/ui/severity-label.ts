import { Component, input } from '@angular/core';
import type { Severity } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Icon } from './icon';

/** Kritisk, Vesentlig or Merknad, with its sign. */
@Component({
  selector: 'app-severity',
  imports: [Icon, TranslatePipe],
  host: { '[class]': 'severity()' },
  template: `<app-icon [name]="severity()" /><span>{{ 'words.severity.' + severity() | t }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      font-size: var(--text-small);
      font-weight: 550;
      white-space: nowrap;
    }
    :host(.critical) {
      color: var(--lacking-ink);
    }
    :host(.material) {
      color: var(--weak-ink);
    }
    :host(.note) {
      color: var(--ink-muted);
    }
  `,
})
export class SeverityLabel {
  readonly severity = input.required<Severity>();
}
