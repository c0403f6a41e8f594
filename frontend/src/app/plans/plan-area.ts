import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { VerdictBadge } from '../ui/verdict-badge';
import { MarkedText } from './marked-text';
import type { AreaReading, StrategyReading } from './plan-reading';
import { countVerdicts } from './verdict-counts';

/** One area of the plan as it was adopted, and in its margin what becomes of each strategy. */
@Component({
  selector: 'app-plan-area',
  imports: [MarkedText, RouterLink, TranslatePipe, VerdictBadge],
  templateUrl: './plan-area.html',
  styleUrl: './plan-area.scss',
})
export class PlanAreaSection {
  readonly plan = input.required<string>();
  readonly reading = input.required<AreaReading>();
  readonly words = input<readonly string[]>([]);
  /** The language the plan is written in. */
  readonly language = input.required<string>();
  /** The code that the address points at. */
  readonly target = input<string | null>(null);

  protected readonly area = computed(() => this.reading().area);
  protected readonly counts = computed(() => countVerdicts(this.reading().strategies.map(({ followUp }) => followUp)));

  /** The first reason why, where something is missing. */
  protected reason({ followUp }: StrategyReading): string | null {
    const finding = followUp?.findings.find(({ covered }) => !covered);
    return finding && followUp?.verdict !== 'followed-up' ? finding.text : null;
  }

  /** Numbers of the projects with an approved link to a measure. */
  protected carriers({ followUp }: StrategyReading, measure: string): string[] {
    return (followUp?.projects ?? [])
      .filter(({ approved, measures }) => approved && measures.includes(measure))
      .map(({ number }) => number);
  }
}
