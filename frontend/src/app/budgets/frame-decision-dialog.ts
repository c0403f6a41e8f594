import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { type FieldTree, form, FormField, validateTree } from '@angular/forms/signals';
import { DecideFrame, formatDate, formatKroner, type LocalDate, type Ore, type ProjectBudget } from '#shared';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { DateInput } from '../ui/date-input';
import { Control, Field } from '../ui/field';
import { mistakesOf } from '../ui/form-mistakes';
import { MoneyInput } from '../ui/money-input';
import { BudgetClient } from './budget-client';
import { type Differing, differingOf, WriteDialog } from '../ui/write-dialog';
import { RecordWrite } from '../ui/record-write';
import { mistakesBy } from '../ui/schema-mistakes';

export type FrameDecision = ProjectBudget['decisions'][number];

interface FrameDraft {
  decidedOn: LocalDate | null;
  decidedBy: string;
  caseNumber: string;
  amountOre: Ore | null;
  reason: string;
}

/** Registers a decision on the frame, or puts a mistyped one right. */
@Component({
  selector: 'app-frame-decision-dialog',
  imports: [Control, DateInput, Field, FormField, MoneyInput, TranslatePipe, WriteDialog],
  providers: [RecordWrite],
  template: `
    <app-write-dialog
      [heading]="(decision() ? 'budgets.frame.correct-heading' : 'budgets.frame.add') | t"
      [submitText]="'budgets.frame.save' | t"
      [saving]="entry().submitting()"
      [changed]="entry().dirty()"
      [refusal]="write.refusal()"
      [differing]="differing()"
      (save)="save()"
      [removable]="decision() !== null"
      (remove)="remove.emit(decision()!)"
      (dismissed)="closed.emit(null)"
    >
      <app-field [label]="'budgets.frame.decided-on' | t" [control]="entry.decidedOn">
        <app-date-input [formField]="entry.decidedOn" />
      </app-field>
      <app-field [label]="'budgets.frame.decided-by' | t" [control]="entry.decidedBy">
        <input appControl autocomplete="off" [formField]="entry.decidedBy" />
      </app-field>
      <app-field [label]="'budgets.case-number' | t" [control]="entry.caseNumber">
        <input appControl autocomplete="off" [formField]="entry.caseNumber" />
      </app-field>
      <app-field
        [label]="'budgets.frame.change' | t"
        [hint]="'budgets.frame.change-hint' | t"
        [control]="entry.amountOre"
      >
        <app-money-input [formField]="entry.amountOre" />
      </app-field>
      <app-field [label]="'budgets.frame.reason' | t" [control]="entry.reason">
        <textarea appControl rows="2" [formField]="entry.reason"></textarea>
      </app-field>
    </app-write-dialog>
  `,
})
export class FrameDecisionDialog {
  private readonly client = inject(BudgetClient);
  private readonly texts = inject(Texts);
  protected readonly write = inject<RecordWrite<ProjectBudget>>(RecordWrite);

  readonly number = input.required<string>();
  readonly budget = input.required<ProjectBudget>();
  /** The one to put right; null for a new one. */
  readonly decision = input<FrameDecision | null>(null);
  /** The money as it has become; null when it was left as it is. */
  readonly closed = output<ProjectBudget | null>();
  readonly remove = output<FrameDecision>();

  private readonly draft = linkedSignal((): FrameDraft => {
    const { decidedOn = null, decidedBy, caseNumber = '', amountOre = null, reason = '' } = this.decision() ?? {};
    return {
      decidedOn,
      decidedBy: decidedBy ?? this.texts.text('budgets.frame.usually-by'),
      caseNumber,
      amountOre,
      reason,
    };
  });
  protected readonly entry: FieldTree<FrameDraft> = form(this.draft, (path) => {
    validateTree(path, ({ value }) =>
      mistakesOf(this.entry as FieldTree<unknown>, mistakesBy(DecideFrame, { ...value() })),
    );
  });

  protected readonly differing = computed((): Differing[] | null => {
    const theirs = this.write.theirs();
    if (!theirs) return null;
    const stored = theirs.decisions.find(({ id }) => id === this.decision()?.id);
    if (!stored) return [];
    const mine = this.draft();
    const rows: [string, string | null, string | null][] = [
      ['budgets.frame.decided-on', mine.decidedOn && formatDate(mine.decidedOn), formatDate(stored.decidedOn)],
      ['budgets.frame.decided-by', mine.decidedBy, stored.decidedBy],
      ['budgets.case-number', mine.caseNumber, stored.caseNumber],
      [
        'budgets.frame.change',
        mine.amountOre === null ? null : formatKroner(mine.amountOre),
        formatKroner(stored.amountOre),
      ],
      ['budgets.frame.reason', mine.reason, stored.reason],
    ];
    return differingOf(rows, this.texts);
  });

  protected async save(): Promise<void> {
    const decision = this.decision();
    const input = () => DecideFrame.parse(this.draft());
    const to = (version: number) => ({ number: this.number(), version });
    const saved = await this.write.save(this.entry, this.budget().version, (version, intent) =>
      decision
        ? this.client.correctFrameDecision(to(version), decision.id, input(), intent)
        : this.client.decideFrame(to(version), input(), intent),
    );
    if (saved) this.closed.emit(saved);
  }
}
