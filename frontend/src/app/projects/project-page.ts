import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { formatDate, formatKroner, formatMillions, type Ore, osloDate, type ProjectView } from '#shared';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { PageTitle } from '../platform/page-title';
import { Session } from '../platform/session';
import { Shortcuts } from '../platform/shortcuts';
import { Breadcrumb, type Crumb } from '../ui/breadcrumb';
import { FailedState } from '../ui/failed-state';
import { Skeleton } from '../ui/skeleton';
import { problemErrorOf } from '../platform/http/problem-error';
import { ContributionsEditor } from './contributions/contributions-editor';
import { ProjectClient } from './project-client';
import { FindingList } from './project/finding-list';
import { LightRow } from './project/light-row';
import { MoneyLine } from './project/money-line';
import { ProjectFacts } from './project/project-facts';
import { ProjectHistory } from './project/project-history';
import { ProjectStoryClient } from './project/project-story-client';
import { StatusStory } from './project/status-story';

/** One project: how it stands, what it costs, what the rules say of it, what it contributes to, and its story. */
@Component({
  selector: 'app-project-page',
  imports: [
    Breadcrumb,
    ContributionsEditor,
    FailedState,
    FindingList,
    LightRow,
    MoneyLine,
    ProjectFacts,
    ProjectHistory,
    RouterLink,
    Skeleton,
    StatusStory,
    TranslatePipe,
  ],
  templateUrl: './project-page.html',
  styleUrl: './project-page.scss',
})
export class ProjectPage {
  private readonly client = inject(ProjectStoryClient);
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);

  readonly number = input.required<string>();

  protected readonly project = inject(ProjectClient).project(this.number);
  protected readonly findings = this.client.findings(this.number);
  private readonly shownReports = signal(5);
  protected readonly reports = this.client.statusReports(this.number, this.shownReports);

  protected readonly list = computed(() => (this.reports.hasValue() ? this.reports.value() : null));
  protected readonly found = computed(() => (this.findings.hasValue() ? this.findings.value() : null));
  protected readonly findingCount = computed(() => this.found()?.findings.length ?? 0);
  /** The report before the latest, which trends are held against. */
  protected readonly before = computed(() => this.list()?.items[1] ?? null);
  protected readonly gone = computed(() => problemErrorOf(this.project.error()).status === 404);

  protected readonly trail = computed((): Crumb[] => {
    const projects = { text: this.texts.text('projects.list.title'), link: '/prosjekter' };
    if (!this.project.hasValue()) return [projects];
    const { sector } = this.project.value();
    return [projects, { text: sector.name, link: '/prosjekter', query: { sector: sector.code } }];
  });

  /** How it stands: in its own words while it is under way, else what became of it. */
  protected readonly standing = computed(() => {
    if (!this.project.hasValue()) return '';
    const { lifecycle, lights, reportedAt, startsOn, finishedOn, postponedTo } = this.project.value();
    const date = { finished: finishedOn, postponed: postponedTo, 'not-started': startsOn }[lifecycle as 'finished'];
    if (lifecycle !== 'in-progress')
      return this.texts.text('projects.project.answer.' + lifecycle, { date: date ? formatDate(date) : 'none' });
    if (!lights || !reportedAt) return this.texts.text('projects.project.answer.unreported');
    return this.texts.text('projects.project.answer.status', {
      light: lights.overall,
      date: formatDate(osloDate(new Date(reportedAt))),
    });
  });

  protected readonly moneyStanding = computed(() => {
    if (!this.project.hasValue()) return '';
    const { approvedFrameOre: frame, finalForecastOre: forecast, deviationOre: deviation } = this.project.value().money;
    if (frame === null) return this.texts.text('projects.project.answer.no-frame');
    if (forecast === null || deviation === null)
      return this.texts.text('projects.project.answer.no-forecast', { frame: inWords(frame) });
    return this.texts.text('projects.project.answer.deviation', {
      side: deviation < 0 ? 'over' : deviation > 0 ? 'under' : 'even',
      amount: inWords(Math.abs(deviation)),
      frame: inWords(frame),
    });
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.project.hasValue()) title.name(this.project.value().name);
    });
    this.startStatusOnKey();
  }

  /** A link was made, approved or ended: the rules may now say otherwise. */
  protected takeIn(project: ProjectView): void {
    this.project.set(project);
    this.findings.reload();
  }

  /** `n` is a new status here, for who may report one. */
  private startStatusOnKey(): void {
    const shortcuts = inject(Shortcuts);
    const router = inject(Router);
    effect((onCleanup) => {
      if (!this.project.hasValue() || !this.project.value().may.report) return;
      const { number } = this.project.value();
      onCleanup(shortcuts.onNew(() => void router.navigate(['/prosjekter', number, 'status', 'ny'])));
    });
  }

  protected showMoreReports(): void {
    this.shownReports.update((size) => Math.min(size + 10, 200));
  }
}

/** `3,2 mill. kr`, and below a million whole kroner. */
function inWords(ore: Ore): string {
  return ore >= 1_000_000_00 ? `${formatMillions(ore)}\u00a0mill.\u00a0kr` : `${formatKroner(ore)}\u00a0kr`;
}
