import { Component, computed, inject, input } from '@angular/core';
import { formatDate, type CouncilOverview } from '#shared';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { ReportTable } from './report-table';

/** Each area's strategies that lack follow-up, held against the end of the year before where the history reaches it. */
@Component({
  selector: 'app-year-before',
  imports: [ReportTable, TranslatePipe],
  template: `
    @if (areas().length > 0) {
      <app-report-table [caption]="caption()" [columns]="columns" [year]="overview().year">
        <tbody>
          @for (area of areas(); track area.kind + area.code) {
            <tr>
              <th scope="row" [attr.lang]="overview().plan.language">{{ area.title }}</th>
              <td class="number">{{ area.lackingLastYear }}</td>
              <td class="number">{{ area.verdicts.lacking }}</td>
            </tr>
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{{ 'reporting.money.sum.all' | t }}</th>
            <td class="number">{{ before() }}</td>
            <td class="number">{{ now() }}</td>
          </tr>
        </tfoot>
      </app-report-table>
    }
  `,
})
export class YearBefore {
  private readonly texts = inject(Texts);

  readonly overview = input.required<CouncilOverview>();

  protected readonly columns = ['area', 'lacking-before', 'lacking-now'];
  protected readonly areas = computed(() =>
    this.overview().statusByArea.filter(({ lackingLastYear }) => lackingLastYear !== null),
  );
  protected readonly before = computed(() => this.areas().reduce((sum, area) => sum + area.lackingLastYear!, 0));
  protected readonly now = computed(() => this.areas().reduce((sum, area) => sum + area.verdicts.lacking, 0));
  protected readonly caption = computed(() =>
    this.texts.text('reporting.year-before.caption', {
      before: formatDate(`${this.overview().year - 1}-12-31`),
      date: formatDate(this.overview().evaluatedOn),
    }),
  );
}
