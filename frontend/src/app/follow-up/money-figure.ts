import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatMillions, type Overview } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { AmountPipe } from '../ui/amount.pipe';
import { balanceOf } from '../ui/balance';

/** Money against frame, in millions of kroner, for projects that have both a frame and a forecast. */
@Component({
  selector: 'app-money-figure',
  imports: [AmountPipe, RouterLink, TranslatePipe],
  templateUrl: './money-figure.html',
  styleUrl: './money-figure.scss',
})
export class MoneyFigure {
  readonly money = input.required<Overview['money']>();

  protected readonly answer = computed(() => {
    const { side, ore } = balanceOf(this.money().deviationOre);
    return { kind: side, amount: formatMillions(ore) };
  });
  protected readonly rows = computed(() => {
    const { approvedFrameOre, finalForecastOre, accountsToDateOre } = this.money();
    const scale = Math.max(1, approvedFrameOre ?? 0, finalForecastOre ?? 0, accountsToDateOre ?? 0);
    return [
      { text: 'follow-up.money.frame', ore: approvedFrameOre, kind: 'frame' },
      { text: 'follow-up.money.forecast', ore: finalForecastOre, kind: 'forecast' },
      { text: 'follow-up.money.accounts', ore: accountsToDateOre, kind: 'accounts' },
    ].map((row) => ({ ...row, share: (100 * Math.max(0, row.ore ?? 0)) / scale }));
  });
}
