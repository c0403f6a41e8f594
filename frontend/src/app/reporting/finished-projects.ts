import { Component, computed, inject, input } from '@angular/core';
import type { CouncilOverview } from '#shared';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { AmountPipe } from '../ui/amount.pipe';
import { DatePipe } from '../ui/date.pipe';
import { ReportTable } from './report-table';
import { Subject } from './subject';

/** Projects finished in the year, and what they cost against their frame. */
@Component({
  selector: 'app-finished-projects',
  imports: [AmountPipe, DatePipe, ReportTable, Subject, TranslatePipe],
  template: `
    @if (projects().length === 0) {
      <p>{{ 'reporting.finished.none' | t: { year: '' + year() } }}</p>
    } @else {
      <app-report-table [caption]="caption()" [columns]="columns">
        <tbody>
          @for (project of projects(); track project.number) {
            <tr>
              <th
                appSubject
                scope="row"
                [code]="project.number"
                [name]="project.name"
                [link]="['/prosjekter', project.number]"
              ></th>
              <td class="figures">{{ project.finishedOn | date }}</td>
              <td class="number">{{ project.approvedFrameOre | amount: 'thousands' }}</td>
              <td class="number">{{ project.accountsToDateOre | amount: 'thousands' }}</td>
              <td class="number">{{ project.deviationOre | amount: 'thousands' }}</td>
            </tr>
          }
        </tbody>
      </app-report-table>
      <p class="muted small">{{ 'reporting.finished.rule' | t }}</p>
    }
  `,
})
export class FinishedProjects {
  private readonly texts = inject(Texts);

  readonly projects = input.required<CouncilOverview['portfolio']['finishedInYear']>();
  readonly year = input.required<number>();

  protected readonly columns = ['project', 'finished', 'frame', 'accounts-total', 'deviation-accounts'];
  protected readonly caption = computed(() =>
    this.texts.text('reporting.finished.caption', { count: this.projects().length, year: String(this.year()) }),
  );
}
