import { Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { Dimension, LocalDate, TrafficLight } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { DateInput } from '../ui/date-input';
import { Control, Field } from '../ui/field';
import type { DeviationDraft } from './status-draft';

/** What a light that is not green must say: årsak, konsekvens, tiltak, ansvarlig, frist. */
@Component({
  selector: 'app-deviation-fields',
  imports: [Control, DateInput, Field, FormField, TranslatePipe],
  template: `
    <fieldset class="fieldset">
      <legend>
        {{ 'status-reports.deviation.heading' | t: { dimension: dimension(), light: light() } }}
        @if (repeated()) {
          <span class="small muted">{{ 'status-reports.deviation.repeated' | t }}</span>
        }
      </legend>
      @for (part of parts; track part) {
        <app-field [label]="'status-reports.deviation.' + part | t" [control]="fields()[part]">
          <textarea appControl rows="2" [formField]="fields()[part]"></textarea>
        </app-field>
      }
      <div class="who">
        <app-field [label]="'status-reports.deviation.responsible' | t" [control]="fields().responsible">
          <input appControl autocomplete="off" [formField]="fields().responsible" />
        </app-field>
        <app-field
          [label]="'status-reports.deviation.due' | t"
          [hint]="passed() ? ('status-reports.deviation.due-passed' | t) : undefined"
          [control]="fields().dueOn"
        >
          <app-date-input [formField]="fields().dueOn" />
        </app-field>
      </div>
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
      padding-inline-start: var(--space-4);
      border-inline-start: 4px solid var(--line-strong);
    }
    legend span {
      display: block;
      font-weight: 400;
    }
    textarea {
      min-height: 64px;
    }
    .who {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--space-3);
    }
    @media (width < 640px) {
      .who {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class DeviationFields {
  readonly dimension = input.required<Dimension>();
  readonly light = input.required<TrafficLight>();
  readonly fields = input.required<FieldTree<DeviationDraft>>();
  /** As it stood in the last report; null when the light was green then. */
  readonly before = input<DeviationDraft | null>(null);

  readonly today = input.required<LocalDate>();

  protected readonly parts = ['cause', 'consequence', 'action'] as const;
  protected readonly repeated = computed(() => {
    const before = this.before();
    const now = this.fields()().value();
    return before !== null && (Object.keys(now) as (keyof DeviationDraft)[]).every((key) => now[key] === before[key]);
  });
  protected readonly passed = computed(() => {
    const due = this.fields().dueOn().value();
    return due !== null && due < this.today();
  });
}
