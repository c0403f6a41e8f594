import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import {
  type ExceptionView,
  formatDate,
  type OperationalMeasureView,
  type StrategyPage as StrategyFacts,
} from '#shared';
import { problemErrorOf } from '../../platform/http/problem-error';
import { problemText } from '../../platform/http/problem-text';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { PageTitle } from '../../platform/page-title';
import { Session } from '../../platform/session';
import { Breadcrumb } from '../../ui/breadcrumb';
import { DatePipe } from '../../ui/date.pipe';
import { EmptyState } from '../../ui/empty-state';
import { Confirm } from '../../ui/confirm';
import { FailedState } from '../../ui/failed-state';
import { FindingReason } from '../../ui/finding-words/finding-reason';
import { Icon } from '../../ui/icon';
import { Notices } from '../../ui/notices';
import { SeverityLabel } from '../../ui/severity-label';
import { Skeleton } from '../../ui/skeleton';
import { type HasUnsavedChanges, warnBeforeUnload } from '../../ui/unsaved-changes';
import { VerdictBadge } from '../../ui/verdict-badge';
import { ContributingProjects } from './contributing-projects';
import { FindingMends } from './finding-mends';
import { MeasureRows } from './measure-rows';
import { OperationalMeasures } from './operational-measures';
import { StrategyClient } from './strategy-client';
import { StrategyExceptions } from './strategy-exceptions';
import { StrategyHistory } from './strategy-history';
import { StrategyResponsibility } from './strategy-responsibility';
import { StrategyWriteClient, type Written } from './strategy-write-client';
import { StrategyWriting } from './strategy-writing';
import type { Writing } from './writing';

/** One strategy: what becomes of it, why, what would change that, who carries it and who answers for it. */
@Component({
  selector: 'app-strategy-page',
  imports: [
    Breadcrumb,
    ContributingProjects,
    DatePipe,
    EmptyState,
    FailedState,
    FindingMends,
    FindingReason,
    Icon,
    MeasureRows,
    OperationalMeasures,
    RouterLink,
    SeverityLabel,
    Skeleton,
    StrategyExceptions,
    StrategyHistory,
    StrategyResponsibility,
    StrategyWriting,
    TranslatePipe,
    VerdictBadge,
  ],
  templateUrl: './strategy-page.html',
  styleUrl: './strategy-page.scss',
})
export class StrategyPage implements HasUnsavedChanges {
  private readonly texts = inject(Texts);
  private readonly document = inject(DOCUMENT);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly writes = inject(StrategyWriteClient);
  private readonly injector = inject(Injector);
  private readonly responsibility = viewChild(StrategyResponsibility);
  private readonly history = viewChild(StrategyHistory);
  private readonly written = viewChild<HasUnsavedChanges>('written');
  protected readonly session = inject(Session);

  /** Of the address: `/planen/:plan/:code#measure`. */
  readonly plan = input.required<string>();
  readonly code = input.required<string>();
  protected readonly target = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });

  protected readonly strategy = inject(StrategyClient).strategy(this.plan, this.code);
  /** A dialog is open for it. */
  protected readonly writing = signal<Writing | null>(null);
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
    warnBeforeUnload(this);
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

  hasUnsavedChanges(): boolean {
    return this.written()?.hasUnsavedChanges() ?? false;
  }

  /** What was written is shown as it has been judged. */
  protected finish(saved: StrategyFacts | null): void {
    const written = this.writing();
    this.writing.set(null);
    if (saved && written) this.takeIn(saved, 'strategy-page.saved.' + written.what, anchorOf(written));
  }

  protected withdrawException(exception: ExceptionView): Promise<void> {
    return this.ask('withdraw-exception', this.nameOf(exception), 'unntak', (on) =>
      this.writes.withdrawException(on, exception.id),
    );
  }

  protected removeException(exception: ExceptionView): Promise<void> {
    return this.ask('remove-exception', this.nameOf(exception), 'unntak', (on) =>
      this.writes.removeException(on, exception.id),
    );
  }

  protected endOperation({ id, name, confirmedOn }: OperationalMeasureView): Promise<void> {
    return this.ask(confirmedOn ? 'end-operation' : 'remove-operation', name, 'drift', (on) =>
      this.writes.endOperation(on, id),
    );
  }

  protected editResponsibility(): void {
    this.responsibility()?.edit();
  }

  protected readAgain(): void {
    this.strategy.reload();
    this.history()?.reload();
  }

  /** Asks before something is ended or taken away. */
  private async ask(
    act: 'withdraw-exception' | 'remove-exception' | 'end-operation' | 'remove-operation',
    name: string,
    anchor: string,
    write: (on: Written) => Promise<StrategyFacts>,
  ): Promise<void> {
    const sure = await this.confirm.ask({
      heading: this.texts.text('strategy-page.ask.' + act + '.heading', { name }),
      text: this.texts.text('strategy-page.ask.' + act + '.text'),
      confirm: this.texts.text('strategy-page.ask.' + act + '.confirm'),
      cancel: this.texts.text('ui.cancel'),
      danger: true,
    });
    if (!sure || !this.strategy.hasValue()) return;
    const { plan, code, version } = this.strategy.value();
    try {
      this.takeIn(await write({ plan: plan.slug, code, version }), 'strategy-page.ask.' + act + '.done', anchor);
    } catch (error) {
      const problem = problemErrorOf(error);
      this.notices.show(problemText(this.texts, problem));
      if (problem.status === 412 || problem.status === 409) this.readAgain();
    }
  }

  /** Shows the strategy as it has become. A button that led here and is gone leaves the focus at what it led to. */
  private takeIn(strategy: StrategyFacts, told: string, anchor: string): void {
    this.strategy.set(strategy);
    this.history()?.reload();
    this.notices.show(this.texts.text(told));
    afterNextRender(
      () => {
        const { activeElement, body } = this.document;
        if (activeElement === null || activeElement === body) this.goTo(anchor);
      },
      { injector: this.injector },
    );
  }

  private nameOf({ type }: ExceptionView): string {
    return this.texts.text('words.exception.' + type);
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

/** Where on the page it is shown. */
function anchorOf({ what }: Writing): string {
  return what === 'exception' || what === 'decision' ? 'unntak' : 'drift';
}
