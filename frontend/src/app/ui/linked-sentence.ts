import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TextValues } from '../platform/language/icu-message';
import { Texts } from '../platform/language/texts';

export interface SentenceLink {
  readonly link: string | readonly string[];
  readonly query?: Record<string, string>;
}

interface LinkedWords extends SentenceLink {
  readonly words: string;
}

/** One message whose tags are links: `<lacking>23 av 71</lacking> strategier mangler oppfølging`. */
@Component({
  selector: 'app-linked-sentence',
  imports: [RouterLink],
  template: `
    @for (part of parts(); track $index) {
      @if (isLink(part)) {
        <a [routerLink]="part.link" [queryParams]="part.query">{{ part.words }}</a>
      } @else {
        <span>{{ part }}</span>
      }
    }
  `,
})
export class LinkedSentence {
  private readonly texts = inject(Texts);

  readonly key = input.required<string>();
  readonly values = input<TextValues>({});
  /** Where each tag of the message leads. */
  readonly links = input.required<Record<string, SentenceLink>>();

  protected readonly parts = computed(() =>
    this.texts.parts<LinkedWords>(
      this.key(),
      this.values(),
      Object.fromEntries(
        Object.entries(this.links()).map(([tag, link]) => [tag, (words: string) => ({ words, ...link })]),
      ),
    ),
  );

  protected isLink(part: string | LinkedWords): part is LinkedWords {
    return typeof part !== 'string';
  }
}
