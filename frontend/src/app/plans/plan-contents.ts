import { afterRenderEffect, Component, computed, DestroyRef, DOCUMENT, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StrategyFollowUp } from '#shared';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Icon } from '../ui/icon';
import { anchorOf, type AreaReading, type PlanReading } from './plan-reading';

interface Entry {
  readonly anchor: string;
  readonly text: string;
  readonly strategies?: number;
  readonly lacking?: number;
}

/** What stands where in the plan, with how many strategies each area has and how many of them lack follow-up. */
@Component({
  selector: 'app-plan-contents',
  imports: [Icon, RouterLink, TranslatePipe],
  templateUrl: './plan-contents.html',
  styleUrl: './plan-contents.scss',
})
export class PlanContents {
  private readonly texts = inject(Texts);
  private readonly document = inject(DOCUMENT);
  private observer: IntersectionObserver | undefined;

  readonly reading = input.required<PlanReading>();
  /** The language the plan is written in. */
  readonly language = input.required<string>();
  readonly followUp = input.required<readonly StrategyFollowUp[] | null>();

  /** On a narrow page the contents are shown when asked for. */
  protected readonly open = signal(false);
  /** The section that is being read. */
  protected readonly here = signal<string | null>(null);
  protected readonly lead = computed(() => this.leadEntries());
  protected readonly priority = computed(() => this.areas('priority'));
  protected readonly effort = computed(() => this.areas('effort'));

  constructor() {
    afterRenderEffect(() => this.watch([...this.lead(), ...this.priority(), ...this.effort()]));
    inject(DestroyRef).onDestroy(() => this.observer?.disconnect());
  }

  private leadEntries(): Entry[] {
    const { foreword, vision, slogan, goals, commentary } = this.reading();
    const entry = (shown: boolean, anchor: string, text: string): Entry[] => (shown ? [{ anchor, text }] : []);
    return [
      ...entry(foreword.length > 0, 'forord', this.texts.text('plans.foreword')),
      ...entry(vision.length > 0 || slogan, 'visjon', this.texts.text('plans.vision')),
      ...entry(goals.length + commentary.length > 0, 'utviklingsmal', this.texts.text('plans.development-goals')),
    ];
  }

  private areas(kind: 'priority' | 'effort'): Entry[] {
    return this.reading()
      .areas.filter(({ area }) => area.kind === kind)
      .map(({ area, strategies, anchor }: AreaReading) => ({
        anchor,
        text: area.title,
        strategies: strategies.length,
        lacking: this.followUp()?.filter(
          (strategy) =>
            strategy.verdict === 'lacking' &&
            anchorOf(strategy.area) === anchor &&
            strategies.some(({ strategy: { code } }) => code === strategy.code),
        ).length,
      }));
  }

  /** The last section whose top has passed the upper part of the window is the one being read. */
  private watch(entries: readonly Entry[]): void {
    this.observer?.disconnect();
    if (typeof IntersectionObserver === 'undefined') return;
    this.observer = new IntersectionObserver(
      (seen) => {
        const entered = seen.find(({ isIntersecting }) => isIntersecting);
        if (entered) this.here.set(entered.target.id);
      },
      { rootMargin: '-15% 0px -75% 0px' },
    );
    for (const { anchor } of entries) {
      const section = this.document.getElementById(anchor);
      if (section) this.observer.observe(section);
    }
  }
}
