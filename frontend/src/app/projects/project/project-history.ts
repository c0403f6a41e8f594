import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { HistoryKind, HistoryPage } from '#shared';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { ChangeStory } from '../../ui/change-story';
import { FailedState } from '../../ui/failed-state';
import { Skeleton } from '../../ui/skeleton';
import { entryInWords } from './history-words';
import { ProjectStoryClient } from './project-story-client';

/** Who changed what around the project, when, from what and to what. */
@Component({
  selector: 'app-project-history',
  imports: [ChangeStory, FailedState, Skeleton, TranslatePipe],
  templateUrl: './project-history.html',
  styleUrl: './project-history.scss',
})
export class ProjectHistory {
  private readonly texts = inject(Texts);

  readonly number = input.required<string>();
  /** The project's: a new one means that there is more to tell. */
  readonly version = input.required<number>();

  protected readonly size = 15;
  protected readonly kinds: readonly HistoryKind[] = ['project', 'contribution', 'status-report', 'budget'];
  protected readonly kind = signal<HistoryKind | null>(null);
  protected readonly page = signal(1);
  private readonly query = computed((): Record<string, string | number> => {
    this.version();
    const kind = this.kind();
    return { page: this.page(), size: this.size, ...(kind ? { kind } : {}) };
  });

  protected readonly history = inject(ProjectStoryClient).history(this.number, this.query);
  /** What was shown stays until what was asked for is here. */
  private readonly shown = linkedSignal<HistoryPage | undefined, HistoryPage | undefined>({
    source: () => (this.history.hasValue() ? this.history.value() : undefined),
    computation: (page, previous) => page ?? previous?.value,
  });
  protected readonly entries = computed(() => this.shown()?.items.map((entry) => entryInWords(entry, this.texts)));
  protected readonly total = computed(() => this.shown()?.total ?? 0);

  protected showKind(kind: HistoryKind | null): void {
    this.kind.set(kind);
    this.page.set(1);
  }
}
