import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CouncilOverview } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { SeverityLabel } from '../ui/severity-label';
import { VerdictBadge } from '../ui/verdict-badge';

/** Strategies that lack follow-up: what was found, and what would mend it. */
@Component({
  selector: 'app-lacking-table',
  imports: [RouterLink, SeverityLabel, TranslatePipe, VerdictBadge],
  template: `
    @if (strategies().length === 0) {
      <p>{{ 'reporting.lacking.none' | t }}</p>
    } @else {
      <div class="table-scroll" tabindex="0" role="region" aria-labelledby="lacking-caption">
        <table class="table">
          <caption id="lacking-caption">
            {{
              'reporting.lacking.caption' | t: { count: strategies().length }
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ 'reporting.column.strategy' | t }}</th>
              <th scope="col">{{ 'reporting.column.status' | t }}</th>
              <th scope="col">{{ 'reporting.column.finding' | t }}</th>
              <th scope="col">{{ 'reporting.column.proposal' | t }}</th>
              <th scope="col">{{ 'reporting.column.responsible' | t }}</th>
            </tr>
          </thead>
          @for (strategy of strategies(); track strategy.code) {
            <tbody>
              @for (finding of strategy.findings; track finding.rule; let first = $first) {
                <tr>
                  @if (first) {
                    <th scope="rowgroup" [attr.rowspan]="strategy.findings.length">
                      <a [routerLink]="['/planen', plan(), strategy.code]">
                        <span class="code">{{ strategy.code }}</span> {{ strategy.title }}
                      </a>
                    </th>
                    <td [attr.rowspan]="strategy.findings.length">
                      <app-verdict-badge plain [verdict]="strategy.verdict" />
                    </td>
                  }
                  <td><app-severity [severity]="finding.severity" /> {{ finding.text }}</td>
                  <td>{{ finding.remedy }}</td>
                  @if (first) {
                    <td [attr.rowspan]="strategy.findings.length">
                      {{ strategy.leadSector?.name ?? ('reporting.area.nobody' | t) }}
                    </td>
                  }
                </tr>
              }
            </tbody>
          }
        </table>
      </div>
    }
  `,
  styles: `
    :host {
      min-width: 0;
    }
    table {
      min-width: 720px;
    }
    @media print {
      table {
        min-width: 0;
      }
    }
  `,
})
export class LackingTable {
  readonly plan = input.required<string>();
  readonly strategies = input.required<CouncilOverview['lacking']>();
}
