import { Component, input, output, viewChild } from '@angular/core';
import type { StrategyPage } from '#shared';
import type { HasUnsavedChanges } from '../../ui/unsaved-changes';
import { ConfirmOperationDialog } from './confirm-operation-dialog';
import { DecideExceptionDialog } from './decide-exception-dialog';
import { ExceptionDialog } from './exception-dialog';
import { OperationalMeasureDialog } from './operational-measure-dialog';
import type { Writing } from './writing';

/** The dialog for what somebody has set out to write. It comes when it is asked for, so that reading stays light. */
@Component({
  selector: 'app-strategy-writing',
  imports: [ConfirmOperationDialog, DecideExceptionDialog, ExceptionDialog, OperationalMeasureDialog],
  template: `
    @let on = strategy();
    @let set = writing();
    @switch (set.what) {
      @case ('exception') {
        <app-exception-dialog #dialog [strategy]="on" [exception]="set.exception" (closed)="closed.emit($event)" />
      }
      @case ('decision') {
        <app-decide-exception-dialog
          #dialog
          [strategy]="on"
          [exception]="set.exception"
          (closed)="closed.emit($event)"
        />
      }
      @case ('operation') {
        <app-operational-measure-dialog
          #dialog
          [strategy]="on"
          [operation]="set.operation"
          [measure]="set.measure"
          (closed)="closed.emit($event)"
        />
      }
      @case ('confirmation') {
        <app-confirm-operation-dialog
          #dialog
          [strategy]="on"
          [operation]="set.operation"
          (closed)="closed.emit($event)"
        />
      }
    }
  `,
})
export class StrategyWriting implements HasUnsavedChanges {
  private readonly dialog = viewChild<HasUnsavedChanges>('dialog');

  readonly strategy = input.required<StrategyPage>();
  readonly writing = input.required<Writing>();
  /** The strategy as it has become; null when it was left as it is. */
  readonly closed = output<StrategyPage | null>();

  hasUnsavedChanges(): boolean {
    return this.dialog()?.hasUnsavedChanges() ?? false;
  }
}
