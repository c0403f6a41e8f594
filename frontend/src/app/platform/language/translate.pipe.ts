import { inject, Pipe, type PipeTransform } from '@angular/core';
import type { TextValues } from './icu-message';
import { Texts } from './texts';

/** `{{ 'plans.heading' | t: { count } }}`. Impure, so that it reads the language's signal; the texts are kept formatted. */
@Pipe({ name: 't', pure: false })
export class TranslatePipe implements PipeTransform {
  private readonly texts = inject(Texts);

  transform(key: string, values?: TextValues): string {
    return this.texts.text(key, values);
  }
}
