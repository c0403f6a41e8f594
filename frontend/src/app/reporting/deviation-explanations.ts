import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CouncilOverview } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { DatePipe } from '../ui/date.pipe';
import { Light } from '../ui/light';

/** Red and yellow projects, each light that is not green explained: cause, consequence, action, who, until when. */
@Component({
  selector: 'app-deviation-explanations',
  imports: [DatePipe, Light, RouterLink, TranslatePipe],
  template: `
    @if (projects().length === 0) {
      <p>{{ 'reporting.explained.none' | t }}</p>
    } @else {
      <div class="table-scroll" tabindex="0" role="region" aria-labelledby="explained-caption">
        <table class="table">
          <caption id="explained-caption">
            {{
              'reporting.explained.caption' | t: { count: projects().length }
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ 'reporting.column.project' | t }}</th>
              <th scope="col">{{ 'reporting.column.light' | t }}</th>
              <th scope="col">{{ 'reporting.column.cause' | t }}</th>
              <th scope="col">{{ 'reporting.column.consequence' | t }}</th>
              <th scope="col">{{ 'reporting.column.action' | t }}</th>
              <th scope="col">{{ 'reporting.column.deadline' | t }}</th>
            </tr>
          </thead>
          @for (project of projects(); track project.number) {
            <tbody>
              @for (deviation of project.deviations; track deviation.dimension; let first = $first) {
                <tr>
                  @if (first) {
                    <th scope="rowgroup" [attr.rowspan]="project.deviations.length">
                      <app-light [light]="project.light" />
                      <a class="name" [routerLink]="['/prosjekter', project.number]">
                        <span class="code">{{ project.number }}</span> {{ project.name }}
                      </a>
                      <span class="muted">{{ project.sector.name }}</span>
                    </th>
                  }
                  <td>
                    {{ 'words.dimension.' + deviation.dimension | t }}<br />
                    <app-light [light]="deviation.light" />
                  </td>
                  <td>{{ deviation.cause }}</td>
                  <td>{{ deviation.consequence }}</td>
                  <td>
                    {{ deviation.action }}<br /><span class="muted">{{ deviation.responsible }}</span>
                  </td>
                  <td class="figures">{{ deviation.dueOn | date }}</td>
                </tr>
              } @empty {
                <tr>
                  <th scope="row">
                    <app-light [light]="project.light" />
                    <a class="name" [routerLink]="['/prosjekter', project.number]">
                      <span class="code">{{ project.number }}</span> {{ project.name }}
                    </a>
                  </th>
                  <td colspan="5" class="muted">{{ 'reporting.explained.not' | t }}</td>
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
      min-width: 800px;
    }
    .name,
    th .muted {
      display: block;
    }
    @media print {
      table {
        min-width: 0;
      }
    }
  `,
})
export class DeviationExplanations {
  readonly projects = input.required<CouncilOverview['portfolio']['explained']>();
}
