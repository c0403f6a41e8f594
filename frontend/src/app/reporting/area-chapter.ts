import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CouncilOverview } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Light } from '../ui/light';
import { VerdictBadge } from '../ui/verdict-badge';

/** One area of the plan: what it wants, and what became of each of its strategies. */
@Component({
  selector: 'app-area-chapter',
  imports: [Light, RouterLink, TranslatePipe, VerdictBadge],
  template: `
    <h3>{{ area().title }}</h3>
    @for (paragraph of area().goal; track $index) {
      <p class="goal">{{ paragraph }}</p>
    }
    @if (area().signsOfAchievement.length > 0) {
      <details>
        <summary>{{ 'reporting.area.signs' | t }}</summary>
        @for (paragraph of area().signsOfAchievement; track $index) {
          <p>{{ paragraph }}</p>
        }
      </details>
    }
    <div class="table-scroll" tabindex="0" role="region" [attr.aria-label]="caption()">
      <table class="table">
        <caption class="visually-hidden">
          {{
            'reporting.area.caption' | t: { area: area().title }
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ 'reporting.column.code' | t }}</th>
            <th scope="col">{{ 'reporting.column.strategy' | t }}</th>
            <th scope="col">{{ 'reporting.column.status' | t }}</th>
            <th scope="col">{{ 'reporting.column.projects' | t }}</th>
            <th scope="col">{{ 'reporting.column.responsible' | t }}</th>
            <th scope="col">{{ 'reporting.column.comment' | t }}</th>
          </tr>
        </thead>
        <tbody>
          @for (strategy of area().strategies; track strategy.code) {
            <tr>
              <td>
                <a class="code" [routerLink]="['/planen', plan(), strategy.code]">{{ strategy.code }}</a>
              </td>
              <th scope="row">{{ strategy.title }}</th>
              <td><app-verdict-badge plain [verdict]="strategy.verdict" /></td>
              <td>
                @if (strategy.projects.length > 0) {
                  <ul class="plain-list">
                    @for (project of strategy.projects; track project.number) {
                      <li>
                        <app-light quiet [light]="project.light" />
                        <a [routerLink]="['/prosjekter', project.number]">{{ project.name }}</a>
                        @if (project.lifecycle !== 'in-progress') {
                          <span class="muted">({{ 'reporting.lifecycle.' + project.lifecycle | t }})</span>
                        }
                      </li>
                    }
                  </ul>
                } @else {
                  <span class="muted">{{ 'reporting.area.none' | t }}</span>
                }
              </td>
              <td>{{ strategy.leadSector?.name ?? ('reporting.area.nobody' | t) }}</td>
              <td>
                @for (finding of strategy.findings; track finding.rule) {
                  <p>{{ finding.text }}</p>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    :host {
      min-width: 0;
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
    }
    .goal {
      font-style: italic;
    }
    details p {
      margin-top: var(--space-2);
    }
    summary {
      color: var(--accent);
      cursor: pointer;
    }
    table {
      min-width: 720px;
    }
    tbody th {
      min-width: 200px;
    }
    li + li,
    td p + p {
      margin-top: var(--space-1);
    }
    @media print {
      :host {
        display: block;
        margin-top: 6mm;
      }
      table {
        min-width: 0;
      }
      tbody th {
        min-width: 0;
      }
      details {
        display: none;
      }
    }
  `,
})
export class AreaChapter {
  readonly plan = input.required<string>();
  readonly area = input.required<CouncilOverview['areas'][number]>();

  protected caption(): string {
    return this.area().title;
  }
}
