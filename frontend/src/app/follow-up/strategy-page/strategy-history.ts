import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { HistoryEntry, HistoryPage } from '#shared';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { ChangeStory } from '../../ui/change-story';
import { type ChangeInWords, fieldInWords, isNothing } from '../../ui/change-words';
import { FailedState } from '../../ui/failed-state';
import { Skeleton } from '../../ui/skeleton';
import { StrategyClient } from './strategy-client';

/** Follows from who does it, which the sentence says. */
const saidInSentence = new Set(['proposedBy', 'approvedBy', 'proposedOn', 'approvedOn', 'endedOn']);

/** Who changed what around the strategy: its responsibility, what carries it, its exceptions. */
@Component({
  selector: 'app-strategy-history',
  imports: [ChangeStory, FailedState, Skeleton, TranslatePipe],
  template: `
    <h2 id="historikk">{{ 'strategy-page.history.heading' | t }}</h2>
    @if (history.error()) {
      <app-failed-state [error]="history.error()" (retry)="history.reload()" />
    } @else if (changes(); as changes) {
      <app-change-story
        [changes]="changes"
        [page]="page()"
        [size]="size"
        [total]="total()"
        [busy]="history.isLoading()"
        (turned)="page.set($event)"
      />
    } @else {
      <app-skeleton [rows]="4" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
  `,
})
export class StrategyHistory {
  private readonly texts = inject(Texts);

  readonly plan = input.required<string>();
  readonly code = input.required<string>();

  protected readonly size = 10;
  protected readonly page = linkedSignal({ source: () => this.code(), computation: () => 1 });
  protected readonly history = inject(StrategyClient).history(
    this.plan,
    this.code,
    computed(() => ({ page: this.page(), size: this.size })),
  );
  /** What was shown stays until what was asked for is here. */
  private readonly shown = linkedSignal<HistoryPage | undefined, HistoryPage | undefined>({
    source: () => (this.history.hasValue() ? this.history.value() : undefined),
    computation: (page, before) => page ?? before?.value,
  });
  protected readonly total = computed(() => this.shown()?.total ?? 0);
  protected readonly changes = computed(() =>
    this.shown()?.items.map((entry, index) => changeInWords(entry, index, this.texts)),
  );

  /** Reads the story again after a change made on the page. */
  reload(): void {
    this.history.reload();
  }
}

function changeInWords(entry: HistoryEntry, index: number, texts: Texts): ChangeInWords {
  // The plan's own words are told by the plan; only what was said around them afterwards is a story.
  const fields = entry.subject === 'strategy' && entry.event === 'created' ? [] : entry.fields;
  const label = entry.label ?? '';
  return {
    key: `${entry.change} ${index}`,
    at: entry.at,
    sentence: texts.text('strategy-page.history.told.' + actOf(entry), {
      by: entry.by ?? texts.text('ui.story.system'),
      label: entry.subject === 'follow_up_exception' ? texts.text('words.exception.' + label) : label,
    }),
    fields:
      entry.event === 'removed'
        ? []
        : fields
            .filter(({ name, from }) => !saidInSentence.has(name) && !(name === 'type' && isNothing(from)))
            .map((field) => fieldInWords(field, 'strategy-page.history.field.', texts)),
  };
}

/** Which act it was: approving, deciding and ending are changes that have words of their own. */
function actOf({ subject, event, fields }: HistoryEntry): string {
  const became = (name: string) => fields.some((field) => field.name === name && !isNothing(field.to));
  if (subject === 'contribution' && event === 'changed') {
    if (became('endedOn')) return 'contribution.ended';
    if (became('approvedOn')) return 'contribution.approved';
  }
  if (subject === 'contribution' && event === 'created' && became('approvedOn')) return 'contribution.linked';
  if (subject === 'operational_measure' && event === 'changed') {
    if (became('endedOn')) return 'operational-measure.ended';
    if (became('confirmedOn')) return 'operational-measure.confirmed';
  }
  if (subject === 'follow_up_exception') {
    if (event === 'created' && became('decidedOn')) return 'follow-up-exception.recorded';
    if (event === 'changed' && became('withdrawnOn')) return 'follow-up-exception.withdrawn';
    if (event === 'changed' && decided(fields)) return 'follow-up-exception.decided';
  }
  return `${subject.replaceAll('_', '-')}.${event}`;
}

/** A proposal got its decision; a date of decision put right is no decision. */
function decided(fields: HistoryEntry['fields']): boolean {
  return fields.some(({ name, from, to }) => name === 'decidedOn' && isNothing(from) && !isNothing(to));
}
