import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { type FieldTree, form, FormField, validateTree } from '@angular/forms/signals';
import { formatKroner, type Ore, type ProjectBudget, PutAppropriation } from '#shared';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Control, Field } from '../ui/field';
import { mistakesOf } from '../ui/form-mistakes';
import { MoneyInput } from '../ui/money-input';
import { BudgetClient } from './budget-client';
import { type Differing, differingOf, WriteDialog } from '../ui/write-dialog';
import { RecordWrite } from '../ui/record-write';
import { mistakesBy } from '../ui/schema-mistakes';

interface AppropriationDraft {
  year: string;
  originalOre: Ore | null;
  revisedOre: Ore | null;
  caseNumber: string;
}

/** Sets a year's appropriation: as adopted in December, and after changes in the year. */
@Component({
  selector: 'app-appropriation-dialog',
  imports: [Control, Field, FormField, MoneyInput, TranslatePipe, WriteDialog],
  providers: [RecordWrite],
  template: `
    <app-write-dialog
      [heading]="
        year() ? ('budgets.appropriation.heading' | t: { year: '' + year() }) : ('budgets.appropriation.add' | t)
      "
      [submitText]="'budgets.appropriation.save' | t"
      [saving]="entry().submitting()"
      [changed]="entry().dirty()"
      [refusal]="write.refusal()"
      [differing]="differing()"
      (save)="save()"
      [removable]="year() !== null"
      (remove)="remove.emit(year()!)"
      (dismissed)="closed.emit(null)"
    >
      @if (year() === null) {
        <app-field [label]="'budgets.year' | t" [control]="entry.year">
          <select appControl [formField]="entry.year">
            @for (choice of years(); track choice) {
              <option [value]="choice">{{ choice }}</option>
            }
          </select>
        </app-field>
      }
      <app-field [label]="'budgets.original' | t" [control]="entry.originalOre">
        <app-money-input [formField]="entry.originalOre" />
      </app-field>
      <app-field
        [label]="'budgets.revised' | t"
        [hint]="'budgets.appropriation.revised-hint' | t"
        [control]="entry.revisedOre"
        optional
      >
        <app-money-input [formField]="entry.revisedOre" />
      </app-field>
      <app-field [label]="'budgets.case-number' | t" [control]="entry.caseNumber" optional>
        <input appControl autocomplete="off" [formField]="entry.caseNumber" />
      </app-field>
    </app-write-dialog>
  `,
})
export class AppropriationDialog {
  private readonly client = inject(BudgetClient);
  private readonly texts = inject(Texts);
  protected readonly write = inject<RecordWrite<ProjectBudget>>(RecordWrite);

  readonly number = input.required<string>();
  readonly budget = input.required<ProjectBudget>();
  /** The one to change; null for a new one among `years`. */
  readonly year = input<number | null>(null);
  readonly years = input<readonly number[]>([]);
  readonly closed = output<ProjectBudget | null>();
  readonly remove = output<number>();

  private readonly draft = linkedSignal((): AppropriationDraft => {
    const stored = this.budget().years.find(({ year }) => year === this.year());
    return {
      year: String(this.year() ?? this.years()[0] ?? ''),
      originalOre: stored?.originalOre ?? null,
      revisedOre: stored?.revisedOre ?? null,
      caseNumber: stored?.caseNumber ?? '',
    };
  });
  private readonly asSent = computed(() => {
    const { year: _, caseNumber, ...amounts } = this.draft();
    const revisedOre = amounts.revisedOre ?? amounts.originalOre;
    return { ...amounts, revisedOre, caseNumber: caseNumber.trim() || null };
  });
  protected readonly entry: FieldTree<AppropriationDraft> = form(this.draft, (path) => {
    validateTree(path, () => {
      // What follows from the original is not wrong twice.
      const mistakes = mistakesBy(PutAppropriation, this.asSent());
      const own = this.draft().revisedOre === null ? mistakes.filter((each) => each.path !== 'revisedOre') : mistakes;
      return mistakesOf(this.entry, own);
    });
  });

  protected readonly differing = computed((): Differing[] | null => {
    const theirs = this.write.theirs();
    if (!theirs) return null;
    const mine = this.asSent();
    const stored = theirs.years.find(({ year }) => year === Number(this.draft().year));
    const kroner = (ore: Ore | null | undefined) => (ore == null ? null : formatKroner(ore));
    if (stored?.originalOre == null) return [];
    return differingOf(
      [
        ['budgets.original', kroner(mine.originalOre), kroner(stored.originalOre)],
        ['budgets.revised', kroner(mine.revisedOre), kroner(stored.revisedOre)],
        ['budgets.case-number', mine.caseNumber, stored.caseNumber],
      ],
      this.texts,
    );
  });

  protected async save(): Promise<void> {
    const saved = await this.write.save(this.entry, this.budget().version, (version, intent) =>
      this.client.putAppropriation(
        { number: this.number(), version },
        Number(this.draft().year),
        PutAppropriation.parse(this.asSent()),
        intent,
      ),
    );
    if (saved) this.closed.emit(saved);
  }
}
