import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { PageTitle } from '../../platform/page-title';
import { Breadcrumb } from '../../ui/breadcrumb';
import { FailedState } from '../../ui/failed-state';
import { Skeleton } from '../../ui/skeleton';
import { ProjectClient } from '../project-client';
import { ContributionsEditor } from './contributions-editor';

/** Links a project to what it contributes to: the second step of registering, and a page of its own. */
@Component({
  selector: 'app-link-project-page',
  imports: [Breadcrumb, ContributionsEditor, FailedState, RouterLink, Skeleton, TranslatePipe],
  template: `
    <div class="page">
      <app-breadcrumb class="screen-only" [trail]="trail()" />
      <header class="page-head">
        <h1>{{ 'projects.link.title' | t }}</h1>
        @if (current(); as project) {
          <p>
            <span class="code">{{ project.number }}</span> {{ project.name }}
          </p>
          @if (strategies() > 0) {
            <p class="answer">{{ 'projects.link.answer' | t: { count: strategies() } }}</p>
          }
        }
      </header>
      @if (project.error()) {
        <app-failed-state [error]="project.error()" (retry)="project.reload()" />
      } @else if (current(); as project) {
        <app-contributions-editor [project]="project" [strategy]="strategy()" (changed)="current.set($event)" />
        <div class="button-row screen-only">
          <a class="button" [class.button-primary]="strategies() > 0" [routerLink]="['/prosjekter', number()]">
            {{ (strategies() > 0 ? 'projects.link.done' : 'projects.link.later') | t }}
          </a>
        </div>
      } @else {
        <app-skeleton shape="lines" [rows]="8" />
      }
    </div>
  `,
})
export class LinkProjectPage {
  private readonly texts = inject(Texts);

  readonly number = input.required<string>();
  /** Code of the strategy one came to link: `?strategy=BY-A1`. */
  readonly strategy = input<string>();

  protected readonly project = inject(ProjectClient).project(this.number);
  protected readonly current = linkedSignal(() => (this.project.hasValue() ? this.project.value() : undefined));
  protected readonly strategies = computed(
    () => new Set(this.current()?.contributions.map(({ plan, strategyCode }) => `${plan} ${strategyCode}`)).size,
  );
  protected readonly trail = computed(() => [
    { text: this.texts.text('projects.list.title'), link: '/prosjekter' },
    { text: this.number(), link: ['/prosjekter', this.number()], code: true },
  ]);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const name = this.current()?.name;
      if (name) title.name(this.texts.text('projects.link.of', { name }));
    });
  }
}
