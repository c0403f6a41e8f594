import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { type FieldTree, form, FormField, validateTree } from '@angular/forms/signals';
import {
  CorrectException,
  ExceptionType,
  type ExceptionView,
  formatDate,
  isCouncilOnly,
  type LocalDate,
  RegisterException,
  type StrategyPage,
} from '#shared';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { DateInput } from '../../ui/date-input';
import { Control, errorCode, Field } from '../../ui/field';
import { mistakesOf } from '../../ui/form-mistakes';
import { RecordWrite } from '../../ui/record-write';
import { mistakesBy } from '../../ui/schema-mistakes';
import { type Differing, differingOf, WriteDialog } from '../../ui/write-dialog';
import { DecisionFields } from './decision-fields';
import {
  againstTerms,
  asDrafted,
  codesOf,
  correctionOf,
  type ExceptionDraft,
  exceptionAsStored,
  exceptionOf,
  newException,
} from './exception-draft';
import { StrategyWriteClient } from './strategy-write-client';

/** Proposes an exception, records one that an elected body has decided, or puts a mistyped one right. */
@Component({
  selector: 'app-exception-dialog',
  imports: [Control, DateInput, DecisionFields, Field, FormField, NgTemplateOutlet, TranslatePipe, WriteDialog],
  providers: [RecordWrite],
  templateUrl: './exception-dialog.html',
  styleUrl: './dialog-fields.scss',
})
export class ExceptionDialog {
  private readonly client = inject(StrategyWriteClient);
  private readonly texts = inject(Texts);
  protected readonly write = inject<RecordWrite<StrategyPage>>(RecordWrite);

  readonly strategy = input.required<StrategyPage>();
  /** The one to put right; null for a new one. */
  readonly exception = input<ExceptionView | null>(null);
  /** The strategy as it has become; null when it was left as it is. */
  readonly closed = output<StrategyPage | null>();

  protected readonly terms = computed(() => this.strategy().exceptionTerms);
  protected readonly types = ExceptionType.options;
  private readonly draft = linkedSignal((): ExceptionDraft => {
    const { findings, evaluatedOn } = this.strategy();
    const exception = this.exception();
    return exception ? exceptionAsStored(exception, this.terms()) : newException(this.terms(), findings, evaluatedOn);
  });
  protected readonly entry: FieldTree<ExceptionDraft> = form(this.draft, (path) => {
    validateTree(path, ({ value }) => {
      const draft = value();
      const found = this.exception()
        ? mistakesBy(CorrectException, correctionOf(draft))
        : mistakesBy(RegisterException, exceptionOf(draft));
      const mistakes = [...asDrafted(found, draft), ...againstTerms(draft, this.terms())];
      return mistakesOf(this.entry, mistakes);
    });
  });

  protected readonly isDecided = computed(() => !!this.exception()?.decidedOn);
  protected readonly councilOnly = computed(() => {
    const type = this.entry.type().value();
    return type !== '' && isCouncilOnly(type);
  });
  /** Those that the rules find or that are covered, before the others. */
  protected readonly rules = computed(() => {
    const relevant = new Set(
      this.strategy()
        .findings.map(({ rule }) => rule)
        .concat(this.exception()?.rules ?? []),
    );
    const codes = this.terms().rules;
    return { found: codes.filter((code) => relevant.has(code)), others: codes.filter((code) => !relevant.has(code)) };
  });
  protected readonly rulesError = computed(() => {
    const [error] = this.entry.rules().touched() ? this.entry.rules().errors() : [];
    return error ? this.texts.text('field.' + errorCode(error)) : null;
  });
  protected readonly heading = computed(() => {
    if (this.exception()) return this.texts.text('strategy-page.exceptions.correct-heading');
    return this.texts.text('strategy-page.exceptions.' + (this.mayRecord() ? 'register' : 'propose'));
  });
  protected readonly submitText = computed(() => {
    const act = this.exception() ? 'save' : this.entry.decided().value() === 'yes' ? 'register' : 'propose';
    return this.texts.text('strategy-page.exceptions.' + act);
  });
  protected readonly mayRecord = computed(() => this.strategy().may.recordAs.length > 0);

  protected readonly differing = computed((): Differing[] | null => {
    const theirs = this.write.theirs();
    if (!theirs) return null;
    const stored = theirs.exceptions.find(({ id }) => id === this.exception()?.id);
    if (!stored) return [];
    const mine = this.draft();
    const rows: [string, string | null, string | null][] = [
      ['strategy-page.exceptions.field.type', this.typeName(mine.type), this.typeName(stored.type)],
      ['strategy-page.exceptions.field.rules', codesOf(mine.rules).join(', '), stored.rules.join(', ')],
      ['strategy-page.exceptions.field.reason', mine.reason, stored.reason],
      ['strategy-page.exceptions.field.valid-from', inWords(mine.validFrom), inWords(stored.validFrom)],
      ['strategy-page.exceptions.field.valid-to', inWords(mine.validTo), inWords(stored.validTo)],
      ['strategy-page.exceptions.field.decided-on', inWords(mine.decision.decidedOn), inWords(stored.decidedOn)],
      ['strategy-page.exceptions.field.case-number', mine.decision.caseNumber, stored.caseNumber],
    ];
    return differingOf(this.isDecided() ? rows : rows.slice(0, 5), this.texts);
  });

  /** What was typed would be lost by leaving the page. */
  hasUnsavedChanges(): boolean {
    return this.entry().dirty();
  }

  protected async save(): Promise<void> {
    const { plan, code, version: readAt } = this.strategy();
    const exception = this.exception();
    const saved = await this.write.save(this.entry, readAt, (version, intent) => {
      const on = { plan: plan.slug, code, version };
      return exception
        ? this.client.correctException(on, exception.id, CorrectException.parse(correctionOf(this.draft())), intent)
        : this.client.registerException(on, RegisterException.parse(exceptionOf(this.draft())), intent);
    });
    if (saved) this.closed.emit(saved);
  }

  private typeName(type: ExceptionType | ''): string {
    return type === '' ? '' : this.texts.text('words.exception.' + type);
  }
}

const inWords = (date: LocalDate | null): string | null => date && formatDate(date);
