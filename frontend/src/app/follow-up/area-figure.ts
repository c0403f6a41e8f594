import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Overview, Verdict } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Icon } from '../ui/icon';
import { StackedBar } from '../ui/stacked-bar';
import { areaKey, verdictOrder } from './verdict-order';

type Area = Overview['areas'][number];

/** Always shown, also when nothing has them; the others only when something has. */
const usual: readonly Verdict[] = ['lacking', 'weak', 'excepted', 'followed-up'];

/** Follow-up per area: a bar from a common zero, its numbers beside it, every number a way into the plan. */
@Component({
  selector: 'app-area-figure',
  imports: [Icon, RouterLink, StackedBar, TranslatePipe],
  templateUrl: './area-figure.html',
  styleUrl: './area-figure.scss',
})
export class AreaFigure {
  readonly plan = input.required<string>();
  readonly areas = input.required<readonly Area[]>();
  /** Of the plan: its areas are named in it. */
  readonly language = input.required<string>();
  /** How deep the heading stands in the page that shows it. */
  readonly level = input<2 | 3>(2);

  protected readonly scale = computed(() => Math.max(1, ...this.areas().map(({ total }) => total)));
  protected readonly columns = computed(() =>
    verdictOrder.filter((verdict) => usual.includes(verdict) || this.areas().some(({ verdicts }) => verdicts[verdict])),
  );
  protected readonly groups = computed(() =>
    (['priority', 'effort'] as const)
      .map((kind) => ({ kind, areas: this.rows().filter((area) => area.kind === kind) }))
      .filter(({ areas }) => areas.length > 0),
  );
  /** The area that lacks most, when one does. */
  protected readonly worst = computed(() => {
    const [first, second] = this.rows();
    return first && first.verdicts.lacking > (second?.verdicts.lacking ?? 0) ? first : null;
  });

  private readonly rows = computed(() =>
    this.areas()
      .map((area) => ({
        ...area,
        key: areaKey(area),
        parts: verdictOrder.map((verdict) => ({ kind: verdict, count: area.verdicts[verdict] })),
      }))
      .toSorted((a, b) => b.verdicts.lacking - a.verdicts.lacking || b.verdicts.weak - a.verdicts.weak),
  );
}
