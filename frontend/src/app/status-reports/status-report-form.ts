import { Component, computed, effect, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { type FieldTree, form, FormField, submit, validateTree } from '@angular/forms/signals';
import {
  type Dimension,
  osloDate,
  type ProjectView,
  type StatusReport,
  type StatusReportList,
  suggestLights,
  type TrafficLight,
} from '#shared';
import { problemText } from '../platform/http/problem-text';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Municipality } from '../platform/municipality';
import { AmountPipe } from '../ui/amount.pipe';
import { DateInput } from '../ui/date-input';
import { DatePipe, InstantPipe } from '../ui/date.pipe';
import { Control, Field } from '../ui/field';
import { focusFirstMistake, mistakesOf } from '../ui/form-mistakes';
import { MoneyInput } from '../ui/money-input';
import { DeviationFields } from './deviation-fields';
import { KeptDrafts } from './kept-drafts';
import { LightChoice } from './light-choice';
import { ReportDispatch } from './report-dispatch';
import {
  atDraft,
  dimensions,
  draftFrom,
  greenForTheRest,
  mistakesIn,
  overallIn,
  repeated,
  repeatingAfter,
  reportOf,
  type StatusDraft,
  worstOf,
} from './status-draft';
import { SuggestionLine } from './suggestion-line';

const clock = new Intl.DateTimeFormat('nb-NO', { timeZone: 'Europe/Oslo', hour: '2-digit', minute: '2-digit' });

/** Writes a status, filled in from the last one. What is typed is kept in the browser until it has been received. */
@Component({
  selector: 'app-status-report-form',
  imports: [
    AmountPipe,
    Control,
    DateInput,
    DatePipe,
    DeviationFields,
    Field,
    FormField,
    InstantPipe,
    LightChoice,
    MoneyInput,
    SuggestionLine,
    TranslatePipe,
  ],
  providers: [ReportDispatch],
  templateUrl: './status-report-form.html',
  styleUrl: './status-report-form.scss',
})
export class StatusReportForm {
  private readonly texts = inject(Texts);
  private readonly drafts = inject(KeptDrafts);
  private readonly facts = inject(Municipality).facts;
  protected readonly dispatch = inject(ReportDispatch);

  readonly project = input.required<ProjectView>();
  readonly reports = input.required<StatusReportList>();
  readonly submitted = output<StatusReport>();

  protected readonly dimensions = dimensions;
  protected readonly last = computed(() => this.reports().items[0] ?? null);
  protected readonly lastForecastOre = computed(() => this.last()?.finalForecastOre ?? null);
  protected readonly repeating = computed(() => repeatingAfter(this.reports().items));
  private readonly period = computed(() => this.reports().openPeriod?.code ?? null);

  /** As it would be without anything typed. */
  private readonly prefilled = computed(() => draftFrom(this.last(), this.project()));
  private readonly found = computed(() => this.drafts.read(this.project().number));
  /** A draft from an earlier visit, until it is thrown away. */
  protected readonly restored = linkedSignal(() => this.found());
  protected readonly outdated = computed(() => {
    const restored = this.restored();
    return restored !== null && restored.basedOn !== (this.last()?.id ?? null);
  });
  protected readonly draft = linkedSignal<StatusDraft>(() => this.found()?.draft ?? this.prefilled());
  protected readonly entry: FieldTree<StatusDraft> = form(this.draft, (path) => {
    validateTree(path, ({ value }) => mistakesOf(this.entry, mistakesIn(value())));
  });

  protected readonly changed = computed(() => JSON.stringify(this.draft()) !== JSON.stringify(this.prefilled()));
  /** Something typed is no amount or no date, so that the draft does not have it. */
  protected readonly unread = computed(() =>
    this.entry()
      .errorSummary()
      .some(({ kind }) => kind !== 'refused'),
  );
  private readonly savedAt = linkedSignal(() => this.found()?.savedAt ?? null);
  protected readonly refusedByBrowser = signal(false);
  protected readonly savedClock = computed(() => {
    const savedAt = this.savedAt();
    return savedAt && clock.format(new Date(savedAt)).replace(':', '.');
  });

  protected readonly overall = computed(() => overallIn(this.draft()));
  protected readonly worst = computed(() => worstOf(this.draft()));
  protected readonly unchosen = computed(() => dimensions.some((dimension) => this.draft()[dimension] === null));
  protected readonly textIsOld = computed(() => this.last() !== null && this.draft().summary === this.last()?.summary);

  protected readonly today = computed(() => this.facts()?.today ?? osloDate(new Date()));
  private readonly suggestions = computed(() => {
    const { startsOn, endsOn, money } = this.project();
    const { forecastEndsOn, finalForecastOre } = this.draft();
    const { approvedFrameOre } = money;
    return suggestLights({ today: this.today(), startsOn, endsOn, forecastEndsOn, approvedFrameOre, finalForecastOre });
  });
  /** Suggestions that a light was chosen against, or before the forecast was changed. */
  protected readonly unheeded = computed(() =>
    this.suggestions().filter(({ dimension, light }) => {
      const chosen = this.draft()[dimension];
      return chosen !== null && chosen !== light;
    }),
  );
  protected readonly problemText = computed(() => {
    const problem = this.dispatch.problem();
    if (!problem) return null;
    if (problem.code === 'no-contact') return this.texts.text('status-reports.not-sent.waits');
    const outside = problem.fields.find(({ path }) => path === 'period' || path === 'unchanged');
    const why = outside ? this.texts.text('field.' + outside.code) : problemText(this.texts, problem);
    return `${this.texts.text('status-reports.not-sent.heading')} ${why}`;
  });

  constructor() {
    effect(() => this.keepDraft());
    effect(() => {
      const received = this.dispatch.received();
      if (received) this.submitted.emit(received);
    });
  }

  /** Something typed that the browser has not kept, and that leaving would lose. */
  hasUnsavedChanges(): boolean {
    const unread = this.entry()
      .errorSummary()
      .some(({ kind }) => kind !== 'refused');
    return !this.dispatch.received() && (unread || (this.changed() && this.refusedByBrowser()));
  }

  protected suggested(dimension: Dimension) {
    return this.suggestions().find((suggestion) => suggestion.dimension === dimension) ?? null;
  }

  protected lastLight(dimension: Dimension | 'overall'): string | null {
    const last = this.last();
    return last && this.texts.text('status-reports.last', { light: last[dimension] });
  }

  protected deviationBefore(dimension: Dimension) {
    return this.last()?.deviations.find((deviation) => deviation.dimension === dimension) ?? null;
  }

  protected chooseLight(dimension: Dimension, light: TrafficLight): void {
    this.draft.update((draft) => ({ ...draft, [dimension]: light }));
  }

  protected chooseOverall(light: TrafficLight | null): void {
    const worst = this.worst();
    const byHand = light !== worst;
    const chosen = { overallChosen: byHand ? light : null, overallAgainst: byHand ? worst : null };
    this.draft.update((draft) => ({ ...draft, ...chosen }));
  }

  protected chooseGreenForTheRest(): void {
    this.draft.update(greenForTheRest);
  }

  /** The text from last time is marked whole, so that what is new is typed over it. */
  protected offerToReplace(text: HTMLTextAreaElement): void {
    if (this.textIsOld()) text.select();
  }

  protected startOver(): void {
    this.restored.set(null);
    this.dispatch.giveUp();
    this.entry().reset(this.prefilled());
  }

  protected async submitReport(event: Event): Promise<void> {
    event.preventDefault();
    if (this.dispatch.sending()) return;
    const draft = this.draft();
    const sent = await submit(this.entry, async (entry) => {
      const problem = await this.dispatch.send(this.project().number, reportOf(draft, this.period()));
      return problem
        ? mistakesOf(
            entry,
            problem.fields.map((field) => atDraft(field, draft)),
          )
        : undefined;
    });
    if (!sent) focusFirstMistake(this.entry);
  }

  /** «Ingen endring»: the last status once more, nothing asked. */
  protected async submitUnchanged(): Promise<void> {
    const last = this.last();
    if (last && !this.dispatch.sending())
      await this.dispatch.send(this.project().number, repeated(last, this.period()));
  }

  /** Kept as it is typed. The one that was brought back is kept already, with the time it was written. */
  private keepDraft(): void {
    const draft = this.draft();
    const { number } = this.project();
    const basedOn = this.last()?.id ?? null;
    const changed = this.changed();
    untracked(() => {
      if (draft === this.found()?.draft && this.restored()) return;
      this.dispatch.giveUp();
      const savedAt = new Date().toISOString();
      const kept = changed && this.drafts.keep(number, { draft, basedOn, savedAt });
      if (!changed) this.drafts.forget(number);
      this.savedAt.set(kept ? savedAt : null);
      this.refusedByBrowser.set(changed && !kept);
    });
  }
}
