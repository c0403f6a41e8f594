import { afterRenderEffect, Component, computed, DOCUMENT, effect, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { CouncilOverview } from '#shared';
import { AreaFigure } from '../follow-up/area-figure';
import { SectorFigure } from '../follow-up/sector-figure';
import { problemErrorOf } from '../platform/http/problem-error';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { PageTitle } from '../platform/page-title';
import { DatePipe } from '../ui/date.pipe';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Skeleton } from '../ui/skeleton';
import { AreaChapter } from './area-chapter';
import { CouncilOverviewClient } from './council-overview-client';
import { CouncilSummary } from './council-summary';
import { DeviationExplanations } from './deviation-explanations';
import { ExceptionTable } from './exception-table';
import { FinishedProjects } from './finished-projects';
import { LackingTable } from './lacking-table';
import { MoneyChapter } from './money-chapter';
import { YearBefore } from './year-before';

/** The chapters, in the order of the annual report; the number is the place. */
const chapters = ['status', 'goals', 'effort', 'spatial', 'lacking', 'exceptions', 'portfolio', 'money'] as const;

/** A year as the council reads it: a document on screen that makes a decent paper. */
@Component({
  selector: 'app-council-overview-page',
  imports: [
    AreaChapter,
    AreaFigure,
    CouncilSummary,
    DatePipe,
    DeviationExplanations,
    EmptyState,
    ExceptionTable,
    FailedState,
    FinishedProjects,
    LackingTable,
    MoneyChapter,
    RouterLink,
    SectorFigure,
    Skeleton,
    TranslatePipe,
    YearBefore,
  ],
  templateUrl: './council-overview-page.html',
  styleUrl: './council-overview-page.scss',
})
export class CouncilOverviewPage {
  private readonly texts = inject(Texts);
  private readonly document = inject(DOCUMENT);
  private readonly target = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });

  /** Of the address: `/kommunestyret/:plan/:year#chapter`. */
  readonly plan = input.required<string>();
  readonly year = input.required<string>();

  protected readonly overview = inject(CouncilOverviewClient).ofYear(this.plan, this.year);
  protected readonly chapters = chapters;
  protected readonly facts = computed(() => (this.overview.hasValue() ? this.overview.value() : null));

  protected readonly heading = computed(() => {
    const facts = this.facts();
    return facts
      ? this.texts.text('reporting.council.heading', { plan: facts.plan.title, year: String(facts.year) })
      : this.texts.text('reporting.council.title');
  });

  /** The year asked for is one that Planspor was not in use. */
  protected readonly beforeHistory = computed(() => {
    const error = this.overview.error();
    return error !== undefined && problemErrorOf(error).code === 'year-without-history';
  });

  protected readonly portfolio = computed(() => portfolioOf(this.facts()));
  protected readonly effortAreas = computed(() => this.facts()?.areas.filter(({ kind }) => kind === 'effort') ?? []);
  protected readonly priorityAreas = computed(
    () => this.facts()?.areas.filter(({ kind }) => kind === 'priority') ?? [],
  );

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.name(this.texts.text('reporting.council.of-year', { year: this.year() })));
    afterRenderEffect(() => {
      const target = this.target();
      if (this.facts() && target) this.goTo(target);
    });
  }

  protected print(): void {
    this.document.defaultView?.print();
  }

  /** The chapters come after the address has been read, so the browser has not found the place itself. */
  private goTo(chapter: string): void {
    const heading = this.document.getElementById(chapter);
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  }
}

function portfolioOf(facts: CouncilOverview | null) {
  if (!facts) return null;
  const { phases, sectors } = facts.portfolio;
  return {
    total: sectors.reduce((sum, { total }) => sum + total, 0),
    lights: facts.summary.projects.lights,
    phases,
    sectors,
  };
}
