import { Component, computed, inject, input, output } from '@angular/core';
import { type ExceptionState, type ExceptionView, formatDate, isElected, type StrategyPage } from '#shared';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { DatePipe } from '../../ui/date.pipe';
import { Icon } from '../../ui/icon';
import type { Writing } from './writing';

/** What waits for somebody first, then what holds, and what is over last. */
const order: readonly ExceptionState[] = ['proposed', 'valid', 'upcoming', 'without-effect', 'lapsed', 'withdrawn'];

/** What is decided instead of follow-up: why, by whom, in which case, how long it holds, and what waits for a decision. */
@Component({
  selector: 'app-strategy-exceptions',
  imports: [DatePipe, Icon, TranslatePipe],
  templateUrl: './strategy-exceptions.html',
  styleUrl: './strategy-exceptions.scss',
})
export class StrategyExceptions {
  private readonly texts = inject(Texts);

  readonly strategy = input.required<StrategyPage>();
  readonly write = output<Writing>();
  readonly withdraw = output<ExceptionView>();
  readonly remove = output<ExceptionView>();

  protected readonly rows = computed(() =>
    [...this.strategy().exceptions].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
  );

  protected isOver({ state }: ExceptionView): boolean {
    return state === 'lapsed' || state === 'withdrawn' || state === 'without-effect';
  }

  /** How long it holds, or why it does not. */
  protected standing(exception: ExceptionView): string {
    const { state, endsSoon, withdrawnOn, validFrom, validTo, defects } = exception;
    const told = state === 'valid' && withdrawnOn ? 'ending' : state === 'valid' && endsSoon ? 'ends-soon' : state;
    return this.texts.text('strategy-page.exceptions.state.' + told, {
      from: formatDate(validFrom),
      to: formatDate(validTo),
      on: withdrawnOn ? formatDate(withdrawnOn) : '',
      defects: defects.map((defect) => this.texts.text('strategy-page.exceptions.defect.' + defect)).join(' '),
    });
  }

  /** By whom, when and in which case; of a proposal by whom, and for how long. */
  protected origin(exception: ExceptionView): string {
    const { state, proposedBy, decidedBy, decidedOn, caseNumber, validFrom, validTo } = exception;
    const nobody = this.texts.text('strategy-page.none');
    if (state === 'proposed')
      return this.texts.text('strategy-page.exceptions.proposed', {
        by: proposedBy ?? nobody,
        from: formatDate(validFrom),
        to: formatDate(validTo),
      });
    return this.texts.text('strategy-page.exceptions.decided', {
      by: decidedBy ? this.decider(exception, decidedBy) : nobody,
      date: decidedOn ? formatDate(decidedOn) : '–',
      number: caseNumber ?? '–',
    });
  }

  /** With the role of a person, unless she is named by it. */
  private decider({ level }: ExceptionView, by: string): string {
    if (level === null || isElected(level)) return by;
    const role = this.texts.text('strategy-page.level.' + level);
    return by.toLowerCase().startsWith(role.toLowerCase())
      ? by
      : this.texts.text('strategy-page.exceptions.in-role', { by, role: role.toLowerCase() });
  }
}
