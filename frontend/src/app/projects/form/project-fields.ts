import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { type Lifecycle, type Phase, type SectorRef, usualCaseNumber } from '#shared';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { DateInput } from '../../ui/date-input';
import { Control, Field } from '../../ui/field';
import { PersonField } from './person-field';
import { belongsTo, type DraftField, type ProjectDraft } from './project-draft';

/** What the form lets one choose from. */
export interface ProjectChoices {
  readonly sectors: readonly SectorRef[];
  readonly phases: readonly Phase[];
  readonly committees: readonly { readonly code: string; readonly name: string }[];
}

const more: readonly DraftField[] = ['owner', 'committee', 'place', 'caseNumber', 'moneyKind', 'description'];

/** The fields of a project: those everybody needs first, those of its lifecycle as they apply, the rest on demand. */
@Component({
  selector: 'app-project-fields',
  imports: [Control, DateInput, Field, FormField, PersonField, TranslatePipe],
  templateUrl: './project-fields.html',
  styleUrl: './project-fields.scss',
})
export class ProjectFields {
  private readonly texts = inject(Texts);

  readonly entry = input.required<FieldTree<ProjectDraft>>();
  readonly choices = input.required<ProjectChoices>();
  /** The rest is open from the start. */
  readonly all = input(false);

  protected readonly lifecycles: readonly Lifecycle[] = [
    'not-started',
    'in-progress',
    'postponed',
    'stopped',
    'finished',
    'rejected',
  ];
  protected readonly open = linkedSignal(() => this.all());
  protected readonly caseNumberHint = computed(() => {
    const typed = this.entry().caseNumber().value().trim();
    const usual = typed === '' || usualCaseNumber.test(typed);
    return this.texts.text(usual ? 'projects.form.case-number-hint' : 'projects.form.case-number-unusual');
  });

  constructor() {
    effect(() => {
      const wrong = more.some((field) => {
        const state = this.entry()[field]();
        return state.touched() && state.invalid();
      });
      if (wrong) untracked(() => this.open.set(true));
    });
  }

  protected has(field: DraftField): boolean {
    return belongsTo(field, this.entry().lifecycle().value());
  }
}
