import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, submit, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { type Contribution, formatDate, type ProjectView, PutContribution } from '#shared';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { focusFirstMistake } from '../../ui/form-mistakes';
import { Icon } from '../../ui/icon';
import { ContributionFields } from './contribution-fields';

/** One link: what it is to, how the project contributes, who proposed and approved it, and what may be done with it. */
@Component({
  selector: 'app-contribution-item',
  imports: [ContributionFields, Icon, RouterLink, TranslatePipe],
  templateUrl: './contribution-item.html',
  styleUrl: './contribution-item.scss',
})
export class ContributionItem {
  private readonly texts = inject(Texts);

  readonly contribution = input.required<Contribution>();
  readonly may = input.required<ProjectView['may']>();
  readonly approve = output();
  readonly withdraw = output();
  readonly end = output();
  readonly changed = output<PutContribution>();

  private readonly draft = signal<PutContribution>({ kind: 'partial', statement: '' });
  protected readonly entry = form(this.draft, (entry) => validateStandardSchema(entry, PutContribution));
  protected readonly changing = signal(false);

  protected readonly approved = computed(() => this.contribution().approvedOn !== null);
  protected readonly waits = computed(() => !this.approved() || this.contribution().proposedKind !== null);
  /** Who and when, as far as it is known. */
  protected readonly state = computed(() => {
    const { approvedOn, approvedBy, proposedBy, proposedOn } = this.contribution();
    return approvedOn
      ? this.texts.text('projects.contribution.approved', { by: approvedBy ?? 'nobody', date: formatDate(approvedOn) })
      : this.texts.text('projects.contribution.proposed', { by: proposedBy ?? 'nobody', date: formatDate(proposedOn) });
  });
  protected readonly mayEnd = computed(() => (this.approved() ? this.may().approve : this.may().propose));

  protected open(): void {
    const { kind, proposedKind, statement } = this.contribution();
    this.draft.set({ kind: proposedKind ?? kind, statement });
    this.entry().reset();
    this.changing.set(true);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const sound = await submit(this.entry, () => Promise.resolve(undefined));
    if (!sound) focusFirstMistake(this.entry);
    else this.changed.emit({ ...this.draft(), statement: this.draft().statement.trim() });
  }

  /** Whoever saved says that it went well; till then what was typed stays. */
  close(): void {
    this.changing.set(false);
  }
}
