import {
  afterNextRender,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { form, submit, validateStandardSchema } from '@angular/forms/signals';
import { type ProjectView, PutContribution } from '#shared';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { Field } from '../../ui/field';
import { focusFirstMistake } from '../../ui/form-mistakes';
import { VerdictBadge } from '../../ui/verdict-badge';
import type { LinkedTo } from './contribution-client';
import { ContributionFields } from './contribution-fields';
import { PlanTargetClient } from './plan-target-client';
import { PlanTargetField } from './plan-target-field';
import type { PlanTarget } from './plan-targets';

/** What one wants to link, with the same kind and sentence for each. */
export interface NewContributions {
  readonly to: readonly LinkedTo[];
  readonly input: PutContribution;
}

/** Finds a strategy, and links the project to the whole of it or to several of its measures in a row. */
@Component({
  selector: 'app-add-contributions',
  imports: [ContributionFields, Field, PlanTargetField, TranslatePipe, VerdictBadge],
  templateUrl: './add-contributions.html',
  styleUrl: './add-contributions.scss',
})
export class AddContributions {
  private readonly injector = inject(Injector);
  private readonly finder = viewChild(PlanTargetField);
  private readonly panel = viewChild<ElementRef<HTMLElement>>('panel');

  readonly project = input.required<ProjectView>();
  /** Code of the strategy or measure one came to link. */
  readonly prefill = input<string>();
  readonly add = output<NewContributions>();

  protected readonly targets = inject(PlanTargetClient).targets();
  private readonly draft = signal<PutContribution>({ kind: 'partial', statement: '' });
  protected readonly entry = form(this.draft, (entry) => validateStandardSchema(entry, PutContribution));
  private readonly opened = signal<LinkedTo | null>(null);
  protected readonly strategy = computed(() => {
    const opened = this.opened();
    return this.targets.all().find(({ plan, code }) => plan === opened?.plan && code === opened.code);
  });
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly noneChosen = signal(false);
  private prefilled = false;

  /** The whole strategy and its measures, with those the project is linked to already. */
  protected readonly parts = computed(() => {
    const strategy = this.strategy();
    const linked = new Set(this.project().contributions.map(({ plan, code }) => `${plan} ${code}`));
    return this.targets
      .all()
      .filter(({ plan, strategyCode }) => plan === strategy?.plan && strategyCode === strategy.code)
      .map((target) => ({ ...target, linked: linked.has(`${target.plan} ${target.code}`) }));
  });

  constructor() {
    effect(() => {
      if (this.prefill()) untracked(() => this.targets.ask());
    });
    effect(() => this.openPrefilled());
  }

  /** Once these are linked: the same strategy stays open while it has more to link. */
  goOn(): void {
    this.chosen.set(new Set());
    this.draft.update((draft) => ({ ...draft, statement: '' }));
    this.entry().reset();
    if (this.parts().every(({ linked }) => linked)) this.close();
    else this.panel()?.nativeElement.focus();
  }

  protected open(target: PlanTarget): void {
    const strategy = { plan: target.plan, code: target.strategyCode };
    this.opened.set(strategy);
    const fresh = this.parts().some(({ code, linked }) => code === target.code && !linked);
    this.chosen.set(new Set(fresh ? [target.code] : []));
    this.noneChosen.set(false);
    this.draft.update((draft) => ({ ...draft, kind: this.usualKind(strategy) }));
    afterNextRender(() => this.panel()?.nativeElement.focus(), { injector: this.injector });
  }

  protected close(): void {
    this.opened.set(null);
    this.finder()?.focus();
  }

  protected toggle(code: string): void {
    const after = new Set(this.chosen());
    if (!after.delete(code)) after.add(code);
    this.chosen.set(after);
    this.noneChosen.set(false);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.noneChosen.set(this.chosen().size === 0);
    const sound = await submit(this.entry, () => Promise.resolve(undefined));
    if (this.noneChosen()) this.panel()?.nativeElement.querySelector('input')?.focus();
    else if (!sound) focusFirstMistake(this.entry);
    else {
      const { kind, statement } = this.draft();
      const to = this.parts().filter(({ code }) => this.chosen().has(code));
      this.add.emit({ to, input: { kind, statement: statement.trim() } });
    }
  }

  /** A project has its main contribution to one strategy; the first is taken to be that one. */
  private usualKind({ plan, code }: LinkedTo): PutContribution['kind'] {
    const main = this.project().contributions.filter(({ kind, proposedKind }) => (proposedKind ?? kind) === 'main');
    return main.every((each) => each.plan === plan && each.strategyCode === code) ? 'main' : 'partial';
  }

  private openPrefilled(): void {
    const target = this.targets.all().find(({ code }) => code === this.prefill());
    if (!target || this.prefilled) return;
    this.prefilled = true;
    untracked(() => this.open(target));
  }
}
