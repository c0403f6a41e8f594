import { booleanAttribute, Component, inject, input, output } from '@angular/core';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Confirm } from './confirm';
import { Modal } from './modal';

/** A field that reads otherwise here than where it is stored. */
export interface Differing {
  readonly name: string;
  readonly yours: string;
  readonly theirs: string;
}

/** Around the fields of a write: its heading, why it was refused, the comparison when somebody was first, its buttons. */
@Component({
  selector: 'app-write-dialog',
  imports: [Modal, TranslatePipe],
  template: `
    <dialog appModal aria-labelledby="write-dialog-heading" (dismissed)="dismiss()">
      <form class="form" novalidate (submit)="$event.preventDefault(); save.emit()">
        <h2 id="write-dialog-heading">{{ heading() }}</h2>
        @if (refusal(); as refusal) {
          <p class="refusal" role="alert">{{ refusal }}</p>
        }
        @if (differing(); as rows) {
          @if (rows.length === 0) {
            <p>{{ 'ui.write.elsewhere' | t }}</p>
          } @else {
            <table class="table">
              <caption>
                {{
                  'ui.write.heading' | t
                }}
              </caption>
              <thead>
                <tr>
                  <td></td>
                  <th scope="col">{{ 'ui.write.yours' | t }}</th>
                  <th scope="col">{{ 'ui.write.theirs' | t }}</th>
                </tr>
              </thead>
              <tbody>
                @for (row of rows; track row.name) {
                  <tr>
                    <th scope="row">{{ row.name }}</th>
                    <td>{{ row.yours }}</td>
                    <td>{{ row.theirs }}</td>
                  </tr>
                }
              </tbody>
            </table>
          }
        }
        <ng-content />
        <div class="button-row">
          <button type="submit" class="button button-primary" [attr.aria-disabled]="saving() || null">
            {{ differing() ? ('ui.write.save-mine' | t) : submitText() }}
          </button>
          <button type="button" class="button" (click)="dismiss()">{{ 'ui.cancel' | t }}</button>
          @if (removable()) {
            <button type="button" class="button button-danger" (click)="remove.emit()">
              {{ removeText() ?? ('ui.write.remove' | t) }}
            </button>
          }
        </div>
      </form>
    </dialog>
  `,
  styles: `
    dialog {
      width: min(560px, calc(100vw - 32px));
    }
    .button-danger {
      margin-inline-start: auto;
    }
    .refusal {
      padding: var(--space-3) var(--space-4);
      border-inline-start: 4px solid var(--lacking-fill);
      border-radius: var(--radius);
      background: var(--lacking-ground);
    }
  `,
})
export class WriteDialog {
  private readonly texts = inject(Texts);
  private readonly confirm = inject(Confirm);

  readonly heading = input.required<string>();
  /** What the button that saves says. */
  readonly submitText = input.required<string>();
  readonly saving = input(false);
  readonly refusal = input<string | null>(null);
  /** Null until somebody else turns out to have been first. */
  readonly differing = input<readonly Differing[] | null>(null);
  /** There is something stored that can be taken away. */
  readonly removable = input(false);
  /** What the button that takes it away says, where *Fjern* does not do. */
  readonly removeText = input<string>();
  /** Something typed would be lost by closing. */
  readonly changed = input(false, { transform: booleanAttribute });
  readonly save = output();
  readonly remove = output();
  readonly dismissed = output();

  /** Asks before what was typed is thrown away. */
  protected async dismiss(): Promise<void> {
    const asked = {
      heading: this.texts.text('ui.write.discard.heading'),
      text: this.texts.text('ui.unsaved.text'),
      confirm: this.texts.text('ui.unsaved.leave'),
      cancel: this.texts.text('ui.write.discard.stay'),
      danger: true,
    };
    if (!this.changed() || (await this.confirm.ask(asked))) this.dismissed.emit();
  }
}

/** The rows where the two differ, each named by its message key. */
export function differingOf(rows: [string, string | null, string | null][], texts: Texts): Differing[] {
  return rows
    .filter(([, yours, theirs]) => (yours ?? '') !== (theirs ?? ''))
    .map(([key, yours, theirs]) => ({ name: texts.text(key), yours: yours || '–', theirs: theirs || '–' }));
}
