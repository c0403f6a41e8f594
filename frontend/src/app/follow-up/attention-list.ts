import { Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Overview } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Icon } from '../ui/icon';
import { VerdictBadge } from '../ui/verdict-badge';

type Strategy = Overview['attention'][number];

const shownAtFirst = 6;

/** Strategies that lack follow-up, worst first, each with why and the way to what would mend it. */
@Component({
  selector: 'app-attention-list',
  imports: [Icon, RouterLink, TranslatePipe, VerdictBadge],
  templateUrl: './attention-list.html',
  styleUrl: './attention-list.scss',
})
export class AttentionList {
  readonly plan = input.required<string>();
  /** What the plan's own words are written in. */
  readonly language = input.required<string>();
  readonly strategies = input.required<readonly Strategy[]>();
  readonly mayRegister = input(false);

  protected readonly shownAtFirst = shownAtFirst;
  protected readonly all = signal(false);
  protected readonly rows = computed(() =>
    this.strategies().map((strategy, index) => ({
      ...strategy,
      beyond: index >= shownAtFirst,
      // Nobody carries it: what mends that is a project. Anything else is mended from the strategy's own page.
      register: strategy.rule === 'S01' && this.mayRegister(),
    })),
  );
}
