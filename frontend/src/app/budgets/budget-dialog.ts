import { Component, input, output } from '@angular/core';
import type { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Modal } from '../ui/modal';

/** A field that reads otherwise here than where it is stored. */
export interface Differing {
  readonly name: string;
  readonly yours: string;
  readonly theirs: string;
}

/** Around the fields of a write: its heading, why it was refused, the comparison when somebody was first, its buttons. */
@Component({
  selector: 'app-budget-dialog',
  imports: [Modal, TranslatePipe],
  template: `
    <dialog appModal aria-labelledby="budget-dialog-heading" (dismissed)="dismissed.emit()">
      <form class="form" novalidate (submit)="$event.preventDefault(); save.emit()">
        <h2 id="budget-dialog-heading">{{ heading() }}</h2>
        @if (refusal(); as refusal) {
          <p class="refusal" role="alert">{{ refusal }}</p>
        }
        @if (differing(); as rows) {
          @if (rows.length === 0) {
            <p>{{ 'budgets.compare.elsewhere' | t }}</p>
          } @else {
            <table class="table">
              <caption>
                {{
                  'budgets.compare.heading' | t
                }}
              </caption>
              <thead>
                <tr>
                  <td></td>
                  <th scope="col">{{ 'budgets.compare.yours' | t }}</th>
                  <th scope="col">{{ 'budgets.compare.theirs' | t }}</th>
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
            {{ differing() ? ('budgets.save-mine' | t) : submitText() }}
          </button>
          <button type="button" class="button" (click)="dismissed.emit()">{{ 'ui.cancel' | t }}</button>
          @if (removable()) {
            <button type="button" class="button button-danger" (click)="remove.emit()">
              {{ 'budgets.remove' | t }}
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
export class BudgetDialog {
  readonly heading = input.required<string>();
  /** What the button that saves says. */
  readonly submitText = input.required<string>();
  readonly saving = input(false);
  readonly refusal = input<string | null>(null);
  /** Null until somebody else turns out to have been first. */
  readonly differing = input<readonly Differing[] | null>(null);
  /** There is something stored that can be taken away. */
  readonly removable = input(false);
  readonly save = output();
  readonly remove = output();
  readonly dismissed = output();
}

/** The rows where the two differ, each named by its message key. */
export function differingOf(rows: [string, string | null, string | null][], texts: Texts): Differing[] {
  return rows
    .filter(([, yours, theirs]) => (yours ?? '') !== (theirs ?? ''))
    .map(([key, yours, theirs]) => ({ name: texts.text(key), yours: yours || '–', theirs: theirs || '–' }));
}
