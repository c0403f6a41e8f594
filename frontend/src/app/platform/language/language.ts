import { DOCUMENT, inject, Service, signal } from '@angular/core';
import type { Language } from '#shared';
import { Preferences } from '../preferences';
import { Texts } from './texts';

export const languages: readonly Language[] = ['nb', 'nn', 'en'];

/** The language a person reads and the API answers in. Bokmål unless the browser prefers nynorsk, until one chooses. */
@Service()
export class LanguageChoice {
  private readonly document = inject(DOCUMENT);
  private readonly preferences = inject(Preferences);
  private readonly texts = inject(Texts);
  private readonly chosen = signal<Language>(this.preferred());

  readonly current = this.chosen.asReadonly();

  async choose(language: Language): Promise<void> {
    await this.texts.use(language);
    this.chosen.set(language);
    this.document.documentElement.lang = language;
    this.preferences.write('language', language);
  }

  /** Loads the texts of the language in use; called once, before the first page. */
  async start(): Promise<void> {
    await this.texts.use(this.chosen());
    this.document.documentElement.lang = this.chosen();
  }

  private preferred(): Language {
    const kept = languages.find((language) => language === this.preferences.read('language'));
    const ofBrowser = (this.document.defaultView?.navigator.languages ?? []).map((tag) => tag.slice(0, 2));
    const norwegian = ofBrowser.find((tag) => tag === 'nn' || tag === 'nb' || tag === 'no');
    return kept ?? (norwegian === 'nn' ? 'nn' : 'nb');
  }
}
