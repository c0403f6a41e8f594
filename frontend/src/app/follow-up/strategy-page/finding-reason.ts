import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Finding, StrategyPage } from '#shared';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { Session } from '../../platform/session';
import { DatePipe } from '../../ui/date.pipe';
import { Icon } from '../../ui/icon';
import { SeverityLabel } from '../../ui/severity-label';
import { mendsOf, readLines } from './finding-words';

/** One reason for the verdict: the rule, how grave, the sentence, what it read, what would change it, and the way there. */
@Component({
  selector: 'app-finding-reason',
  imports: [DatePipe, Icon, RouterLink, SeverityLabel, TranslatePipe],
  host: { '[class]': 'finding().covered ? "covered" : finding().severity' },
  templateUrl: './finding-reason.html',
  styleUrl: './finding-reason.scss',
})
export class FindingReason {
  private readonly texts = inject(Texts);
  private readonly session = inject(Session);

  readonly finding = input.required<Finding>();
  readonly strategy = input.required<StrategyPage>();
  /** The person wants to say who answers for the strategy. */
  readonly responsibility = output();

  protected readonly lines = computed(() => readLines(this.finding(), this.strategy(), this.texts));
  protected readonly mends = computed(() =>
    mendsOf(this.finding(), this.strategy(), {
      register: this.session.may('project.register'),
      change: this.strategy().mayChange,
    }),
  );
  protected readonly ruleName = computed(() => {
    const key = 'strategy-page.rule.' + this.finding().rule;
    return this.texts.has(key) ? this.texts.text(key) : null;
  });
}
