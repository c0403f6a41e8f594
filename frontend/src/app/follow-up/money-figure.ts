import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatMillions, type Overview } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { AmountPipe } from '../ui/amount.pipe';

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
    const { deviationOre } = this.money();
    return {
      kind: deviationOre < 0 ? 'over' : deviationOre > 0 ? 'under' : 'even',
      amount: formatMillions(Math.abs(deviationOre)),
    };
  });
  protected readonly rows = computed(() => {
    const { approvedFrameOre, finalForecastOre, accountsToDateOre } = this.money();
    const scale = Math.max(1, approvedFrameOre, finalForecastOre, accountsToDateOre);
    return [
      { text: 'follow-up.money.frame', ore: approvedFrameOre, kind: 'frame' },
      { text: 'follow-up.money.forecast', ore: finalForecastOre, kind: 'forecast' },
      { text: 'follow-up.money.accounts', ore: accountsToDateOre, kind: 'accounts' },
    ].map((row) => ({ ...row, share: (100 * Math.max(0, row.ore)) / scale }));
  });
}
