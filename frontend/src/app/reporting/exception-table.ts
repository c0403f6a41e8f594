import { Component, computed, inject, input } from '@angular/core';
import type { CouncilOverview } from '#shared';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { DatePipe } from '../ui/date.pipe';
import { VerdictBadge } from '../ui/verdict-badge';
import { ReportTable } from './report-table';
import { Subject } from './subject';

/** Agreed exceptions that hold, each with who decided it and until when. */
@Component({
  selector: 'app-exception-table',
  imports: [DatePipe, ReportTable, Subject, TranslatePipe, VerdictBadge],
  template: `
    @if (exceptions().length === 0) {
      <p>{{ 'reporting.exceptions.none' | t }}</p>
    } @else {
      <app-report-table [caption]="caption()" [columns]="columns">
        <tbody>
          @for (exception of exceptions(); track $index) {
            <tr>
              <th
                appSubject
                scope="row"
                [code]="exception.code"
                [name]="exception.title"
                [language]="plan().language"
                [link]="['/planen', plan().slug, exception.code]"
              ></th>
              <td><app-verdict-badge plain [verdict]="exception.verdict" /></td>
              <td>{{ 'words.exception.' + exception.type | t }}</td>
              <td>{{ exception.reason }}</td>
              <td>
                {{ exception.decidedBy }}
                @if (exception.caseNumber) {
                  <br />{{ 'reporting.exceptions.case' | t: { number: exception.caseNumber } }}
                }
              </td>
              <td class="figures">{{ exception.validTo | date }}</td>
            </tr>
          }
        </tbody>
      </app-report-table>
    }
  `,
})
export class ExceptionTable {
  private readonly texts = inject(Texts);

  readonly plan = input.required<CouncilOverview['plan']>();
  readonly exceptions = input.required<CouncilOverview['exceptions']>();

  protected readonly columns = ['strategy', 'status', 'type', 'reason', 'decided-by', 'valid-to'];
  protected readonly caption = computed(() =>
    this.texts.text('reporting.exceptions.caption', { count: this.exceptions().length }),
  );
}
