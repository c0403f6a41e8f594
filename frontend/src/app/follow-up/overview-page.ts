import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Overview } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
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

  protected readonly overview = this.client.overview();
  protected readonly mayRegister = inject(Session).may('project.register');

  protected readonly verdicts = computed(() => (this.overview.hasValue() ? shownVerdicts(this.overview.value()) : []));
  protected readonly answer = computed(() => (this.overview.hasValue() ? answerOf(this.overview.value()) : null));
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
