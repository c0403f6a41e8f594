import { Component, type ElementRef, model, output, viewChild } from '@angular/core';
import { type FormValueControl, transformedValue } from '@angular/forms/signals';
import { formatDate, type LocalDate, parseDate } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Control } from './field';
import { Icon } from './icon';

/** A date as Norwegians type it, `31.12.2026`, or chosen from the browser's calendar; null when empty. */
@Component({
  selector: 'app-date-input',
  imports: [Control, Icon, TranslatePipe],
  template: `
    <input
      #input
      appControl
      inputmode="numeric"
      autocomplete="off"
      placeholder="dd.mm.åååå"
      [value]="typed()"
      (input)="typed.set(input.value)"
      (blur)="tidy()"
    />
    <button type="button" class="button" [attr.aria-label]="'ui.choose-date' | t" (click)="calendar.showPicker()">
      <app-icon name="calendar" />
    </button>
    <input
      #calendar
      class="calendar"
      type="date"
      tabindex="-1"
      aria-hidden="true"
      [value]="value() ?? ''"
      (change)="choose(calendar.value)"
    />
  `,
  styles: `
    :host {
      position: relative;
      display: flex;
      gap: var(--space-1);
      max-width: 200px;
    }
    .button {
      padding-inline: var(--space-3);
    }
    .calendar {
      position: absolute;
      inset: auto 0 0 auto;
      width: 1px;
      height: 1px;
      padding: 0;
      border: 0;
      opacity: 0;
      pointer-events: none;
    }
  `,
})
export class DateInput implements FormValueControl<LocalDate | null> {
  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('input');

  readonly value = model<LocalDate | null>(null);
  readonly touch = output();

  protected readonly typed = transformedValue<LocalDate | null, string>(this.value, {
    parse: (text) => {
      if (text.trim() === '') return { value: null };
      const date = parseDate(text);
      return date ? { value: date } : { error: { kind: 'not-a-date' } };
    },
    format: (date) => (date ? formatDate(date) : ''),
  });

  focus(options?: FocusOptions): void {
    this.input().nativeElement.focus(options);
  }

  protected choose(date: string): void {
    this.typed.set(date ? formatDate(date) : '');
    this.touch.emit();
  }

  /** Writes the date out in full once the person has gone on. */
  protected tidy(): void {
    const date = this.value();
    if (this.typed.parseErrors().length === 0 && date) this.typed.set(formatDate(date));
    this.touch.emit();
  }
}
