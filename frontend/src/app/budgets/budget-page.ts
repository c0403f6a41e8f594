import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { formatDate, formatKroner, type Ore, osloDate, type ProjectBudget } from '#shared';
import { problemErrorOf } from '../platform/http/problem-error';
import { problemText } from '../platform/http/problem-text';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Municipality } from '../platform/municipality';
import { PageTitle } from '../platform/page-title';
import { ProjectClient } from '../projects/project-client';
import { AmountPipe } from '../ui/amount.pipe';
import { Breadcrumb, type Crumb } from '../ui/breadcrumb';
import { Confirm } from '../ui/confirm';
import { DatePipe } from '../ui/date.pipe';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Notices } from '../ui/notices';
import { Skeleton } from '../ui/skeleton';
import { AccountsDialog } from './accounts-dialog';
import { AppropriationDialog } from './appropriation-dialog';
import { BudgetClient, type Budgeted } from './budget-client';
import { FrameDecisionDialog, type FrameDecision } from './frame-decision-dialog';

/** What is being written: a dialog is open for it. */
type Writing =
  | { readonly what: 'decision'; readonly decision: FrameDecision | null }
  | { readonly what: 'appropriation' | 'accounts'; readonly year: number | null };

/** A project's money: the frame by its decisions, and year by year. */
@Component({
  selector: 'app-budget-page',
  imports: [
    AccountsDialog,
    AmountPipe,
    AppropriationDialog,
    Breadcrumb,
    DatePipe,
    EmptyState,
    FailedState,
    FrameDecisionDialog,
    Skeleton,
    TranslatePipe,
  ],
  templateUrl: './budget-page.html',
  styleUrl: './budget-page.scss',
})
export class BudgetPage {
  private readonly client = inject(BudgetClient);
  private readonly texts = inject(Texts);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly facts = inject(Municipality).facts;

  readonly number = input.required<string>();

  protected readonly budget = this.client.budget(this.number);
  protected readonly project = inject(ProjectClient).project(this.number);
  protected readonly writing = signal<Writing | null>(null);

  protected readonly name = computed(() => (this.project.hasValue() ? this.project.value().name : ''));
  protected readonly trail = computed((): Crumb[] => [
    { text: this.texts.text('shell.nav.projects'), link: '/prosjekter' },
    { text: this.number(), link: ['/prosjekter', this.number()], code: true },
  ]);

  protected readonly answer = computed(() => {
    if (!this.budget.hasValue()) return '';
    const { approvedFrameOre: frame, finalForecastOre: forecast, deviationOre } = this.budget.value();
    if (frame === null) return this.texts.text('budgets.answer.no-frame');
    if (forecast === null || deviationOre === null)
      return this.texts.text('budgets.answer.no-forecast', { frame: formatKroner(frame) });
    return this.texts.text('budgets.answer.deviation', {
      side: deviationOre < 0 ? 'over' : deviationOre > 0 ? 'under' : 'even',
      amount: formatKroner(Math.abs(deviationOre)),
      frame: formatKroner(frame),
    });
  });

  /** Sums of the columns; a year without accounts has no deviation and adds none. */
  protected readonly sums = computed(() => {
    const years = this.budget.hasValue() ? this.budget.value().years : [];
    const sum = (amount: (year: ProjectBudget['years'][number]) => Ore | null) =>
      years.reduce((total, year) => total + (amount(year) ?? 0), 0);
    return {
      original: sum(({ originalOre }) => originalOre),
      revised: sum(({ revisedOre }) => revisedOre),
      accounts: sum(({ accountsOre }) => accountsOre),
      deviation: sum(({ deviationOre }) => deviationOre),
    };
  });

  private readonly thisYear = computed(() => Number((this.facts()?.today ?? osloDate(new Date())).slice(0, 4)));
  /** Years that have no appropriation yet, this one first. */
  protected readonly yearsToBudget = computed(() => {
    const now = this.thisYear();
    const taken = this.yearsWith(({ originalOre }) => originalOre !== null);
    const ahead = Array.from({ length: 9 }, (_, years) => now + years);
    const back = Array.from({ length: 8 }, (_, years) => now - 1 - years);
    return [...ahead, ...back].filter((year) => !taken.has(year));
  });
  /** Years that have no accounts yet, the newest first. */
  protected readonly yearsToBook = computed(() => {
    const taken = this.yearsWith(({ accountsOre }) => accountsOre !== null);
    return Array.from({ length: 9 }, (_, years) => this.thisYear() - years).filter((year) => !taken.has(year));
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.name()) title.name(this.texts.text('budgets.titled', { project: this.name() }));
    });
  }

  protected finish(saved: ProjectBudget | null): void {
    this.writing.set(null);
    if (!saved) return;
    this.budget.set(saved);
    this.notices.show(this.texts.text('budgets.saved'));
  }

  protected async removeDecision({ id, caseNumber, decidedOn }: FrameDecision): Promise<void> {
    const question = { caseNumber, date: formatDate(decidedOn) };
    await this.remove(this.texts.text('budgets.frame.remove-question', question), (project) =>
      this.client.removeFrameDecision(project, id),
    );
  }

  protected async removeAppropriation(year: number): Promise<void> {
    await this.remove(this.texts.text('budgets.appropriation.remove-question', { year: String(year) }), (project) =>
      this.client.removeAppropriation(project, year),
    );
  }

  protected async removeAccounts(year: number): Promise<void> {
    await this.remove(this.texts.text('budgets.accounts.remove-question', { year: String(year) }), (project) =>
      this.client.removeAccounts(project, year),
    );
  }

  private async remove(heading: string, write: (project: Budgeted) => Promise<ProjectBudget>): Promise<void> {
    this.writing.set(null);
    const sure = await this.confirm.ask({
      heading,
      text: this.texts.text('budgets.remove-explained'),
      confirm: this.texts.text('budgets.remove'),
      cancel: this.texts.text('ui.cancel'),
      danger: true,
    });
    if (!sure || !this.budget.hasValue()) return;
    try {
      this.budget.set(await write({ number: this.number(), version: this.budget.value().version }));
      this.notices.show(this.texts.text('budgets.removed'));
    } catch (error) {
      const problem = problemErrorOf(error);
      const [field] = problem.fields;
      this.notices.show(field ? this.texts.text('field.' + field.code) : problemText(this.texts, problem));
      if (problem.status === 412) this.budget.reload();
    }
  }

  private yearsWith(holds: (year: ProjectBudget['years'][number]) => boolean): Set<number> {
    return new Set(
      this.budget.hasValue()
        ? this.budget
            .value()
            .years.filter(holds)
            .map(({ year }) => year)
        : [],
    );
  }
}
