import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { type FieldTree, form, FormField, validateTree } from '@angular/forms/signals';
import {
  ConfirmOperationalMeasure,
  formatDate,
  type LocalDate,
  type OperationalMeasureView,
  type StrategyPage,
} from '#shared';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { DateInput } from '../../ui/date-input';
import { Control, Field } from '../../ui/field';
import { mistakesOf } from '../../ui/form-mistakes';
import { RecordWrite } from '../../ui/record-write';
import { mistakesBy } from '../../ui/schema-mistakes';
import { type Differing, differingOf, WriteDialog } from '../../ui/write-dialog';
import { StrategyWriteClient } from './strategy-write-client';

interface ConfirmationDraft {
  confirmedOn: LocalDate | null;
  evidence: string;
}

/** Confirms that a driftstiltak is still carried out, and where that is documented now. It lasts a year. */
@Component({
  selector: 'app-confirm-operation-dialog',
  imports: [Control, DateInput, Field, FormField, TranslatePipe, WriteDialog],
  providers: [RecordWrite],
  template: `
    <app-write-dialog
      [heading]="'strategy-page.operational.confirm-heading' | t"
      [submitText]="'strategy-page.operational.confirm' | t"
      [saving]="entry().submitting()"
      [refusal]="write.refusal()"
      [differing]="differing()"
      [changed]="entry().dirty()"
      (save)="save()"
      (dismissed)="closed.emit(null)"
    >
      <p>
        {{
          'strategy-page.operational.confirm-explained'
            | t: { name: operation().name, unit: operation().unit, responsible: operation().responsible }
        }}
      </p>
      <app-field [label]="'strategy-page.operational.field.confirmed-on' | t" [control]="entry.confirmedOn">
        <app-date-input [formField]="entry.confirmedOn" />
      </app-field>
      <app-field
        [label]="'strategy-page.operational.field.evidence' | t"
        [hint]="'strategy-page.operational.field.evidence-hint' | t"
        [control]="entry.evidence"
      >
        <textarea appControl rows="2" [formField]="entry.evidence"></textarea>
      </app-field>
    </app-write-dialog>
  `,
})
export class ConfirmOperationDialog {
  private readonly client = inject(StrategyWriteClient);
  private readonly texts = inject(Texts);
  protected readonly write = inject<RecordWrite<StrategyPage>>(RecordWrite);

  readonly strategy = input.required<StrategyPage>();
  readonly operation = input.required<OperationalMeasureView>();
  /** The strategy as it has become; null when it was left as it is. */
  readonly closed = output<StrategyPage | null>();

  private readonly draft = linkedSignal((): ConfirmationDraft => ({
    confirmedOn: this.strategy().evaluatedOn,
    evidence: this.operation().evidence,
  }));
  protected readonly entry: FieldTree<ConfirmationDraft> = form(this.draft, (path) => {
    validateTree(path, ({ value }) =>
      mistakesOf(this.entry as FieldTree<unknown>, mistakesBy(ConfirmOperationalMeasure, { ...value() })),
    );
  });

  protected readonly differing = computed((): Differing[] | null => {
    const theirs = this.write.theirs();
    if (!theirs) return null;
    const stored = theirs.operationalMeasures.find(({ id }) => id === this.operation().id);
    if (!stored) return [];
    const { confirmedOn, evidence } = this.draft();
    return differingOf(
      [
        [
          'strategy-page.operational.field.confirmed-on',
          confirmedOn && formatDate(confirmedOn),
          stored.confirmedOn && formatDate(stored.confirmedOn),
        ],
        ['strategy-page.operational.field.evidence', evidence, stored.evidence],
      ],
      this.texts,
    );
  });

  /** What was typed would be lost by leaving the page. */
  hasUnsavedChanges(): boolean {
    return this.entry().dirty();
  }

  protected async save(): Promise<void> {
    const { plan, code, version: readAt } = this.strategy();
    const saved = await this.write.save(this.entry, readAt, (version, intent) =>
      this.client.confirmOperation(
        { plan: plan.slug, code, version },
        this.operation().id,
        ConfirmOperationalMeasure.parse(this.draft()),
        intent,
      ),
    );
    if (saved) this.closed.emit(saved);
  }
}
