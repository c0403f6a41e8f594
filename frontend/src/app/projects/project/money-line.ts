import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MoneyKind, ProjectMoney } from '#shared';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { AmountPipe } from '../../ui/amount.pipe';

/** Frame, spent, forecast and deviation in one line, and how much of the frame is used as a length. */
@Component({
  selector: 'app-money-line',
  imports: [AmountPipe, RouterLink, TranslatePipe],
  templateUrl: './money-line.html',
  styleUrl: './money-line.scss',
})
export class MoneyLine {
  readonly money = input.required<ProjectMoney>();
  readonly kind = input.required<MoneyKind>();
  readonly number = input.required<string>();

  protected readonly overspends = computed(() => (this.money().deviationOre ?? 0) < 0);

  /** Parts of the frame or of what goes beyond it, in per cent of the longest; null without a frame to hold against. */
  protected readonly drawn = computed(() => {
    const { approvedFrameOre: frame, accountsToDateOre: spent, finalForecastOre: forecast } = this.money();
    if (!frame || frame <= 0) return null;
    const longest = Math.max(frame, spent, forecast ?? 0);
    const percent = (ore: number) => (100 * Math.max(0, ore)) / longest;
    return { frame: percent(frame), spent: percent(spent), forecast: percent(forecast ?? spent) };
  });
  protected readonly share = computed(() => {
    const { approvedFrameOre: frame, accountsToDateOre: spent } = this.money();
    return frame && frame > 0 ? Math.round((100 * spent) / frame) : null;
  });
}
