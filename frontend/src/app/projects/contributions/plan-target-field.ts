import { booleanAttribute, Component, computed, input, output, signal, viewChild } from '@angular/core';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { Combobox } from '../../ui/combobox';
import { VerdictBadge } from '../../ui/verdict-badge';
import type { PlanTargets } from './plan-target-client';
import { findTargets, type PlanTarget, standsAlone } from './plan-targets';

interface FoundTarget extends PlanTarget {
  readonly alone: boolean;
}

/** Finds a strategy or measure by number, word or area. Stands in an `app-field`; empties itself when one is chosen. */
@Component({
  selector: 'app-plan-target-field',
  imports: [Combobox, TranslatePipe, VerdictBadge],
  template: `
    <app-combobox
      [words]="words()"
      [choices]="found()"
      [loading]="targets().loading()"
      [none]="(targets().error() ? 'projects.target.failed' : 'projects.target.none') | t"
      [inline]="inline()"
      (focusin)="targets().ask()"
      (typed)="words.set($event)"
      (choose)="take($event)"
    >
      <ng-template #option let-target>
        <span [class.measure]="target.measure && !target.alone">
          <span class="code">{{ target.code }}</span> {{ target.text }}
          @if (!target.measure || target.alone) {
            <span class="where small muted">
              {{ target.area }}
              @if (target.verdict) {
                <app-verdict-badge [verdict]="target.verdict" [plain]="true" />
              }
            </span>
          }
        </span>
      </ng-template>
    </app-combobox>
  `,
  styles: `
    .where {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-3);
      align-items: center;
    }
    .measure {
      padding-inline-start: var(--space-5);
    }
  `,
})
export class PlanTargetField {
  private readonly combobox = viewChild.required<Combobox<FoundTarget>>(Combobox);

  readonly targets = input.required<PlanTargets>();
  /** The list pushes what follows, as in a panel that scrolls. */
  readonly inline = input(false, { transform: booleanAttribute });
  readonly choose = output<PlanTarget>();

  protected readonly words = signal('');
  protected readonly found = computed((): readonly FoundTarget[] => {
    const found = findTargets(this.targets().all(), this.words());
    return found.map((target, at) => ({ ...target, alone: standsAlone(found, at) }));
  });

  focus(): void {
    this.combobox().focus();
  }

  protected take(target: PlanTarget): void {
    this.words.set('');
    this.choose.emit(target);
  }
}
