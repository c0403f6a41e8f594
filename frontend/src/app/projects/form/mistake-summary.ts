import { afterRenderEffect, Component, computed, ElementRef, inject, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { errorCode } from '../../ui/field';
import { type DraftField, draftLabels, type ProjectDraft } from './project-draft';

/** What must be put right before the form can be sent, each a way to its field. */
@Component({
  selector: 'app-mistake-summary',
  imports: [TranslatePipe],
  host: { tabindex: '-1', role: 'alert', '[hidden]': 'mistakes().length === 0 && !refusal()' },
  template: `
    @if (refusal(); as refusal) {
      <p class="heading">{{ refusal }}</p>
    }
    @if (mistakes().length > 0) {
      <p class="heading">{{ 'projects.form.mistakes' | t: { count: mistakes().length } }}</p>
      <ul>
        @for (mistake of mistakes(); track mistake.field) {
          <li>
            <button type="button" (click)="entry()[mistake.field]().focusBoundControl()">{{ mistake.label }}</button>:
            {{ mistake.text }}
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
      padding: var(--space-4);
      border-inline-start: 4px solid var(--lacking-fill);
      border-radius: var(--radius);
      background: var(--lacking-ground);
    }
    :host([hidden]) {
      display: none;
    }
    .heading {
      font-weight: 650;
    }
    ul {
      padding-inline-start: var(--space-5);
    }
    button {
      padding: 0;
      border: 0;
      background: none;
      color: var(--accent);
      font: inherit;
      text-decoration: underline;
      cursor: pointer;
    }
  `,
})
export class MistakeSummary {
  private readonly texts = inject(Texts);

  readonly entry = input.required<FieldTree<ProjectDraft>>();
  /** How often sending was tried in vain; each time the summary takes the focus. */
  readonly tries = input.required<number>();
  /** What is wrong with the whole, in words. */
  readonly refusal = input<string | null>(null);

  protected readonly mistakes = computed(() =>
    (Object.keys(draftLabels) as DraftField[]).flatMap((field) => {
      const [error] = this.entry()[field]().errors();
      if (!error) return [];
      const key = `field.${errorCode(error)}`;
      return [
        {
          field,
          label: this.texts.text(draftLabels[field]),
          text: this.texts.text(this.texts.has(key) ? key : 'field.invalid'),
        },
      ];
    }),
  );

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterRenderEffect(() => {
      if (this.tries() > 0) host.focus();
    });
  }
}
