import { Component, inject } from '@angular/core';
import { Modal } from '../../ui/modal';
import { TranslatePipe } from '../language/translate.pipe';
import { Shortcuts } from '../shortcuts';

/** Shows the keys, and lets them be switched off. */
@Component({
  selector: 'app-shortcuts-dialog',
  imports: [Modal, TranslatePipe],
  template: `
    <dialog appModal aria-labelledby="shortcuts-heading" (dismissed)="shortcuts.showHelp(false)">
      <h2 id="shortcuts-heading">{{ 'shell.shortcuts.title' | t }}</h2>
      <dl>
        @for (shortcut of all; track shortcut.text) {
          <div>
            <dt>
              @for (key of shortcut.keys; track $index) {
                <kbd>{{ key }}</kbd>
              }
            </dt>
            <dd>{{ shortcut.text | t }}</dd>
          </div>
        }
      </dl>
      <label class="switch">
        <input #on type="checkbox" [checked]="shortcuts.enabled()" (change)="shortcuts.switch(on.checked)" />
        {{ 'shell.shortcuts.enabled' | t }}
      </label>
      <button type="button" class="button" (click)="shortcuts.showHelp(false)">{{ 'ui.close' | t }}</button>
    </dialog>
  `,
  styles: `
    dialog[open] {
      display: grid;
      gap: var(--space-4);
      justify-items: start;
    }
    dl {
      display: grid;
      gap: var(--space-2);
    }
    dl div {
      display: grid;
      grid-template-columns: 72px 1fr;
      align-items: baseline;
    }
    dt {
      display: flex;
      gap: var(--space-1);
    }
    dd {
      margin: 0;
    }
    kbd {
      min-width: 24px;
      padding: 0 6px;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      font-family: var(--font-code);
      font-size: var(--text-small);
      text-align: center;
    }
    .switch {
      display: flex;
      gap: var(--space-2);
      align-items: center;
    }
  `,
})
export class ShortcutsDialog {
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly all = [
    { keys: ['/'], text: 'shell.shortcuts.search' },
    { keys: ['g', 'o'], text: 'shell.shortcuts.overview' },
    { keys: ['g', 'l'], text: 'shell.shortcuts.plan' },
    { keys: ['g', 'p'], text: 'shell.shortcuts.projects' },
    { keys: ['n'], text: 'shell.shortcuts.new' },
    { keys: ['?'], text: 'shell.shortcuts.help' },
  ] as const;
}
