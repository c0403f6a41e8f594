import { Component, computed, inject, input } from '@angular/core';
import type { CouncilOverview, LocalDate } from '#shared';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { AmountPipe } from '../ui/amount.pipe';
import { DatePipe } from '../ui/date.pipe';
import { Light } from '../ui/light';
import { ReportTable } from './report-table';
import { sideOf } from './money-summary';
import { Subject } from './subject';
import { SumCells } from './sum-cells';

/**
 * Investment or operations: every project with its frame, the year's budget and accounts, and its forecast. Shown in
 * 1 000 kr; totals add whole øre before they are rounded. Those that cannot be held against their frame stand apart.
 */
@Component({
  selector: 'app-money-chapter',
  imports: [AmountPipe, DatePipe, Light, ReportTable, Subject, SumCells, TranslatePipe],
  templateUrl: './money-chapter.html',
  styleUrl: './money-chapter.scss',
})
export class MoneyChapter {
  private readonly texts = inject(Texts);

  readonly money = input.required<CouncilOverview['money'][number]>();
  readonly year = input.required<number>();
  /** The day the figures are from. */
  readonly on = input.required<LocalDate>();

  protected readonly dimensions = ['progress', 'economy', 'quality'] as const;
  protected readonly columns = [
    'project',
    'phase',
    'frame',
    'accounts-earlier',
    'original',
    'revised',
    'accounts',
    'deviation-year',
    'accounts-total',
    'forecast',
    'deviation-frame',
    'ends',
    'lights',
  ];
  protected readonly changeColumns = ['project', 'decided', 'decided-by', 'case', 'change', 'reason'];

  protected readonly sentence = computed(() => sideOf(this.money().sums));
  protected readonly allMeasured = computed(() => this.money().sums.unmeasured.projects === 0);
  protected readonly groups = computed(() => {
    const measured = this.money().rows.filter(({ deviationOre }) => deviationOre !== null);
    const unmeasured = this.money().rows.filter(({ deviationOre }) => deviationOre === null);
    return [
      { key: 'measured', rows: measured },
      { key: 'unmeasured', rows: unmeasured },
    ].filter(({ rows }) => rows.length > 0);
  });
  protected readonly changesCaption = computed(() =>
    this.texts.text('reporting.frame-changes.caption', { kind: this.money().kind, year: String(this.year()) }),
  );
}
