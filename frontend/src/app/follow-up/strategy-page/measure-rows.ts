import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StrategyPage } from '#shared';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { Session } from '../../platform/session';
import { StackingTable } from '../../ui/stacking-table';
import type { Writing } from './writing';

/** The measures of a strategy as adopted, each with who carries it. */
@Component({
  selector: 'app-measure-rows',
  imports: [RouterLink, StackingTable, TranslatePipe],
  templateUrl: './measure-rows.html',
  styleUrl: './measure-rows.scss',
})
export class MeasureRows {
  private readonly session = inject(Session);

  readonly strategy = input.required<StrategyPage>();
  /** The language the plan is written in. */
  readonly language = input('nb');
  /** The code that the address points at. */
  readonly target = input<string | null>(null);
  readonly write = output<Writing>();

  protected mayRegister(): boolean {
    return this.session.may('project.register');
  }
}
