import { httpResource } from '@angular/common/http';
import { Component, computed, DOCUMENT, effect, inject, input, linkedSignal, output } from '@angular/core';
import type { SearchAnswer } from '#shared';
import { TranslatePipe } from '../language/translate.pipe';

interface Hit {
  readonly id: string;
  readonly code: string;
  readonly text: string;
  readonly path: string;
}

/** What the words find. The field keeps the focus; it tells these which hit the keys have come to. */
@Component({
  selector: 'app-search-hits',
  imports: [TranslatePipe],
  templateUrl: './search-hits.html',
  styleUrl: './search-hits.scss',
})
export class SearchHits {
  readonly words = input.required<string>();
  readonly found = output<string>();

  protected readonly answer = httpResource<SearchAnswer>(() => ({ url: '/api/search', params: { q: this.words() } }));
  private readonly current = computed(() => (this.answer.hasValue() ? this.answer.value() : null));

  protected readonly strategies = computed(() =>
    (this.current()?.strategies ?? []).map(({ plan, code, strategyCode, text }): Hit => {
      const measure = code === strategyCode ? '' : `#${code}`;
      return { id: `hit-${code}`, code, text, path: `/planen/${plan}/${strategyCode}${measure}` };
    }),
  );
  protected readonly projects = computed(() =>
    (this.current()?.projects ?? []).map(({ number, name }): Hit => ({
      id: `hit-${number}`,
      code: number,
      text: name,
      path: `/prosjekter/${number}`,
    })),
  );
  private readonly hits = computed(() => [...this.strategies(), ...this.projects()]);
  private readonly at = linkedSignal({ source: this.hits, computation: () => -1 });

  /** The hit the keys have come to. */
  readonly chosen = computed(() => this.hits()[this.at()] ?? null);

  constructor() {
    const document = inject(DOCUMENT);
    effect(() => {
      const hit = this.chosen();
      if (hit) document.getElementById(hit.id)?.scrollIntoView({ block: 'nearest' });
    });
  }

  /** Moves down or up the list, around its ends. */
  move(step: 1 | -1): void {
    const count = this.hits().length;
    if (count > 0) this.at.update((at) => (at < 0 && step < 0 ? count - 1 : (at + step + count) % count));
  }

  /** Opens the chosen hit, or the first. */
  open(): void {
    const hit = this.chosen() ?? this.hits()[0];
    if (hit) this.found.emit(hit.path);
  }
}
