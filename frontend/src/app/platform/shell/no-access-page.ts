import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../../ui/empty-state';
import { TranslatePipe } from '../language/translate.pipe';

@Component({
  selector: 'app-no-access-page',
  imports: [EmptyState, RouterLink, TranslatePipe],
  template: `
    <div class="page">
      <h1>{{ 'shell.no-access.title' | t }}</h1>
      <app-empty-state [heading]="'shell.no-access.heading' | t" [text]="'shell.no-access.text' | t">
        <a class="button button-primary" routerLink="/oversikt">{{ 'shell.to-overview' | t }}</a>
      </app-empty-state>
    </div>
  `,
})
export class NoAccessPage {}
