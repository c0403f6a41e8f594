import { afterRenderEffect, Component, computed, DOCUMENT, effect, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { osloDate, type Verdict } from '#shared';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { PageTitle } from '../platform/page-title';
import { DatePipe } from '../ui/date.pipe';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Icon } from '../ui/icon';
import { LinkedSentence } from '../ui/linked-sentence';
import { Notices } from '../ui/notices';
import { Skeleton } from '../ui/skeleton';
import { ChangePlanDialog } from './change-plan-dialog';
import { PlanAreaSection } from './plan-area';
import { PlanClient } from './plan-client';
import { PlanContents } from './plan-contents';
import { PlanFilterBar } from './plan-filter-bar';
import { PlanLead } from './plan-lead';
import { type PlanFilter, readPlan } from './plan-reading';
import { csvName, strategiesCsv } from './strategies-csv';
import { verdicts } from './verdict-counts';
import { wordsOfSearch } from './word-search';

/** The plan as it was adopted, word for word, and in its margin what becomes of it. */
@Component({
  selector: 'app-plan-page',
  imports: [
    ChangePlanDialog,
    DatePipe,
    EmptyState,
    FailedState,
    Icon,
    LinkedSentence,
    PlanAreaSection,
    PlanContents,
    PlanFilterBar,
    PlanLead,
    Skeleton,
    TranslatePipe,
  ],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.scss',
})
export class PlanPage {
  private readonly client = inject(PlanClient);
  private readonly texts = inject(Texts);
  private readonly notices = inject(Notices);
  private readonly document = inject(DOCUMENT);

  /** Of the address: `/planen/:plan?q=&verdict=&area=#code`. */
  readonly plan = input.required<string>();
  readonly q = input<string>();
  readonly verdict = input<string>();
  readonly area = input<string>();
  protected readonly target = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });

  protected readonly view = this.client.plan(this.plan);
  protected readonly followUp = this.client.followUp(this.plan);
  protected readonly judged = computed(() => (this.followUp.hasValue() ? this.followUp.value() : null));
  protected readonly changing = signal(false);

  protected readonly filter = computed((): PlanFilter => ({
    words: wordsOfSearch(this.q() ?? ''),
    verdicts: (this.verdict() ?? '').split(',').filter((each): each is Verdict => verdicts.includes(each as Verdict)),
    area: this.area() || null,
  }));
  protected readonly reading = computed(() =>
    this.view.hasValue() ? readPlan(this.view.value(), this.judged(), this.filter()) : null,
  );
  protected readonly answer = computed(() => {
    const judged = this.judged();
    if (!judged) return null;
    const count = (verdict: Verdict) => judged.filter((strategy) => strategy.verdict === verdict).length;
    const plan = ['/planen', this.plan()];
    return {
      values: { lacking: count('lacking'), weak: count('weak'), followed: count('followed-up'), total: judged.length },
      links: {
        lackinglink: { link: plan, query: { verdict: 'lacking' } },
        weaklink: { link: plan, query: { verdict: 'weak' } },
        followedlink: { link: plan, query: { verdict: 'followed-up' } },
      },
    };
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.view.hasValue()) title.name(this.view.value().title);
    });
    afterRenderEffect(() => {
      const target = this.target();
      if (this.view.hasValue() && target) this.goTo(target);
    });
  }

  protected planChanged(): void {
    this.changing.set(false);
    this.view.reload();
    this.notices.show(this.texts.text('plans.change.saved'));
  }

  /** For those who read the plan elsewhere, or count in it. */
  protected saveCsv(): void {
    const reading = this.reading();
    if (!this.view.hasValue() || !reading) return;
    const file = new Blob([strategiesCsv(this.texts, reading.areas)], { type: 'text/csv;charset=utf-8' });
    const link = this.document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = csvName(this.view.value(), this.texts, osloDate(new Date()));
    link.click();
    URL.revokeObjectURL(link.href);
  }

  protected print(): void {
    this.document.defaultView?.print();
  }

  /** The text comes after the address has been read, so the browser has not found the place itself. */
  private goTo(code: string): void {
    const place = this.document.getElementById(code);
    if (!place) return;
    place.closest('details')?.setAttribute('open', '');
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView();
  }
}
