import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StatusReport } from '#shared';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { PageTitle } from '../platform/page-title';
import { Breadcrumb, type Crumb } from '../ui/breadcrumb';
import { DatePipe } from '../ui/date.pipe';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Skeleton } from '../ui/skeleton';
import { type HasUnsavedChanges, warnBeforeUnload } from '../ui/unsaved-changes';
import { StatusReceipt } from './status-receipt';
import { StatusReportClient } from './status-report-client';
import { StatusReportForm } from './status-report-form';

/** How a project stands, told in a minute: filled in from last time, or «ingen endring». */
@Component({
  selector: 'app-submit-status-report-page',
  imports: [
    Breadcrumb,
    DatePipe,
    EmptyState,
    FailedState,
    RouterLink,
    Skeleton,
    StatusReceipt,
    StatusReportForm,
    TranslatePipe,
  ],
  template: `
    <div class="page">
      <app-breadcrumb class="screen-only" [trail]="trail()" />
      @if (received(); as report) {
        <app-status-receipt [report]="report" [number]="number()" [name]="name()" />
      } @else {
        <header class="page-head">
          <h1>{{ 'status-reports.submit.title' | t }}</h1>
          @if (project.hasValue()) {
            <p class="answer">{{ project.value().name }}</p>
          }
          @if (period(); as period) {
            <p class="muted">
              {{ 'status-reports.period' | t: { period: period.name, due: (period.dueOn | date) } }}
            </p>
          }
        </header>
        @if (project.hasValue() && reports.hasValue()) {
          @if (project.value().may.report) {
            <app-status-report-form
              [project]="project.value()"
              [reports]="reports.value()"
              (submitted)="received.set($event)"
            />
          } @else {
            <app-empty-state
              [heading]="'status-reports.may-not.heading' | t"
              [text]="'status-reports.may-not.text' | t"
            >
              <a class="button" [routerLink]="['/prosjekter', number()]">
                {{ 'status-reports.receipt.to-project' | t }}
              </a>
            </app-empty-state>
          }
        } @else if (project.error() ?? reports.error(); as error) {
          <app-failed-state [error]="error" (retry)="retry()" />
        } @else {
          <app-skeleton shape="form" [rows]="7" />
        }
      }
    </div>
  `,
})
export class SubmitStatusReportPage implements HasUnsavedChanges {
  private readonly client = inject(StatusReportClient);
  private readonly texts = inject(Texts);
  private readonly form = viewChild(StatusReportForm);

  readonly number = input.required<string>();

  protected readonly project = this.client.project(this.number);
  protected readonly reports = this.client.latest(this.number);
  protected readonly received = signal<StatusReport | null>(null);

  protected readonly name = computed(() => (this.project.hasValue() ? this.project.value().name : ''));
  protected readonly period = computed(() => (this.reports.hasValue() ? this.reports.value().openPeriod : null));
  protected readonly trail = computed((): Crumb[] => [
    { text: this.texts.text('shell.nav.projects'), link: '/prosjekter' },
    { text: this.number(), link: ['/prosjekter', this.number()], code: true },
  ]);

  constructor() {
    warnBeforeUnload(this);
    const title = inject(PageTitle);
    effect(() => {
      if (this.name()) title.name(this.texts.text('status-reports.titled', { project: this.name() }));
    });
  }

  hasUnsavedChanges(): boolean {
    return this.form()?.hasUnsavedChanges() ?? false;
  }

  protected retry(): void {
    if (this.project.error()) this.project.reload();
    if (this.reports.error()) this.reports.reload();
  }
}
