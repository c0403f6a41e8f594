import { Component, inject } from '@angular/core';
import { Confirm } from './confirm';
import { Modal } from './modal';

@Component({
  selector: 'app-confirm-dialog',
  imports: [Modal],
  template: `
    @if (confirm.question(); as question) {
      <dialog appModal role="alertdialog" aria-labelledby="confirm-heading" (dismissed)="question.answer(false)">
        <h2 id="confirm-heading">{{ question.heading }}</h2>
        @if (question.text) {
          <p>{{ question.text }}</p>
        }
        <div class="button-row">
          <button type="button" class="button" (click)="question.answer(false)">{{ question.cancel }}</button>
          <button
            type="button"
            class="button"
            [class.button-danger]="question.danger"
            [class.button-primary]="!question.danger"
            (click)="question.answer(true)"
          >
            {{ question.confirm }}
          </button>
        </div>
      </dialog>
    }
  `,
  styles: `
    dialog[open] {
      display: grid;
      gap: var(--space-4);
    }
  `,
})
export class ConfirmDialog {
  protected readonly confirm = inject(Confirm);
}
