import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { type FieldTree, form, FormField, validateTree } from '@angular/forms/signals';
import {
  ChangeOperationalMeasure,
  formatDate,
  type LocalDate,
  type OperationalMeasureView,
  RegisterOperationalMeasure,
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

interface OperationDraft {
  name: string;
  /** Code of a measure; empty: the whole strategy. */
  measure: string;
  unit: string;
  responsible: string;
  evidence: string;
  confirmedOn: LocalDate | null;
}

/** Registers follow-up in ordinary operations, or changes what is told of it. */
@Component({
  selector: 'app-operational-measure-dialog',
  imports: [Control, DateInput, Field, FormField, TranslatePipe, WriteDialog],
  providers: [RecordWrite],
  template: `
    <app-write-dialog
      [heading]="(operation() ? 'strategy-page.operational.change-heading' : 'strategy-page.operational.register') | t"
      [submitText]="(operation() ? 'strategy-page.operational.save' : 'strategy-page.operational.register') | t"
      [saving]="entry().submitting()"
      [refusal]="write.refusal()"
      [differing]="differing()"
      [changed]="entry().dirty()"
      (save)="save()"
      (dismissed)="closed.emit(null)"
    >
      <app-field
        [label]="'strategy-page.operational.field.name' | t"
        [hint]="'strategy-page.operational.field.name-hint' | t"
        [control]="entry.name"
      >
        <input appControl autocomplete="off" [formField]="entry.name" />
      </app-field>
      @if (strategy().measureList.length > 0) {
        <app-field [label]="'strategy-page.operational.field.measure' | t" [control]="entry.measure">
          <select appControl [formField]="entry.measure">
            <option value="">{{ 'strategy-page.operational.field.whole' | t }}</option>
            @for (measure of strategy().measureList; track measure.code) {
              <option [value]="measure.code">{{ measure.code }} {{ measure.text }}</option>
            }
          </select>
        </app-field>
      }
      <div class="beside">
        <app-field [label]="'strategy-page.operational.field.unit' | t" [control]="entry.unit">
          <input appControl autocomplete="off" [formField]="entry.unit" />
        </app-field>
        <app-field
          [label]="'strategy-page.operational.field.responsible' | t"
          [hint]="'strategy-page.operational.field.responsible-hint' | t"
          [control]="entry.responsible"
        >
          <input appControl autocomplete="off" [formField]="entry.responsible" />
        </app-field>
      </div>
      <app-field
        [label]="'strategy-page.operational.field.evidence' | t"
        [hint]="'strategy-page.operational.field.evidence-hint' | t"
        [control]="entry.evidence"
      >
        <textarea appControl rows="2" [formField]="entry.evidence"></textarea>
      </app-field>
      @if (!operation()) {
        <app-field
          [label]="'strategy-page.operational.field.confirmed-on' | t"
          [hint]="'strategy-page.operational.field.confirmed-on-hint' | t"
          optional
          [control]="entry.confirmedOn"
        >
          <app-date-input [formField]="entry.confirmedOn" />
        </app-field>
      }
    </app-write-dialog>
  `,
  styleUrl: './dialog-fields.scss',
})
export class OperationalMeasureDialog {
  private readonly client = inject(StrategyWriteClient);
  private readonly texts = inject(Texts);
  protected readonly write = inject<RecordWrite<StrategyPage>>(RecordWrite);

  readonly strategy = input.required<StrategyPage>();
  /** The one to change; null for a new one. */
  readonly operation = input<OperationalMeasureView | null>(null);
  /** Code of the measure a new one is for; null: the whole strategy. */
  readonly measure = input<string | null>(null);
  /** The strategy as it has become; null when it was left as it is. */
  readonly closed = output<StrategyPage | null>();

  private readonly draft = linkedSignal((): OperationDraft => {
    const { name = '', unit = '', responsible = '', evidence = '', confirmedOn = null } = this.operation() ?? {};
    const measure = (this.operation() ? this.operation()!.measure : this.measure()) ?? '';
    return { name, measure, unit, responsible, evidence, confirmedOn };
  });
  private readonly asSent = computed(() => {
    const { measure, confirmedOn, ...told } = this.draft();
    const what = { ...told, measure: measure || null };
    return this.operation() ? what : { ...what, confirmedOn };
  });
  protected readonly entry: FieldTree<OperationDraft> = form(this.draft, (path) => {
    validateTree(path, () => {
      const contract = this.operation() ? ChangeOperationalMeasure : RegisterOperationalMeasure;
      return mistakesOf(this.entry, mistakesBy(contract, this.asSent()));
    });
  });

  protected readonly differing = computed((): Differing[] | null => {
    const theirs = this.write.theirs();
    if (!theirs) return null;
    const stored = theirs.operationalMeasures.find(({ id }) => id === this.operation()?.id);
    if (!stored) return [];
    const mine = this.draft();
    return differingOf(
      [
        ['strategy-page.operational.field.name', mine.name, stored.name],
        ['strategy-page.operational.field.measure', mine.measure, stored.measure],
        ['strategy-page.operational.field.unit', mine.unit, stored.unit],
        ['strategy-page.operational.field.responsible', mine.responsible, stored.responsible],
        ['strategy-page.operational.field.evidence', mine.evidence, stored.evidence],
        [
          'strategy-page.operational.field.confirmed-on',
          mine.confirmedOn && formatDate(mine.confirmedOn),
          stored.confirmedOn && formatDate(stored.confirmedOn),
        ],
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
    const operation = this.operation();
    const saved = await this.write.save(this.entry, readAt, (version, intent) => {
      const on = { plan: plan.slug, code, version };
      return operation
        ? this.client.changeOperation(on, operation.id, ChangeOperationalMeasure.parse(this.asSent()), intent)
        : this.client.registerOperation(on, RegisterOperationalMeasure.parse(this.asSent()), intent);
    });
    if (saved) this.closed.emit(saved);
  }
}
