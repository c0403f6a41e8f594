import { Component, computed, input, output } from '@angular/core';
import { TranslatePipe } from '../platform/language/translate.pipe';
import type { ChangeInWords } from './change-words';
import { InstantPipe } from './date.pipe';

/** Who changed what, when, from what and to what: a page of a record's story, newest first. */
@Component({
  selector: 'app-change-story',
  imports: [InstantPipe, TranslatePipe],
  templateUrl: './change-story.html',
  styleUrl: './change-story.scss',
})
export class ChangeStory {
  readonly changes = input.required<readonly ChangeInWords[]>();
  readonly page = input.required<number>();
  readonly size = input.required<number>();
  readonly total = input.required<number>();
  readonly busy = input(false);
  /** The page asked for. */
  readonly turned = output<number>();

  protected readonly first = computed(() => (this.page() - 1) * this.size() + 1);
  protected readonly last = computed(() => Math.min(this.page() * this.size(), this.total()));
}
