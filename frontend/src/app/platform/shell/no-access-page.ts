import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../../ui/empty-state';
import { AsOf } from '../as-of/as-of';
import { RouterInTime } from '../as-of/router-in-time';
import { LanguageChoice } from '../language/language';
import { TranslatePipe } from '../language/translate.pipe';

@Component({
  selector: 'app-no-access-page',
  imports: [EmptyState, RouterLink, TranslatePipe],
  template: `
    <div class="page">
      @if (asOf.given()) {
        <h1>{{ 'shell.as-of.read-only-page.title' | t }}</h1>
        <app-empty-state
          [heading]="'shell.as-of.shown' | t: { date: asOf.words(language.current()) }"
          [text]="'shell.as-of.read-only-page.text' | t"
        >
          <button type="button" class="button button-primary" (click)="router.show(null)">
            {{ 'shell.as-of.today' | t }}
          </button>
        </app-empty-state>
      } @else {
        <h1>{{ 'shell.no-access.title' | t }}</h1>
        <app-empty-state [heading]="'shell.no-access.heading' | t" [text]="'shell.no-access.text' | t">
          <a class="button button-primary" routerLink="/oversikt">{{ 'shell.to-overview' | t }}</a>
        </app-empty-state>
      }
    </div>
  `,
})
export class NoAccessPage {
  protected readonly asOf = inject(AsOf);
  protected readonly language = inject(LanguageChoice);
  protected readonly router = inject(RouterInTime);
}
