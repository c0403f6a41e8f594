import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Finding } from '#shared';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { DatePipe } from '../date.pipe';
import { SeverityLabel } from '../severity-label';
import { type NamedProject, readLines } from './finding-data-lines';

/**
 * One finding: the rule, how grave, the sentence, what the rule read, and what would change it. The way there is
 * projected, for who may go it.
 */
@Component({
  selector: 'app-finding-reason',
  imports: [DatePipe, RouterLink, SeverityLabel, TranslatePipe],
  host: { '[class]': 'finding().covered ? "covered" : finding().severity' },
  templateUrl: './finding-reason.html',
  styleUrl: './finding-reason.scss',
})
export class FindingReason {
  private readonly texts = inject(Texts);

  readonly finding = input.required<Finding>();
  /** The projects that the rule may name by number. */
  readonly projects = input<readonly NamedProject[]>([]);

  protected readonly lines = computed(() => readLines(this.finding(), this.projects(), this.texts));
  protected readonly ruleName = computed(() => {
    const key = 'finding-words.rule.' + this.finding().rule;
    return this.texts.has(key) ? this.texts.text(key) : null;
  });
}
