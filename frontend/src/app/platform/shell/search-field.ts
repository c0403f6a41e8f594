import { httpResource } from '@angular/common/http';
import { Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import type { SearchAnswer } from '#shared';
import { Icon } from '../../ui/icon';
import { TranslatePipe } from '../language/translate.pipe';

interface Hit {
  readonly id: string;
  readonly code: string;
  readonly text: string;
  readonly link: readonly string[];
}

const pauseInTyping = 200;

/** Finds strategies, measures and projects by number or word. A combobox: arrows choose, Enter opens, Escape closes. */
@Component({
  selector: 'app-search-field',
  imports: [Icon, TranslatePipe],
  host: { role: 'search', '(focusout)': 'closeWhenLeft($event)' },
  templateUrl: './search-field.html',
  styleUrl: './search-field.scss',
})
export class SearchField {
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('input');
  private readonly words = signal('');
  private pause: ReturnType<typeof setTimeout> | undefined;

  protected readonly answer = httpResource<SearchAnswer>(() =>
    this.words() ? { url: '/api/search', params: { q: this.words() } } : undefined,
  );
  protected readonly open = signal(false);
  protected readonly chosen = signal(-1);

  protected readonly strategies = computed((): Hit[] =>
    this.answer.hasValue()
      ? this.answer.value().strategies.map(({ plan, code, strategyCode, text }, index) => ({
          id: `hit-${index}`,
          code,
          text,
          link: ['/planen', plan, strategyCode],
        }))
      : [],
  );
  protected readonly projects = computed((): Hit[] =>
    this.answer.hasValue()
      ? this.answer.value().projects.map(({ number, name }, index) => ({
          id: `hit-${this.strategies().length + index}`,
          code: number,
          text: name,
          link: ['/prosjekter', number],
        }))
      : [],
  );
  protected readonly hits = computed(() => [...this.strategies(), ...this.projects()]);
  protected readonly showing = computed(() => this.open() && this.words() !== '' && !this.answer.isLoading());

  protected type(words: string): void {
    clearTimeout(this.pause);
    this.chosen.set(-1);
    this.open.set(true);
    this.pause = setTimeout(() => this.words.set(words.trim()), pauseInTyping);
  }

  protected move(event: Event, step: number): void {
    if (this.hits().length === 0) return;
    event.preventDefault();
    this.open.set(true);
    this.chosen.update((at) => (at + step + this.hits().length + (at < 0 && step < 0 ? 1 : 0)) % this.hits().length);
  }

  protected enter(event: Event): void {
    event.preventDefault();
    const hit = this.hits()[Math.max(0, this.chosen())];
    if (hit && this.showing()) this.go(hit);
  }

  protected go(hit: Hit): void {
    this.input().nativeElement.value = '';
    this.words.set('');
    this.close();
    void this.router.navigate([...hit.link]);
  }

  protected close(): void {
    this.open.set(false);
    this.chosen.set(-1);
  }

  protected closeWhenLeft({ relatedTarget }: FocusEvent): void {
    if (!(relatedTarget instanceof Node) || !this.host.contains(relatedTarget)) this.close();
  }
}
