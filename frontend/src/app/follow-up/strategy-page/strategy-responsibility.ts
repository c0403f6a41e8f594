import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  model,
  output,
  signal,
} from '@angular/core';
import { form, FormField, submit } from '@angular/forms/signals';
import type { Role, StrategyPage } from '#shared';
import { problemErrorOf } from '../../platform/http/problem-error';
import { problemText } from '../../platform/http/problem-text';
import { newIntent } from '../../platform/http/write-headers';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { Municipality } from '../../platform/municipality';
import { Control, Field } from '../../ui/field';
import { focusFirstMistake, mistakesOf } from '../../ui/form-mistakes';
import { Icon } from '../../ui/icon';
import { Notices } from '../../ui/notices';
import { StrategyClient } from './strategy-client';

interface Responsible {
  /** Code of a sector; empty: nobody. */
  leadSector: string;
  responsibleRole: Role | '';
}

const roles: readonly Role[] = [
  'chief-executive',
  'sector-director',
  'sector-administrator',
  'planner',
  'controller',
  'project-owner',
  'project-manager',
  'secretariat',
];

/** Who answers for a strategy, and the form that changes it for those who may. */
@Component({
  selector: 'app-strategy-responsibility',
  imports: [Control, Field, FormField, Icon, TranslatePipe],
  templateUrl: './strategy-responsibility.html',
  styleUrl: './strategy-responsibility.scss',
})
export class StrategyResponsibility {
  private readonly client = inject(StrategyClient);
  private readonly texts = inject(Texts);
  private readonly notices = inject(Notices);
  private readonly municipality = inject(Municipality);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private intent = newIntent();

  readonly strategy = input.required<StrategyPage>();
  readonly editing = model(false);
  /** The strategy must be read again: it was changed here, or by somebody else first. */
  readonly outdated = output();

  /** The strategy as it was when the form opened, and what was chosen since: neither follows a later reading. */
  private readonly opened = linkedSignal<{ open: boolean; strategy: StrategyPage }, StrategyPage>({
    source: () => ({ open: this.editing(), strategy: this.strategy() }),
    computation: ({ open, strategy }, before) => (open && before?.source.open ? before.value : strategy),
  });
  private readonly draft = linkedSignal((): Responsible => responsibleFor(this.opened()));
  protected readonly entry = form(this.draft);
  protected readonly refusal = signal<string | null>(null);
  protected readonly roles = roles;
  protected readonly sectors = computed(() => {
    const facts = this.municipality.facts();
    return (facts?.sectors ?? []).filter(
      ({ validFrom, validTo }) => validFrom <= facts!.today && (validTo === null || validTo >= facts!.today),
    );
  });
  /** What others saved meanwhile. */
  protected readonly theirs = computed(() =>
    this.strategy().version === this.opened().version ? null : this.strategy(),
  );

  /** Shows the form and takes the person to it. */
  edit(): void {
    this.refusal.set(null);
    this.editing.set(true);
    afterNextRender(() => this.host.querySelector('select')?.focus(), { injector: this.injector });
  }

  protected cancel(): void {
    this.editing.set(false);
    this.focusOpener();
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.refusal.set(null);
    const saved = await submit(this.entry, async (entry) => {
      const { leadSector, responsibleRole } = entry().value();
      const { plan, code, version } = this.strategy();
      try {
        await this.client.change(
          plan.slug,
          code,
          { leadSector: leadSector || null, responsibleRole: responsibleRole || null },
          { version, intent: this.intent },
        );
        return undefined;
      } catch (error) {
        const problem = problemErrorOf(error);
        if (problem.status >= 400) this.intent = newIntent();
        if (problem.status === 412) this.outdated.emit();
        this.refusal.set(problemText(this.texts, problem));
        return problem.fields.length > 0 ? mistakesOf(this.entry, problem.fields) : { kind: 'refused' };
      }
    });
    if (!saved) return focusFirstMistake(this.entry);
    this.intent = newIntent();
    this.editing.set(false);
    this.outdated.emit();
    this.notices.show(this.texts.text('strategy-page.responsibility.saved'));
    this.focusOpener();
  }

  protected sectorName(code: string): string {
    const nobody = this.texts.text('strategy-page.none');
    return this.sectors().find((sector) => sector.code === code)?.name ?? nobody;
  }

  protected roleName(role: Role | '' | null): string {
    return this.texts.text(role ? 'words.role.' + role : 'strategy-page.none');
  }

  private focusOpener(): void {
    afterNextRender(() => this.host.querySelector<HTMLElement>('.opener')?.focus(), { injector: this.injector });
  }
}

function responsibleFor({ leadSector, responsibleRole }: StrategyPage): Responsible {
  return { leadSector: leadSector?.code ?? '', responsibleRole: responsibleRole ?? '' };
}
