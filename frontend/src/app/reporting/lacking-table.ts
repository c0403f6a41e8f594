import { Component, computed, inject, input } from '@angular/core';
import type { CouncilOverview } from '#shared';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { SeverityLabel } from '../ui/severity-label';
import { VerdictBadge } from '../ui/verdict-badge';
import { ReportTable } from './report-table';
import { Subject } from './subject';

/** Strategies that lack follow-up: what was found, and what would mend it. */
@Component({
  selector: 'app-lacking-table',
  imports: [ReportTable, SeverityLabel, Subject, TranslatePipe, VerdictBadge],
  template: `
    @if (strategies().length === 0) {
      <p>{{ 'reporting.lacking.none' | t }}</p>
    } @else {
      <app-report-table [caption]="caption()" [columns]="columns">
        @for (strategy of strategies(); track strategy.code) {
          <tbody class="keep-together">
            @for (finding of strategy.findings; track finding.rule; let first = $first) {
              <tr>
                @if (first) {
                  <th
                    appSubject
                    scope="rowgroup"
                    [attr.rowspan]="strategy.findings.length"
                    [code]="strategy.code"
                    [name]="strategy.title"
                    [language]="plan().language"
                    [link]="['/planen', plan().slug, strategy.code]"
                  ></th>
                  <td [attr.rowspan]="strategy.findings.length">
                    <app-verdict-badge plain [verdict]="strategy.verdict" />
                  </td>
                  <td [attr.rowspan]="strategy.findings.length">
                    {{ strategy.leadSector?.name ?? ('reporting.area.nobody' | t) }}
                  </td>
                }
                <td><app-severity [severity]="finding.severity" /> {{ finding.text }}</td>
                <td>{{ finding.remedy }}</td>
              </tr>
            }
          </tbody>
        }
      </app-report-table>
    }
  `,
})
export class LackingTable {
  private readonly texts = inject(Texts);

  readonly plan = input.required<CouncilOverview['plan']>();
  readonly strategies = input.required<CouncilOverview['lacking']>();

  protected readonly columns = ['strategy', 'status', 'responsible', 'finding', 'proposal'];
  protected readonly caption = computed(() =>
    this.texts.text('reporting.lacking.caption', { count: this.strategies().length }),
  );
}
