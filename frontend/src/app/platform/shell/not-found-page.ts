import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../../ui/empty-state';
import { TranslatePipe } from '../language/translate.pipe';

@Component({
  selector: 'app-not-found-page',
  imports: [EmptyState, RouterLink, TranslatePipe],
  template: `
    <div class="page">
      <h1>{{ 'shell.not-found.title' | t }}</h1>
      <app-empty-state [heading]="'shell.not-found.heading' | t" [text]="'shell.not-found.text' | t">
        <a class="button button-primary" routerLink="/oversikt">{{ 'shell.to-overview' | t }}</a>
      </app-empty-state>
    </div>
  `,
})
export class NotFoundPage {}
