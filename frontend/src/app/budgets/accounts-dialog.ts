import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { type FieldTree, form, FormField, validateTree } from '@angular/forms/signals';
import { formatDate, formatKroner, type LocalDate, type Ore, type ProjectBudget, PutAccounts } from '#shared';
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

interface AccountsDraft {
  year: string;
  amountOre: Ore | null;
  extractedOn: LocalDate | null;
}

/** Sets what the accounts of a year hold, and when they were drawn. */
@Component({
  selector: 'app-accounts-dialog',
  imports: [Control, DateInput, Field, FormField, MoneyInput, TranslatePipe, WriteDialog],
  providers: [RecordWrite],
  template: `
    <app-write-dialog
      [heading]="year() ? ('budgets.accounts.heading' | t: { year: '' + year() }) : ('budgets.accounts.add' | t)"
      [submitText]="'budgets.accounts.save' | t"
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
      <app-field
        [label]="'budgets.accounts.amount' | t"
        [hint]="'budgets.accounts.amount-hint' | t"
        [control]="entry.amountOre"
      >
        <app-money-input [formField]="entry.amountOre" />
      </app-field>
      <app-field [label]="'budgets.extracted' | t" [control]="entry.extractedOn">
        <app-date-input [formField]="entry.extractedOn" />
      </app-field>
    </app-write-dialog>
  `,
})
export class AccountsDialog {
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

  private readonly draft = linkedSignal((): AccountsDraft => {
    const stored = this.budget().years.find(({ year }) => year === this.year());
    return {
      year: String(this.year() ?? this.years()[0] ?? ''),
      amountOre: stored?.accountsOre ?? null,
      extractedOn: stored?.extractedOn ?? null,
    };
  });
  private readonly asSent = computed(() => ({
    amountOre: this.draft().amountOre,
    extractedOn: this.draft().extractedOn,
  }));
  protected readonly entry: FieldTree<AccountsDraft> = form(this.draft, (path) => {
    validateTree(path, () => mistakesOf(this.entry as FieldTree<unknown>, mistakesBy(PutAccounts, this.asSent())));
  });

  protected readonly differing = computed((): Differing[] | null => {
    const theirs = this.write.theirs();
    if (!theirs) return null;
    const mine = this.draft();
    const stored = theirs.years.find(({ year }) => year === Number(mine.year));
    if (stored?.accountsOre == null) return [];
    return differingOf(
      [
        [
          'budgets.accounts.amount',
          mine.amountOre === null ? null : formatKroner(mine.amountOre),
          formatKroner(stored.accountsOre),
        ],
        [
          'budgets.extracted',
          mine.extractedOn && formatDate(mine.extractedOn),
          stored.extractedOn && formatDate(stored.extractedOn),
        ],
      ],
      this.texts,
    );
  });

  protected async save(): Promise<void> {
    const saved = await this.write.save(this.entry, this.budget().version, (version, intent) =>
      this.client.putAccounts(
        { number: this.number(), version },
        Number(this.draft().year),
        PutAccounts.parse(this.asSent()),
        intent,
      ),
    );
    if (saved) this.closed.emit(saved);
  }
}
