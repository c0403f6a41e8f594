import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CouncilOverview } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { DatePipe } from '../ui/date.pipe';

/** Agreed exceptions that hold, each with who decided it and until when. */
@Component({
  selector: 'app-exception-table',
  imports: [DatePipe, RouterLink, TranslatePipe],
  template: `
    @if (exceptions().length === 0) {
      <p>{{ 'reporting.exceptions.none' | t }}</p>
    } @else {
      <div class="table-scroll" tabindex="0" role="region" aria-labelledby="exceptions-caption">
        <table class="table">
          <caption id="exceptions-caption">
            {{
              'reporting.exceptions.caption' | t: { count: exceptions().length }
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ 'reporting.column.strategy' | t }}</th>
              <th scope="col">{{ 'reporting.column.type' | t }}</th>
              <th scope="col">{{ 'reporting.column.reason' | t }}</th>
              <th scope="col">{{ 'reporting.column.decided-by' | t }}</th>
              <th scope="col">{{ 'reporting.column.valid-to' | t }}</th>
            </tr>
          </thead>
          <tbody>
            @for (exception of exceptions(); track $index) {
              <tr>
                <th scope="row">
                  <a [routerLink]="['/planen', plan(), exception.code]">
                    <span class="code">{{ exception.code }}</span> {{ exception.title }}
                  </a>
                </th>
                <td>{{ 'reporting.exception-type.' + exception.type | t }}</td>
                <td>{{ exception.reason }}</td>
                <td>
                  {{ exception.decidedBy }}<br />{{ 'reporting.exceptions.case' | t: { number: exception.caseNumber } }}
                </td>
                <td class="figures">{{ exception.validTo | date }}</td>
              </tr>
            }
          </tbody>
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
export class ExceptionTable {
  readonly plan = input.required<string>();
  readonly exceptions = input.required<CouncilOverview['exceptions']>();
}
