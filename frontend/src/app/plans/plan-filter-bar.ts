import { Component, computed, DestroyRef, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { ActivatedRoute, type Params, Router } from '@angular/router';
import type { PlanArea, StrategyFollowUp, Verdict } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Announcer } from '../ui/announcer';
import { Icon } from '../ui/icon';
import { Texts } from '../platform/language/texts';
import { anchorOf, type PlanFilter } from './plan-reading';
import { countVerdicts, verdicts } from './verdict-counts';

/** Milliseconds of rest in the typing before the address follows. */
const rest = 250;

/** Words, verdicts and area to read the plan by. They stand in the address, so that a view can be sent as a link. */
@Component({
  selector: 'app-plan-filter-bar',
  imports: [Icon, TranslatePipe],
  templateUrl: './plan-filter-bar.html',
  styleUrl: './plan-filter-bar.scss',
})
export class PlanFilterBar {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly texts = inject(Texts);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly q = input('');
  readonly filter = input.required<PlanFilter>();
  readonly areas = input.required<readonly PlanArea[]>();
  readonly followUp = input.required<readonly StrategyFollowUp[] | null>();
  readonly hits = input.required<number>();
  readonly filtered = input.required<boolean>();

  protected readonly typed = linkedSignal(() => this.q());
  protected readonly groups = computed(() =>
    (['priority', 'effort'] as const).map((kind) => ({
      kind,
      areas: this.areas()
        .filter((area) => area.kind === kind)
        .map((area) => ({ anchor: anchorOf(area), title: area.title })),
    })),
  );
  /** Each verdict that occurs in the chosen area, and those chosen. */
  protected readonly choices = computed(() => {
    const { area, verdicts: chosen } = this.filter();
    const within = this.followUp()?.filter((strategy) => area === null || anchorOf(strategy.area) === area) ?? [];
    const counts = countVerdicts(within);
    return verdicts
      .map((verdict) => ({ verdict, count: counts.find((each) => each.verdict === verdict)?.count ?? 0 }))
      .filter(({ verdict, count }) => count > 0 || chosen.includes(verdict));
  });

  constructor() {
    const announcer = inject(Announcer);
    effect(() => {
      const said = this.filtered() ? this.texts.text('plans.hits', { count: this.hits() }) : null;
      if (said) untracked(() => announcer.announce(said));
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected search(typed: string): void {
    this.typed.set(typed);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show({ q: typed.trim() || null }, true), rest);
  }

  protected searchNow(event: Event): void {
    event.preventDefault();
    clearTimeout(this.timer);
    this.show({ q: this.typed().trim() || null });
  }

  protected toggle(verdict: Verdict): void {
    const { verdicts: chosen } = this.filter();
    const now = chosen.includes(verdict) ? chosen.filter((each) => each !== verdict) : [...chosen, verdict];
    this.show({ verdict: now.length > 0 ? now.join(',') : null });
  }

  protected chooseArea(area: string): void {
    this.show({ area: area || null });
  }

  protected showAll(): void {
    clearTimeout(this.timer);
    this.typed.set('');
    this.show({ q: null, verdict: null, area: null });
  }

  private show(queryParams: Params, replaceUrl = false): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl,
    });
  }
}
