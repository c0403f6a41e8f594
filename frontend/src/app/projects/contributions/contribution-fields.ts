import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { PutContribution } from '#shared';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { Control, Field } from '../../ui/field';

const longest = 500;

/** What kind of contribution it is, and one sentence on how. */
@Component({
  selector: 'app-contribution-fields',
  imports: [Control, Field, FormField, TranslatePipe],
  template: `
    <fieldset class="fieldset">
      <legend>{{ 'projects.contribution.kind' | t }}</legend>
      @for (kind of kinds; track kind) {
        <label class="kind">
          <input type="radio" [value]="kind" [formField]="entry().kind" />
          <span>
            {{ 'words.contribution.' + kind | t }}
            <span class="small muted">{{ 'projects.contribution.explained.' + kind | t }}</span>
          </span>
        </label>
      }
    </fieldset>
    <app-field
      [label]="'projects.contribution.statement' | t"
      [hint]="'projects.contribution.statement-hint' | t"
      [control]="entry().statement"
    >
      <textarea appControl [formField]="entry().statement"></textarea>
    </app-field>
    <p class="small muted figures count" aria-hidden="true">{{ typed() }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    .kind {
      display: flex;
      gap: var(--space-3);
      align-items: flex-start;
      cursor: pointer;

      > input {
        flex: none;
      }

      > span {
        display: grid;
      }
    }
    .count {
      margin-top: calc(-1 * var(--space-3));
      max-width: none;
      text-align: end;
    }
  `,
})
export class ContributionFields {
  private readonly texts = inject(Texts);

  readonly entry = input.required<FieldTree<PutContribution>>();

  protected readonly kinds = ['main', 'partial'] as const;
  protected readonly typed = computed(() =>
    this.texts.text('projects.contribution.typed', {
      count: this.entry().statement().value().trim().length,
      most: longest,
    }),
  );
}
