import { Component, computed, inject, input } from '@angular/core';
import { formatMillions, type CouncilOverview, type MoneySum, type MoneySums } from '#shared';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { AmountPipe } from '../ui/amount.pipe';
import { ReportTable } from './report-table';

/** How the forecasts stand to the frames, where there are both. */
export function sideOf({ measured, unmeasured }: MoneySums) {
  const deviationOre = measured.deviationOre ?? 0;
  return {
    side: measured.projects === 0 ? 'none' : deviationOre < 0 ? 'over' : deviationOre > 0 ? 'under' : 'even',
    amount: formatMillions(Math.abs(deviationOre)),
    count: measured.projects,
    unmeasured: unmeasured.projects,
  };
}

/** The money of the year in five lines, the very sums of the chapter on money. */
@Component({
  selector: 'app-money-summary',
  imports: [AmountPipe, ReportTable, TranslatePipe],
  template: `
    <p class="keep-with-next">{{ 'reporting.money.sentence' | t: sentence() }}</p>
    <app-report-table [caption]="caption()" [columns]="columns" [year]="overview().year">
      <tbody>
        @for (line of lines(); track line.key) {
          <tr [class.sum]="line.sum">
            <th scope="row">{{ 'reporting.money.line.' + line.key | t }}</th>
            <td class="number">{{ line.of.projects }}</td>
            <td class="number">{{ line.of.approvedFrameOre | amount: 'thousands' }}</td>
            <td class="number">{{ line.of.revisedBudgetOre | amount: 'thousands' }}</td>
            <td class="number">{{ line.of.accountsThisYearOre | amount: 'thousands' }}</td>
            <td class="number">{{ line.of.accountsToDateOre | amount: 'thousands' }}</td>
            <td class="number">{{ line.of.finalForecastOre | amount: 'thousands' }}</td>
            <td class="number">{{ line.of.deviationOre | amount: 'thousands' }}</td>
          </tr>
        }
      </tbody>
    </app-report-table>
    <p class="muted small">{{ 'reporting.money.basis' | t }} {{ 'words.deviation-rule' | t }}</p>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
    }
    .sum :is(th, td) {
      font-weight: 650;
    }
    @media print {
      :host {
        display: block;
      }
      app-report-table,
      .small {
        margin-top: 2mm;
      }
    }
  `,
})
export class MoneySummary {
  private readonly texts = inject(Texts);

  readonly overview = input.required<CouncilOverview>();
  readonly on = input.required<string>();

  protected readonly columns = [
    'money',
    'count',
    'frame',
    'revised',
    'accounts',
    'accounts-total',
    'forecast',
    'deviation-frame',
  ];
  protected readonly caption = computed(() => this.texts.text('reporting.money.summary', { date: this.on() }));
  protected readonly sentence = computed(() => sideOf(this.overview().summary.money));

  /** Parts before the sum of them; where every project is measured there is one sum. */
  protected readonly lines = computed((): { key: string; of: MoneySum; sum: boolean }[] => {
    const { measured, unmeasured, all } = this.overview().summary.money;
    const kinds = this.overview().money.map(({ kind, sums }) => ({ key: kind, of: sums.measured, sum: false }));
    if (unmeasured.projects === 0) return [...kinds, { key: 'all', of: all, sum: true }];
    return [
      ...kinds,
      { key: 'measured', of: measured, sum: true },
      { key: 'unmeasured', of: unmeasured, sum: false },
      { key: 'all', of: all, sum: true },
    ];
  });
}
