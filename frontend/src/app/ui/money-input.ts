import { Component, type ElementRef, model, output, viewChild } from '@angular/core';
import { type FormValueControl, transformedValue } from '@angular/forms/signals';
import { formatKroner, type Ore, parseKroner } from '#shared';
import { Control } from './field';

/** Kroner as Norwegians type them; whole øre in the form, null when empty. A doubtful amount is refused with its reason. */
@Component({
  selector: 'app-money-input',
  imports: [Control],
  template: `
    <input
      #input
      appControl
      class="number"
      inputmode="decimal"
      autocomplete="off"
      [value]="typed()"
      (input)="typed.set(input.value)"
      (blur)="tidy()"
    />
    <span aria-hidden="true">kr</span>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      max-width: 240px;
    }
    span {
      color: var(--ink-muted);
    }
  `,
})
export class MoneyInput implements FormValueControl<Ore | null> {
  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('input');

  readonly value = model<Ore | null>(null);
  readonly touch = output();

  protected readonly typed = transformedValue<Ore | null, string>(this.value, {
    parse: (text) => {
      if (text.trim() === '') return { value: null };
      const read = parseKroner(text);
      return 'ore' in read ? { value: read.ore } : { error: { kind: read.mistake } };
    },
    format: (ore) => (ore === null ? '' : formatKroner(ore)),
  });

  focus(options?: FocusOptions): void {
    this.input().nativeElement.focus(options);
  }

  /** Groups the digits once the person has gone on. */
  protected tidy(): void {
    const ore = this.value();
    if (this.typed.parseErrors().length === 0 && ore !== null) this.typed.set(formatKroner(ore));
    this.touch.emit();
  }
}
