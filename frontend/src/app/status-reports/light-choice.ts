import { Component, computed, ElementRef, inject, input, model, output } from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import type { TrafficLight } from '#shared';
import { Texts } from '../platform/language/texts';
import { errorCode } from '../ui/field';
import { Light } from '../ui/light';

let choices = 0;

/** One of three lights, large enough for a thumb: ● Grønn ▲ Gul ■ Rød. What is projected stands under it and is read with it. */
@Component({
  selector: 'app-light-choice',
  imports: [Light],
  template: `
    <fieldset [attr.aria-describedby]="id + '-note'" [attr.aria-invalid]="error() ? true : null">
      <legend>
        {{ label() }}
        @if (last(); as last) {
          <span class="muted">({{ last }})</span>
        }
      </legend>
      <div class="lights">
        @for (light of lights; track light) {
          <label [class.chosen]="value() === light">
            <input
              type="radio"
              class="visually-hidden"
              [name]="id"
              [value]="light"
              [checked]="value() === light"
              (change)="value.set(light)"
              (blur)="touch.emit()"
            />
            <app-light [light]="light" />
          </label>
        }
      </div>
      <div class="note" [id]="id + '-note'">
        @if (error(); as error) {
          <p class="error" role="alert">{{ error }}</p>
        }
        <ng-content />
      </div>
    </fieldset>
  `,
  styleUrl: './light-choice.scss',
})
export class LightChoice implements FormValueControl<TrafficLight | null> {
  private readonly texts = inject(Texts);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly label = input.required<string>();
  /** What it was last time, in words: «sist: grønn». */
  readonly last = input<string | null>(null);
  readonly value = model<TrafficLight | null>(null);
  readonly touched = input(false);
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  readonly touch = output();

  protected readonly id = `light-${++choices}`;
  protected readonly lights = ['green', 'yellow', 'red'] as const;
  protected readonly error = computed(() => {
    const [error] = this.touched() ? this.errors() : [];
    return error ? this.texts.text('field.' + errorCode(error)) : null;
  });

  focus(options?: FocusOptions): void {
    this.host.querySelector<HTMLInputElement>('input:checked, input')?.focus(options);
  }
}
