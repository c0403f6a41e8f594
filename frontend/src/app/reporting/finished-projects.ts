import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CouncilOverview } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { AmountPipe } from '../ui/amount.pipe';
import { DatePipe } from '../ui/date.pipe';

/** Projects finished in the year, and what they cost against their frame. */
@Component({
  selector: 'app-finished-projects',
  imports: [AmountPipe, DatePipe, RouterLink, TranslatePipe],
  template: `
    @if (projects().length === 0) {
      <p>{{ 'reporting.finished.none' | t: { year: '' + year() } }}</p>
    } @else {
      <div class="table-scroll" tabindex="0" role="region" aria-labelledby="finished-caption">
        <table class="table">
          <caption id="finished-caption">
            {{
              'reporting.finished.caption' | t: { count: projects().length, year: '' + year() }
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ 'reporting.column.project' | t }}</th>
              <th scope="col">{{ 'reporting.column.finished' | t }}</th>
              <th scope="col" class="number">{{ 'reporting.column.frame' | t }}</th>
              <th scope="col" class="number">{{ 'reporting.column.accounts-total' | t }}</th>
              <th scope="col" class="number">{{ 'reporting.column.deviation' | t }}</th>
            </tr>
          </thead>
          <tbody>
            @for (project of projects(); track project.number) {
              <tr>
                <th scope="row">
                  <a [routerLink]="['/prosjekter', project.number]">
                    <span class="code">{{ project.number }}</span> {{ project.name }}
                  </a>
                </th>
                <td class="figures">{{ project.finishedOn | date }}</td>
                <td class="number">{{ project.approvedFrameOre | amount: 'thousands' }}</td>
                <td class="number">{{ project.accountsToDateOre | amount: 'thousands' }}</td>
                <td class="number">{{ project.deviationOre | amount: 'thousands' }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      <p class="muted small">{{ 'reporting.finished.rule' | t }}</p>
    }
  `,
  styles: `
    :host {
      min-width: 0;
    }
  `,
})
export class FinishedProjects {
  readonly projects = input.required<CouncilOverview['portfolio']['finishedInYear']>();
  readonly year = input.required<number>();
}
