import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProjectView } from '#shared';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { EmptyState } from '../../ui/empty-state';

/** What the project contributes to: the code, what the plan says there, and the sentence on how. */
@Component({
  selector: 'app-contribution-list',
  imports: [EmptyState, RouterLink, TranslatePipe],
  template: `
    <h2 id="bidrag">{{ 'projects.project.contribution-list.heading' | t }}</h2>
    <ul class="plain-list">
      @for (contribution of project().contributions; track contribution.plan + contribution.code) {
        <li class="keep-together">
          <p>
            <a
              [routerLink]="['/planen', contribution.plan, contribution.strategyCode]"
              [fragment]="contribution.measureText ? contribution.code : undefined"
              ><span class="code">{{ contribution.code }}</span>
              {{ contribution.measureText ?? contribution.strategyTitle }}</a
            >
          </p>
          <p>{{ contribution.statement }}</p>
          <p class="small muted">
            {{ 'words.contribution.' + contribution.kind | t }}
            @if (contribution.approvedOn === null) {
              · {{ 'projects.project.contribution-list.waits' | t }}
            }
          </p>
        </li>
      } @empty {
        <li>
          <app-empty-state
            [heading]="'projects.project.contribution-list.none' | t"
            [text]="'projects.project.contribution-list.none-text' | t"
          />
        </li>
      }
    </ul>
  `,
  styles: `
    :host,
    ul {
      display: grid;
      gap: var(--space-3);
    }
    li {
      display: grid;
      gap: var(--space-1);
    }
  `,
})
export class ContributionList {
  readonly project = input.required<ProjectView>();
}
