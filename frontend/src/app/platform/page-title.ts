import { computed, effect, inject, Service, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Municipality } from './municipality';
import { Texts } from './language/texts';

/** The document's title: the page's own words when it has set them, else those of its route's message key. */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly texts = inject(Texts);
  private readonly title = inject(Title);
  private readonly municipality = inject(Municipality);
  private readonly key = signal<string | undefined>(undefined);
  private readonly words = signal<string | undefined>(undefined);

  /** The page's name, in the language in use. */
  readonly page = computed(() => this.words() ?? (this.key() ? this.texts.text(this.key()!) : ''));

  constructor() {
    super();
    effect(() => {
      const place = this.municipality.name();
      this.title.setTitle([this.page(), place && `Planspor ${place}`].filter(Boolean).join(' · ') || 'Planspor');
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.words.set(undefined);
    this.key.set(this.buildTitle(snapshot));
  }

  /** For a page named after its record, once the record is here. */
  name(words: string): void {
    this.words.set(words);
  }
}
