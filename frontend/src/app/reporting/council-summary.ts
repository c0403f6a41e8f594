import { Component, computed, input } from '@angular/core';
import type { CouncilOverview } from '#shared';
import { verdictOrder } from '../follow-up/verdict-order';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { DatePipe } from '../ui/date.pipe';
import { LinkedSentence } from '../ui/linked-sentence';
import { VerdictBadge } from '../ui/verdict-badge';
import { MoneySummary } from './money-summary';

/** What became of the plan in a year, on one page: strategies, projects, money. Every figure is a chapter's own sum. */
@Component({
  selector: 'app-council-summary',
  imports: [DatePipe, LinkedSentence, MoneySummary, TranslatePipe, VerdictBadge],
  templateUrl: './council-summary.html',
  styleUrl: './council-summary.scss',
})
export class CouncilSummary {
  readonly overview = input.required<CouncilOverview>();

  protected readonly answer = computed(() => {
    const { plan, summary } = this.overview();
    const { verdicts, total } = summary.strategies;
    return {
      values: {
        total,
        followed: verdicts['followed-up'],
        completed: verdicts.completed,
        lacking: verdicts.lacking,
        weak: verdicts.weak,
      },
      links: {
        plan: { link: ['/planen', plan.slug] },
        none: { link: ['/planen', plan.slug], query: { verdict: 'lacking' } },
        some: { link: ['/planen', plan.slug], query: { verdict: 'weak' } },
      },
    };
  });

  protected readonly verdicts = computed(() => {
    const counts = this.overview().summary.strategies.verdicts;
    return verdictOrder
      .filter((verdict) => counts[verdict] > 0)
      .map((verdict) => ({ verdict, count: counts[verdict] }));
  });
}
