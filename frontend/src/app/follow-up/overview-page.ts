import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { map } from 'rxjs';
import { formatDate, type Overview, type ReportingPeriod } from '#shared';
import { problemErrorOf } from '../platform/http/problem-error';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Municipality } from '../platform/municipality';
import { Session } from '../platform/session';
import { DatePipe } from '../ui/date.pipe';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { LinkedSentence, type SentenceLink } from '../ui/linked-sentence';
import { Skeleton } from '../ui/skeleton';
import { VerdictBadge } from '../ui/verdict-badge';
import { AreaFigure } from './area-figure';
import { AttentionList } from './attention-list';
import { MissingStatus } from './missing-status';
import { MoneyFigure } from './money-figure';
import { OverviewClient } from './overview-client';
import { SectorFigure } from './sector-figure';
import { verdictOrder } from './verdict-order';

/** Two years of tertials: further back is asked for in the address. */
const periodsOffered = 6;

/** The leadership's front page: which strategies nobody carries, why, and what would mend it. */
@Component({
  selector: 'app-overview-page',
  imports: [
    AreaFigure,
    AttentionList,
    DatePipe,
    EmptyState,
    FailedState,
    LinkedSentence,
    MissingStatus,
    MoneyFigure,
    RouterLink,
    SectorFigure,
    Skeleton,
    TranslatePipe,
    VerdictBadge,
  ],
  templateUrl: './overview-page.html',
  styleUrl: './overview-page.scss',
})
export class OverviewPage {
  private readonly client = inject(OverviewClient);
  private readonly router = inject(Router);
  private readonly municipality = inject(Municipality);

  /** A date in the past, `2026-08-31`: the page as it was when that day ended. */
  protected readonly asOf = toSignal(
    inject(ActivatedRoute).queryParamMap.pipe(map((query) => query.get('as-of') ?? undefined)),
  );

  private readonly periods = this.client.reportingPeriods();
  protected readonly overview = this.client.overview(this.asOf);
  protected readonly mayRegister = inject(Session).may('project.register');

  /** Ends of periods that are over: the days one asks about. */
  protected readonly pastEnds = computed(() =>
    closedBefore(this.periods.hasValue() ? this.periods.value() : [], this.municipality.facts()?.today),
  );
  protected readonly verdicts = computed(() => (this.overview.hasValue() ? shownVerdicts(this.overview.value()) : []));
  protected readonly answer = computed(() => (this.overview.hasValue() ? answerOf(this.overview.value()) : null));

  /** The day asked for, when nothing was kept yet that day. */
  protected readonly beforeHistory = computed(() => {
    const day = this.asOf();
    const missing = this.overview.error() && problemErrorOf(this.overview.error()).status === 404;
    return day && missing ? formatDate(day) : null;
  });

  protected look(asOf: string): void {
    void this.router.navigate([], { queryParams: { 'as-of': asOf || null } });
  }
}

function shownVerdicts({ strategies: { verdicts } }: Overview) {
  return verdictOrder
    .map((verdict) => ({ verdict, count: verdicts[verdict] }))
    .filter(({ verdict, count }) => count > 0 || !['planned', 'phasing-in', 'completed'].includes(verdict));
}

/** What the headline is made of: how many are lacking, and whether that is more than at the end of the last period. */
function answerOf({ plan, strategies, before }: Overview) {
  const lacking = strategies.verdicts.lacking;
  const difference = before ? lacking - before.verdicts.lacking : 0;
  const links: Record<string, SentenceLink> = {
    lacking: { link: ['/planen', plan.slug], query: { verdict: 'lacking' } },
    all: { link: ['/planen', plan.slug] },
  };
  return {
    values: {
      lacking,
      total: strategies.total,
      change: !before ? 'unknown' : difference > 0 ? 'more' : difference < 0 ? 'fewer' : 'same',
      difference: Math.abs(difference),
      period: before?.period ?? '',
    },
    links,
  };
}

function closedBefore(periods: readonly ReportingPeriod[], today: string | undefined): ReportingPeriod[] {
  return today
    ? periods
        .filter(({ endsOn }) => endsOn < today)
        .toSorted((a, b) => (a.endsOn < b.endsOn ? 1 : -1))
        .slice(0, periodsOffered)
    : [];
}
