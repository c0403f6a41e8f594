import { Component, computed, input } from '@angular/core';
import type { PlanView } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Icon } from '../ui/icon';
import { MarkedText } from './marked-text';
import type { PlanReading } from './plan-reading';

/** What comes before the areas: foreword, vision and development goals. */
@Component({
  selector: 'app-plan-lead',
  imports: [Icon, MarkedText, TranslatePipe],
  templateUrl: './plan-lead.html',
  styleUrl: './plan-lead.scss',
})
export class PlanLead {
  readonly plan = input.required<PlanView>();
  readonly reading = input.required<PlanReading>();
  readonly words = input<readonly string[]>([]);
  /** The code that the address points at. */
  readonly target = input<string | null>(null);

  protected readonly searching = computed(() => this.words().length > 0);

  /** `U1`, `U1 og U2`: the goals a paragraph is about. */
  protected codes(goals: readonly number[]): string {
    return goals.map((number) => `U${number}`).join(', ');
  }
}
