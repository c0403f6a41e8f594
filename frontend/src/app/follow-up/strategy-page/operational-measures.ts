import { Component, inject, input, output } from '@angular/core';
import { formatDate, type OperationalMeasureView, type StrategyPage } from '#shared';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { Icon } from '../../ui/icon';
import type { Writing } from './writing';

/** What carries the strategy in ordinary operations: who, where it is documented, and until when it is confirmed. */
@Component({
  selector: 'app-operational-measures',
  imports: [Icon, TranslatePipe],
  templateUrl: './operational-measures.html',
  styleUrl: './operational-measures.scss',
})
export class OperationalMeasures {
  private readonly texts = inject(Texts);

  readonly strategy = input.required<StrategyPage>();
  readonly write = output<Writing>();
  readonly end = output<OperationalMeasureView>();

  protected standing({ counts, endsSoon, confirmedOn, confirmedUntil }: OperationalMeasureView): string {
    const told = endsSoon ? 'ends-soon' : counts ? 'counts' : confirmedOn ? 'lapsed' : 'never';
    return this.texts.text('strategy-page.operational.' + told, {
      on: confirmedOn ? formatDate(confirmedOn) : '',
      until: confirmedUntil ? formatDate(confirmedUntil) : '',
    });
  }
}
