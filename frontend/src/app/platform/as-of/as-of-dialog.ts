import { httpResource } from '@angular/common/http';
import { Component, computed, inject, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, submit, validateTree } from '@angular/forms/signals';
import { type FieldProblem, formatDate, type LocalDate, osloDate, osloInstant, type ReportingPeriod } from '#shared';
import { DateInput } from '../../ui/date-input';
import { DatePipe } from '../../ui/date.pipe';
import { Control, Field } from '../../ui/field';
import { focusFirstMistake, mistakesOf } from '../../ui/form-mistakes';
import { Modal } from '../../ui/modal';
import { Texts } from '../language/texts';
import { TranslatePipe } from '../language/translate.pipe';
import { Municipality } from '../municipality';
import { AsOf, now } from './as-of';
import { RouterInTime } from './router-in-time';

interface Chosen {
  date: LocalDate | null;
  /** `14:05`; empty is the end of the day. */
  time: string;
}

/** Two years of tertials. */
const periodsOffered = 6;

/** Chooses the past date, and if need be the time of day, that everything is shown as of. */
@Component({
  selector: 'app-as-of-dialog',
  imports: [Control, DateInput, DatePipe, Field, FormField, Modal, TranslatePipe],
  template: `
    <dialog appModal aria-labelledby="as-of-heading" (dismissed)="closed.emit()">
      <form class="form" novalidate (submit)="$event.preventDefault(); show()">
        <h2 id="as-of-heading">{{ 'shell.as-of.heading' | t }}</h2>
        <p>{{ 'shell.as-of.explained' | t }}</p>
        <app-field [label]="'shell.as-of.date' | t" [hint]="hint()" [control]="entry.date">
          <app-date-input [formField]="entry.date" />
        </app-field>
        <app-field
          optional
          [label]="'shell.as-of.time' | t"
          [hint]="'shell.as-of.time-hint' | t"
          [control]="entry.time"
        >
          <input appControl type="time" step="1" [formField]="entry.time" />
        </app-field>
        @if (periodEnds().length > 0) {
          <fieldset class="fieldset">
            <legend>{{ 'shell.as-of.period-ends' | t }}</legend>
            @for (period of periodEnds(); track period.code) {
              <button type="button" class="chip" (click)="goTo(period.endsOn)">
                {{ period.name }} ({{ period.endsOn | date }})
              </button>
            }
          </fieldset>
        }
        <div class="button-row">
          <button type="submit" class="button button-primary">{{ 'shell.as-of.show' | t }}</button>
          <button type="button" class="button" (click)="closed.emit()">{{ 'ui.cancel' | t }}</button>
        </div>
      </form>
    </dialog>
  `,
  styles: `
    dialog {
      width: min(480px, calc(100vw - 32px));
    }
    .fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    [type='time'] {
      max-width: 160px;
    }
  `,
})
export class AsOfDialog {
  private readonly router = inject(RouterInTime);
  private readonly texts = inject(Texts);
  private readonly asOf = inject(AsOf);
  private readonly historyFrom = inject(Municipality).historyFrom;

  readonly closed = output();

  protected readonly hint = computed(() => {
    const from = this.historyFrom();
    return from === null ? undefined : this.texts.text('shell.as-of.from', { date: formatDate(from) });
  });
  private readonly periods = httpResource<ReportingPeriod[]>(
    () => ({ url: '/api/reporting-periods', context: now() }),
    { defaultValue: [] },
  );
  /** Ends of periods that are over: the days one asks about. */
  protected readonly periodEnds = computed(() =>
    (this.periods.hasValue() ? this.periods.value() : [])
      .filter(({ endsOn }) => endsOn < osloDate(new Date()) && endsOn >= (this.historyFrom() ?? ''))
      .toSorted((one, other) => (one.endsOn < other.endsOn ? 1 : -1))
      .slice(0, periodsOffered),
  );

  private readonly chosen = signal<Chosen>({ date: this.asOf.date(), time: '' });
  protected readonly entry: FieldTree<Chosen> = form(this.chosen, (path) => {
    validateTree(path, ({ value }) =>
      mistakesOf(this.entry as FieldTree<unknown>, mistakesOfTime(value(), this.historyFrom())),
    );
  });

  protected show(): void {
    void submit(this.entry, async () => {
      const { date, time } = this.chosen();
      await this.goTo(time === '' ? date! : osloInstant(date!, time));
      return undefined;
    }).then((shown) => shown || focusFirstMistake(this.entry as FieldTree<unknown>));
  }

  protected async goTo(asOf: string): Promise<void> {
    this.closed.emit();
    await this.router.show(asOf === osloDate(new Date()) ? null : asOf);
  }
}

function mistakesOfTime({ date, time }: Chosen, historyFrom: LocalDate | null): FieldProblem[] {
  const mistake = (path: string, code: string): FieldProblem[] => [{ path, code, message: code }];
  const today = osloDate(new Date());
  if (date === null) return mistake('date', 'date-required');
  if (date > today) return mistake('date', 'as-of-in-the-future');
  if (historyFrom !== null && date < historyFrom) return mistake('date', 'as-of-before-history');
  const later = date === today && time !== '' && osloInstant(date, time) > new Date().toISOString();
  return later ? mistake('time', 'as-of-time-in-the-future') : [];
}
