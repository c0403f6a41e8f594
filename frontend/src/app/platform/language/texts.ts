import { inject, Service, signal } from '@angular/core';
import { TRANSLOCO_TRANSPILER, TranslocoService } from '@jsverse/transloco';
import type { Language } from '#shared';
import type { TextValues } from './icu-message';
import type { IcuTranspiler } from './icu-transpiler';

export type MessageFile = () => Promise<{ default: MessageTree }>;
export type MessageTree = { [key: string]: string | MessageTree };
export type MessageFiles = Record<Language, MessageFile>;

/**
 * The texts of the interface. The shell's messages and the words all features share have no prefix; a feature's messages
 * begin with its name and come with its route (`messagesOf`). A reader of `text` in a template or a `computed` is told
 * when the language changes or the municipality's own words arrive.
 */
@Service()
export class Texts {
  private readonly transloco = inject(TranslocoService);
  private readonly icu = inject(TRANSLOCO_TRANSPILER) as IcuTranspiler;
  private readonly features = new Map<string, MessageFiles>();
  private readonly loads = new Map<string, Promise<void>>();
  private readonly revision = signal(0);
  private ownWords: Record<string, string> = {};

  /** The text of a key such as `plans.heading`, with ICU arguments. */
  text(key: string, values?: TextValues): string {
    this.revision();
    return this.transloco.translate<string>(key, values);
  }

  /** Whether there is a text for the key in the language in use. */
  has(key: string): boolean {
    this.revision();
    return key in this.transloco.getTranslation(this.transloco.getActiveLang());
  }

  /** A text whose tags, `<lacking>23 av 71</lacking>`, become what `tags` makes of them. */
  parts<Part>(key: string, values: TextValues, tags: Record<string, (text: string) => Part>): (string | Part)[] {
    this.revision();
    const messages = this.transloco.getTranslation(this.transloco.getActiveLang());
    return this.icu.read(String(messages[key] ?? key)).parts(values, tags);
  }

  /** Loads a feature's messages in the language in use, and remembers them for a change of language. */
  async load(feature: string, files: MessageFiles): Promise<void> {
    this.register(feature, files);
    await this.loadFile(feature, this.transloco.getActiveLang() as Language);
  }

  /** Remembers where a feature's messages are; the next `use` loads them. */
  register(feature: string, files: MessageFiles): void {
    this.features.set(feature, files);
  }

  /** Changes language once every feature in use has its messages in it. */
  async use(language: Language): Promise<void> {
    await Promise.all([...this.features.keys()].map((feature) => this.loadFile(feature, language)));
    this.transloco.setActiveLang(language);
    this.layOwnWords();
  }

  /** Lays the municipality's own words, message key to text, over bokmål and nynorsk. */
  overlay(words: Record<string, string>): void {
    this.ownWords = words;
    this.layOwnWords();
  }

  private loadFile(feature: string, language: Language): Promise<void> {
    const name = `${feature}/${language}`;
    const load = this.loads.get(name) ?? this.fetch(feature, language);
    this.loads.set(name, load);
    return load;
  }

  private async fetch(feature: string, language: Language): Promise<void> {
    try {
      const file = await this.features.get(feature)![language]();
      const messages = feature === '' ? file.default : { [feature]: file.default };
      this.transloco.setTranslation(messages, language, { emitChange: false });
      this.layOwnWords();
    } catch (error) {
      this.loads.delete(`${feature}/${language}`);
      throw error;
    }
  }

  private layOwnWords(): void {
    const language = this.transloco.getActiveLang();
    if (language !== 'en') this.transloco.setTranslation(this.ownWords, language, { emitChange: false });
    this.revision.update((revision) => revision + 1);
  }
}
