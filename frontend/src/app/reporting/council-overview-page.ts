import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CouncilOverview } from '#shared';
import { AreaFigure } from '../follow-up/area-figure';
import { SectorFigure } from '../follow-up/sector-figure';
import { problemErrorOf } from '../platform/http/problem-error';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { AmountPipe } from '../ui/amount.pipe';
import { DatePipe } from '../ui/date.pipe';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { LinkedSentence } from '../ui/linked-sentence';
import { Skeleton } from '../ui/skeleton';
import { VerdictBadge } from '../ui/verdict-badge';
import { AreaChapter } from './area-chapter';
import { CouncilOverviewClient } from './council-overview-client';
import { DeviationExplanations } from './deviation-explanations';
import { ExceptionTable } from './exception-table';
import { FinishedProjects } from './finished-projects';
import { LackingTable } from './lacking-table';
import { MoneyChapter } from './money-chapter';
import { verdictOrder } from '../follow-up/verdict-order';

/** The chapters, in the order of the annual report; the number is the place. */
const chapters = ['status', 'goals', 'effort', 'spatial', 'lacking', 'exceptions', 'portfolio', 'money'] as const;

/** A year as the council reads it: a document on screen that makes a decent paper. */
@Component({
  selector: 'app-council-overview-page',
  imports: [
    AmountPipe,
    AreaChapter,
    AreaFigure,
    DatePipe,
    DeviationExplanations,
    EmptyState,
    ExceptionTable,
    FailedState,
    FinishedProjects,
    LackingTable,
    LinkedSentence,
    MoneyChapter,
    RouterLink,
    SectorFigure,
    Skeleton,
    TranslatePipe,
    VerdictBadge,
  ],
  templateUrl: './council-overview-page.html',
  styleUrl: './council-overview-page.scss',
})
export class CouncilOverviewPage {
  private readonly router = inject(Router);

  readonly plan = input.required<string>();
  readonly year = input.required<string>();

  protected readonly overview = inject(CouncilOverviewClient).ofYear(this.plan, this.year);
  protected readonly chapters = chapters;
  protected readonly facts = computed(() => (this.overview.hasValue() ? this.overview.value() : null));

  /** The year asked for is one that Planspor was not in use. */
  protected readonly beforeHistory = computed(() => {
    const error = this.overview.error();
    return error !== undefined && problemErrorOf(error).code === 'year-without-history';
  });

  protected readonly answer = computed(() => {
    const facts = this.facts();
    if (!facts) return null;
    const { verdicts, total } = facts.summary.strategies;
    return {
      values: {
        year: String(facts.year),
        total,
        carried: verdicts['followed-up'] + verdicts.completed,
        lacking: verdicts.lacking,
        weak: verdicts.weak,
      },
      links: {
        plan: { link: ['/planen', facts.plan.slug] },
        none: { link: ['/planen', facts.plan.slug], query: { verdict: 'lacking' } },
        some: { link: ['/planen', facts.plan.slug], query: { verdict: 'weak' } },
      },
    };
  });

  protected readonly verdicts = computed(() => {
    const counts = this.facts()?.summary.strategies.verdicts;
    return counts
      ? verdictOrder.filter((verdict) => counts[verdict] > 0).map((verdict) => ({ verdict, count: counts[verdict] }))
      : [];
  });

  protected readonly portfolio = computed(() => portfolioOf(this.facts()));
  protected readonly effortAreas = computed(() => this.facts()?.areas.filter(({ kind }) => kind === 'effort') ?? []);
  protected readonly priorityAreas = computed(
    () => this.facts()?.areas.filter(({ kind }) => kind === 'priority') ?? [],
  );

  /** Where there is a year before to hold it against. */
  protected readonly yearBefore = computed(
    () => this.facts()?.statusByArea.filter(({ lackingLastYear }) => lackingLastYear !== null) ?? [],
  );

  protected choose(year: string): void {
    void this.router.navigate(['/kommunestyret', this.plan(), year]);
  }

  protected print(): void {
    print();
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
