import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CouncilOverview } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { AmountPipe } from '../ui/amount.pipe';
import { balanceOf } from '../ui/balance';
import { DatePipe } from '../ui/date.pipe';
import { Light } from '../ui/light';

/**
 * Investment or operations: every project with its frame, the year's budget and accounts, and its forecast. Shown in
 * 1 000 kr; totals add whole øre before they are rounded.
 */
@Component({
  selector: 'app-money-chapter',
  imports: [AmountPipe, DatePipe, Light, RouterLink, TranslatePipe],
  templateUrl: './money-chapter.html',
  styleUrl: './money-chapter.scss',
})
export class MoneyChapter {
  readonly money = input.required<CouncilOverview['money'][number]>();
  readonly year = input.required<number>();

  protected readonly dimensions = ['progress', 'economy', 'quality'] as const;
  protected readonly sentence = computed(() => {
    const { side, ore } = balanceOf(this.money().totals.deviationOre);
    return { side, amountOre: ore };
  });
}
