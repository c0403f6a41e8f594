import { afterRenderEffect, Component, computed, DOCUMENT, effect, inject, input, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { formatDate, type StrategyPage as StrategyFacts } from '#shared';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { PageTitle } from '../../platform/page-title';
import { Session } from '../../platform/session';
import { Breadcrumb } from '../../ui/breadcrumb';
import { DatePipe } from '../../ui/date.pipe';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { Icon } from '../../ui/icon';
import { SeverityLabel } from '../../ui/severity-label';
import { Skeleton } from '../../ui/skeleton';
import { VerdictBadge } from '../../ui/verdict-badge';
import { ContributingProjects } from './contributing-projects';
import { FindingReason } from './finding-reason';
import { MeasureRows } from './measure-rows';
import { StrategyClient } from './strategy-client';
import { StrategyExceptions } from './strategy-exceptions';
import { StrategyHistory } from './strategy-history';
import { StrategyResponsibility } from './strategy-responsibility';

/** One strategy: what becomes of it, why, what would change that, who carries it and who answers for it. */
@Component({
  selector: 'app-strategy-page',
  imports: [
    Breadcrumb,
    ContributingProjects,
    DatePipe,
    EmptyState,
    FailedState,
    FindingReason,
    Icon,
    MeasureRows,
    RouterLink,
    SeverityLabel,
    Skeleton,
    StrategyExceptions,
    StrategyHistory,
    StrategyResponsibility,
    TranslatePipe,
    VerdictBadge,
  ],
  templateUrl: './strategy-page.html',
  styleUrl: './strategy-page.scss',
})
export class StrategyPage {
  private readonly texts = inject(Texts);
  private readonly document = inject(DOCUMENT);
  private readonly responsibility = viewChild(StrategyResponsibility);
  private readonly history = viewChild(StrategyHistory);
  protected readonly session = inject(Session);

  /** Of the address: `/planen/:plan/:code#measure`. */
  readonly plan = input.required<string>();
  readonly code = input.required<string>();
  protected readonly target = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });

  protected readonly strategy = inject(StrategyClient).strategy(this.plan, this.code);
  protected readonly trail = computed(() => {
    const link = ['/planen', this.plan()];
    if (!this.strategy.hasValue()) return [{ text: this.texts.text('strategy-page.plan'), link }];
    const { plan, area } = this.strategy.value();
    const anchor = `${area.code}-${area.kind === 'priority' ? 'A' : 'I'}`;
    return [
      { text: plan.title.split(' – ')[0]!, link },
      { text: area.title, link, query: { area: anchor } },
    ];
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.strategy.hasValue()) title.name(`${this.code()} ${this.strategy.value().title}`);
    });
    afterRenderEffect(() => {
      const target = this.target();
      if (this.strategy.hasValue() && target) this.goTo(target);
    });
  }

  /** The verdict as a sentence, and the first reason for it. */
  protected answer({ verdict, findings, exceptions, projects }: StrategyFacts): string {
    const reason = findings.find(({ covered }) => !covered)?.text ?? '';
    const until = exceptions.find(({ valid }) => valid)?.validTo;
    return this.texts.text('strategy-page.answer.' + verdict, {
      reason,
      until: until ? formatDate(until) : '',
      projects: projects.filter(({ counts }) => counts).length,
    });
  }

  protected editResponsibility(): void {
    this.responsibility()?.edit();
  }

  protected readAgain(): void {
    this.strategy.reload();
    this.history()?.reload();
  }

  /** The rows come after the address has been read, so the browser has not found the place itself. */
  private goTo(code: string): void {
    const place = this.document.getElementById(code);
    if (!place) return;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView();
  }
}
