import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { type Dimension, formatKroner, type Lights, type Ore, type StatusReport, type StatusReportList } from '#shared';
import { LanguageChoice } from '../../platform/language/language';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { AmountPipe } from '../../ui/amount.pipe';
import { DatePipe, InstantPipe } from '../../ui/date.pipe';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { Light } from '../../ui/light';
import { Skeleton } from '../../ui/skeleton';

const dimensions: readonly Dimension[] = ['progress', 'economy', 'quality', 'scope', 'risk'];
const worstFirst = ['red', 'yellow', 'green'] as const;

/** The project's story as its reports tell it, newest first. */
@Component({
  selector: 'app-status-story',
  imports: [AmountPipe, DatePipe, EmptyState, FailedState, InstantPipe, Light, Skeleton, TranslatePipe],
  templateUrl: './status-story.html',
  styleUrl: './status-story.scss',
})
export class StatusStory {
  private readonly texts = inject(Texts);
  private readonly language = inject(LanguageChoice);

  /** Null until it has come. */
  readonly list = input.required<StatusReportList | null>();
  readonly error = input<unknown>();
  readonly loading = input(false);
  readonly more = output();
  readonly retry = output();

  /** What was shown stays while more is fetched. */
  private readonly shown = linkedSignal<StatusReportList | null, StatusReportList | null>({
    source: this.list,
    computation: (list, previous) => list ?? previous?.value ?? null,
  });
  protected readonly total = computed(() => this.shown()?.total ?? 0);
  protected readonly reports = computed(() => {
    const items = this.shown()?.items;
    return items?.map((report, index) => this.told(report, items[index + 1])) ?? null;
  });
  protected readonly remaining = computed(() => this.total() - (this.reports()?.length ?? 0));

  private told(report: StatusReport, before: StatusReport | undefined) {
    return {
      ...report,
      groups: worstFirst.flatMap((light) => {
        const named = dimensions.filter((dimension) => report[dimension] === light);
        return named.length > 0 ? [{ light, names: this.namesOf(named) }] : [];
      }),
      forecastMoved: movedBy(report.finalForecastOre, before?.finalForecastOre ?? null),
      endMovedFrom:
        before?.forecastEndsOn && before.forecastEndsOn !== report.forecastEndsOn ? before.forecastEndsOn : null,
      explained: report.deviations.map((deviation) => ({
        ...deviation,
        light: (report as Lights)[deviation.dimension],
      })),
    };
  }

  /** `framdrift, økonomi og risiko` */
  private namesOf(named: readonly Dimension[]): string {
    const words = named.map((dimension) => this.texts.text('words.dimension.' + dimension).toLocaleLowerCase('nb'));
    return new Intl.ListFormat(this.language.current(), { type: 'conjunction' }).format(words);
  }
}

/** How far the forecast has moved, as a signed amount in words; null when it has not. */
function movedBy(now: Ore | null, before: Ore | null): { direction: 'up' | 'down'; amount: string } | null {
  if (now === null || before === null || now === before) return null;
  return { direction: now > before ? 'up' : 'down', amount: formatKroner(Math.abs(now - before)) };
}
