import { Component, computed, inject, input } from '@angular/core';
import type { CouncilOverview } from '#shared';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { DatePipe } from '../ui/date.pipe';
import { Light } from '../ui/light';
import { ReportTable } from './report-table';
import { Subject } from './subject';

/** Red and yellow projects, each light that is not green explained: cause, consequence, action, who, until when. */
@Component({
  selector: 'app-deviation-explanations',
  imports: [DatePipe, Light, ReportTable, Subject, TranslatePipe],
  template: `
    @if (projects().length === 0) {
      <p>{{ 'reporting.explained.none' | t }}</p>
    } @else {
      <app-report-table [caption]="caption()" [columns]="columns">
        @for (project of projects(); track project.number) {
          <tbody class="keep-together">
            @for (deviation of project.deviations.length ? project.deviations : [null]; track $index) {
              <tr>
                @if ($first) {
                  <th
                    appSubject
                    [attr.scope]="project.deviations.length > 1 ? 'rowgroup' : 'row'"
                    [attr.rowspan]="project.deviations.length > 1 ? project.deviations.length : null"
                    [code]="project.number"
                    [name]="project.name"
                    [link]="['/prosjekter', project.number]"
                  >
                    <span class="line muted">{{ project.sector.name }}</span>
                    <span class="line"
                      >{{ 'words.dimension.overall' | t }}:
                      <app-light [light]="project.light" />
                    </span>
                  </th>
                }
                @if (deviation) {
                  <td>
                    {{ 'words.dimension.' + deviation.dimension | t }}<br />
                    <app-light [light]="deviation.light" />
                  </td>
                  <td>{{ deviation.cause }}</td>
                  <td>{{ deviation.consequence }}</td>
                  <td>
                    {{ deviation.action }} <span class="line muted">{{ deviation.responsible }}</span>
                  </td>
                  <td class="figures">{{ deviation.dueOn | date }}</td>
                } @else {
                  <td colspan="5" class="muted">{{ 'reporting.explained.not' | t }}</td>
                }
              </tr>
            }
          </tbody>
        }
      </app-report-table>
    }
  `,
  styles: `
    .line {
      display: block;
    }
  `,
})
export class DeviationExplanations {
  private readonly texts = inject(Texts);

  readonly projects = input.required<CouncilOverview['portfolio']['explained']>();

  protected readonly columns = ['project', 'light', 'cause', 'consequence', 'action', 'deadline'];
  protected readonly caption = computed(() =>
    this.texts.text('reporting.explained.caption', { count: this.projects().length }),
  );
}
