import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { type FieldTree, form, FormField, validateTree } from '@angular/forms/signals';
import { DecideException, type ExceptionView, formatDate, isElected, type LocalDate, type StrategyPage } from '#shared';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { DateInput } from '../../ui/date-input';
import { Field } from '../../ui/field';
import { mistakesOf } from '../../ui/form-mistakes';
import { RecordWrite } from '../../ui/record-write';
import { mistakesBy } from '../../ui/schema-mistakes';
import { type Differing, differingOf, WriteDialog } from '../../ui/write-dialog';
import { DecisionFields } from './decision-fields';
import { type DecisionDraft, decisionOf, noDecision } from './exception-draft';
import { StrategyWriteClient } from './strategy-write-client';

interface DecideDraft extends DecisionDraft {
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

/** Decides on what another person has proposed: at which level, in which case, and for how long. */
@Component({
  selector: 'app-decide-exception-dialog',
  imports: [DateInput, DecisionFields, Field, FormField, TranslatePipe, WriteDialog],
  providers: [RecordWrite],
  template: `
    <app-write-dialog
      [heading]="'strategy-page.exceptions.decide' | t"
      [submitText]="'strategy-page.exceptions.decide' | t"
      [saving]="entry().submitting()"
      [refusal]="write.refusal()"
      [differing]="differing()"
      [changed]="entry().dirty()"
      (save)="save()"
      (dismissed)="closed.emit(null)"
    >
      <blockquote>
        <p>
          <strong>{{ 'words.exception.' + exception().type | t }}</strong>
        </p>
        <p>{{ exception().reason }}</p>
        <p class="small muted">
          {{ 'strategy-page.exceptions.proposed-by' | t: { by: exception().proposedBy ?? ('strategy-page.none' | t) } }}
          {{
            exception().rules.length > 0
              ? ('strategy-page.exceptions.covers' | t: { rules: exception().rules.join(', ') })
              : ('strategy-page.exceptions.covers-all' | t)
          }}
        </p>
      </blockquote>
      <app-decision-fields [entry]="decision()" [levels]="exception().may.decideAs" />
      <div class="beside">
        <app-field [label]="'strategy-page.exceptions.field.valid-from' | t" [control]="entry.validFrom">
          <app-date-input [formField]="entry.validFrom" />
        </app-field>
        <app-field [label]="'strategy-page.exceptions.field.valid-to' | t" [control]="entry.validTo">
          <app-date-input [formField]="entry.validTo" />
        </app-field>
      </div>
    </app-write-dialog>
  `,
  styleUrl: './dialog-fields.scss',
})
export class DecideExceptionDialog {
  private readonly client = inject(StrategyWriteClient);
  private readonly texts = inject(Texts);
  protected readonly write = inject<RecordWrite<StrategyPage>>(RecordWrite);

  readonly strategy = input.required<StrategyPage>();
  readonly exception = input.required<ExceptionView>();
  /** The strategy as it has become; null when it was left as it is. */
  readonly closed = output<StrategyPage | null>();

  private readonly draft = linkedSignal((): DecideDraft => {
    const { evaluatedOn } = this.strategy();
    const { validFrom, validTo, may } = this.exception();
    const [only, ...more] = may.decideAs;
    // a person who may decide herself most likely does; what a body has decided is for her to say
    const own = may.decideAs.find((level) => !isElected(level)) ?? (more.length === 0 ? only : undefined);
    return {
      ...noDecision,
      level: own ?? '',
      decidedOn: evaluatedOn,
      // what was proposed from a day that has passed holds from the decision
      validFrom: validFrom < evaluatedOn ? evaluatedOn : validFrom,
      validTo,
    };
  });
  private readonly asSent = computed(() => {
    const { validFrom, validTo } = this.draft();
    return { ...decisionOf(this.draft()), validFrom, validTo };
  });
  protected readonly entry: FieldTree<DecideDraft> = form(this.draft, (path) => {
    validateTree(path, ({ value }) => {
      const mistakes = mistakesBy(DecideException, this.asSent()).map((mistake) =>
        mistake.path === 'level' && value().level === '' ? { ...mistake, code: 'choice-required' } : mistake,
      );
      return mistakesOf(this.entry, mistakes);
    });
  });
  protected readonly decision = computed(() => this.entry as FieldTree<DecisionDraft>);

  protected readonly differing = computed((): Differing[] | null => {
    const theirs = this.write.theirs();
    if (!theirs) return null;
    const stored = theirs.exceptions.find(({ id }) => id === this.exception().id);
    const mine = this.exception();
    if (!stored) return [];
    const inWords = (date: LocalDate | null) => date && formatDate(date);
    return differingOf(
      [
        ['strategy-page.exceptions.field.reason', mine.reason, stored.reason],
        ['strategy-page.exceptions.field.rules', mine.rules.join(', '), stored.rules.join(', ')],
        ['strategy-page.exceptions.field.decided-on', inWords(this.draft().decidedOn), inWords(stored.decidedOn)],
        ['strategy-page.exceptions.field.case-number', this.draft().caseNumber, stored.caseNumber],
      ].slice(0, stored.decidedOn ? 4 : 2) as [string, string | null, string | null][],
      this.texts,
    );
  });

  /** What was typed would be lost by leaving the page. */
  hasUnsavedChanges(): boolean {
    return this.entry().dirty();
  }

  protected async save(): Promise<void> {
    const { plan, code, version: readAt } = this.strategy();
    const saved = await this.write.save(this.entry, readAt, (version, intent) =>
      this.client.decideException(
        { plan: plan.slug, code, version },
        this.exception().id,
        DecideException.parse(this.asSent()),
        intent,
      ),
    );
    if (saved) this.closed.emit(saved);
  }
}
