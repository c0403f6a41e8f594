import { Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { Icon } from '../../ui/icon';
import { TranslatePipe } from '../language/translate.pipe';
import { SearchHits } from './search-hits';

const pauseInTyping = 200;

/** Finds strategies, measures and projects by number or word. A combobox: arrows choose, Enter opens, Escape closes. */
@Component({
  selector: 'app-search-field',
  imports: [Icon, SearchHits, TranslatePipe],
  host: { role: 'search', '(focusout)': 'closeWhenLeft($event)' },
  templateUrl: './search-field.html',
  styleUrl: './search-field.scss',
})
export class SearchField {
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('input');
  private pause: ReturnType<typeof setTimeout> | undefined;

  protected readonly hits = viewChild<Pick<SearchHits, 'chosen' | 'move' | 'open'>>('hits');
  protected readonly words = signal('');
  protected readonly open = signal(false);
  protected readonly showing = computed(() => this.open() && this.words() !== '');

  protected type(words: string): void {
    clearTimeout(this.pause);
    this.open.set(true);
    this.pause = setTimeout(() => this.words.set(words.trim()), pauseInTyping);
  }

  protected move(event: Event, step: 1 | -1): void {
    if (!this.hits()) return;
    event.preventDefault();
    this.hits()?.move(step);
  }

  protected go(path: string): void {
    this.input().nativeElement.value = '';
    this.words.set('');
    this.open.set(false);
    void this.router.navigateByUrl(path);
  }

  protected closeWhenLeft({ relatedTarget }: FocusEvent): void {
    if (!(relatedTarget instanceof Node) || !this.host.contains(relatedTarget)) this.open.set(false);
  }
}
