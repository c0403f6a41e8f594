import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { type DecisionLevel, isElected } from '#shared';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { DateInput } from '../../ui/date-input';
import { Control, Field } from '../../ui/field';
import type { DecisionDraft } from './exception-draft';

/** Elected bodies that a municipality has one of. */
const onlyOnes = ['executive-committee', 'municipal-council'] as const;

/** Who decided, when, and in which case. A person decides herself; an elected body is named. */
@Component({
  selector: 'app-decision-fields',
  imports: [Control, DateInput, Field, FormField, TranslatePipe],
  template: `
    @if (levels().length > 0) {
      <app-field [label]="'strategy-page.exceptions.field.level' | t" [control]="entry().level">
        <select appControl [formField]="entry().level" (change)="nameBody()">
          <option value="">{{ 'strategy-page.choose' | t }}</option>
          @for (level of levels(); track level) {
            <option [value]="level">{{ 'strategy-page.level.' + level | t }}</option>
          }
        </select>
      </app-field>
    }
    @if (elected()) {
      <app-field [label]="'strategy-page.exceptions.field.body' | t" [control]="entry().decidedBy">
        <input appControl autocomplete="off" [formField]="entry().decidedBy" />
      </app-field>
    }
    <div class="beside">
      <app-field
        [label]="'strategy-page.exceptions.field.decided-on' | t"
        [hint]="'strategy-page.exceptions.field.decided-on-hint' | t"
        [control]="entry().decidedOn"
      >
        <app-date-input [formField]="entry().decidedOn" />
      </app-field>
      <app-field
        [label]="'strategy-page.exceptions.field.case-number' | t"
        [hint]="'strategy-page.exceptions.field.case-number-hint' | t"
        [control]="entry().caseNumber"
      >
        <input appControl autocomplete="off" [formField]="entry().caseNumber" />
      </app-field>
    </div>
  `,
  styleUrl: './dialog-fields.scss',
})
export class DecisionFields {
  private readonly texts = inject(Texts);

  readonly entry = input.required<FieldTree<DecisionDraft>>();
  /** The levels to choose from; none where the level stands. */
  readonly levels = input.required<readonly DecisionLevel[]>();

  protected readonly elected = computed(() => {
    const level = this.entry().level().value();
    return level !== '' && isElected(level);
  });

  /** A body that there is only one of is named with its level, unless another name is written. */
  protected nameBody(): void {
    const { level, decidedBy } = this.entry();
    const named = decidedBy().value();
    if (named === '' || onlyOnes.some((one) => this.bodyAt(one) === named))
      decidedBy().value.set(this.bodyAt(level().value()));
  }

  private bodyAt(level: DecisionLevel | ''): string {
    const body = onlyOnes.find((one) => one === level);
    return body ? this.texts.text('strategy-page.body.' + body) : '';
  }
}
