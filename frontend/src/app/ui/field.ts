import { booleanAttribute, Component, computed, Directive, inject, input } from '@angular/core';
import type { FieldTree, ValidationError } from '@angular/forms/signals';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';

let fields = 0;

/** The code of an error: the contract's own, or the kind of a built-in check. The interface has a sentence for each. */
export function errorCode(error: ValidationError): string {
  const issue = 'issue' in error ? (error.issue as { message: string }) : undefined;
  return error.message ?? issue?.message ?? error.kind;
}

/**
 * A label, a control (projected, marked `appControl`), a hint and what is wrong, tied together for everybody.
 * `control` is the form's field; its errors show once the field has been left or the form sent.
 */
@Component({
  selector: 'app-field',
  imports: [TranslatePipe],
  template: `
    <label [for]="id">
      {{ label() }}
      @if (optional()) {
        <span class="muted">({{ 'ui.optional' | t }})</span>
      }
    </label>
    @if (hint(); as hint) {
      <p class="hint" [id]="id + '-hint'">{{ hint }}</p>
    }
    <ng-content />
    <div [id]="id + '-error'" aria-live="polite">
      @if (error(); as error) {
        <p class="error">{{ error }}</p>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-1);
      align-content: start;
    }
    label {
      font-weight: 550;
      span {
        font-weight: 400;
      }
    }
    .hint {
      font-size: var(--text-small);
      color: var(--ink-muted);
    }
    .error {
      font-size: var(--text-small);
      font-weight: 550;
      color: var(--error-ink);
    }
  `,
})
export class Field {
  private readonly texts = inject(Texts);

  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly optional = input(false, { transform: booleanAttribute });
  readonly control = input<FieldTree<unknown>>();
  /** A code from elsewhere than the form, where there is no `control`. */
  readonly code = input<string | null>();

  readonly id = `field-${++fields}`;
  readonly error = computed(() => {
    const code = this.code() ?? this.codeOfControl();
    if (!code) return null;
    return this.texts.text(this.texts.has(`field.${code}`) ? `field.${code}` : 'field.invalid');
  });
  readonly describedBy = computed(
    () => [this.hint() && `${this.id}-hint`, this.error() && `${this.id}-error`].filter(Boolean).join(' ') || null,
  );

  private codeOfControl(): string | null {
    const state = this.control()?.();
    const [error] = state?.touched() ? state.errors() : [];
    return error ? errorCode(error) : null;
  }
}

/** Ties a native control to the `app-field` around it. */
@Directive({
  selector: 'input[appControl], select[appControl], textarea[appControl]',
  host: {
    class: 'input',
    '[id]': 'id',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.error() ? true : null',
  },
})
export class Control {
  protected readonly field = inject(Field);
  protected readonly id = this.field.id;
}
