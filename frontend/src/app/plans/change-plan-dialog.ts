import type { HttpHeaders } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, maxLength, required, submit } from '@angular/forms/signals';
import type { LocalDate, PlanView } from '#shared';
import { problemErrorOf } from '../platform/http/problem-error';
import { problemText } from '../platform/http/problem-text';
import { newIntent } from '../platform/http/write-headers';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { DateInput } from '../ui/date-input';
import { DatePipe } from '../ui/date.pipe';
import { Control, Field } from '../ui/field';
import { focusFirstMistake, mistakesOf } from '../ui/form-mistakes';
import { Modal } from '../ui/modal';
import { PlanClient } from './plan-client';

interface PlanFacts {
  horizonOn: LocalDate | null;
  decided: boolean;
  caseNumber: string;
}

/** The facts around an adopted plan. When somebody else was first, what was typed stays beside what they saved. */
@Component({
  selector: 'app-change-plan-dialog',
  imports: [Control, DateInput, DatePipe, Field, FormField, Modal, TranslatePipe],
  templateUrl: './change-plan-dialog.html',
  styleUrl: './change-plan-dialog.scss',
})
export class ChangePlanDialog {
  private readonly client = inject(PlanClient);
  private readonly texts = inject(Texts);
  private intent = newIntent();

  readonly plan = input.required<PlanView>();
  /** The headers the plan came with: its version goes back with the change. */
  readonly read = input<HttpHeaders>();
  /** Somebody else has changed the plan: it must be read again. */
  readonly stale = output();
  readonly changed = output<PlanView>();
  readonly closed = output();

  /** The plan as it was when the dialog opened, and what is typed since: neither follows a later reading. */
  private readonly opened = linkedSignal<PlanView, PlanView>({
    source: this.plan,
    computation: (plan, before) => before?.value ?? plan,
  });
  private readonly draft = linkedSignal<PlanView, PlanFacts>({
    source: this.plan,
    computation: (plan, before) => before?.value ?? factsOf(plan),
  });
  protected readonly entry = form(this.draft, (entry) => {
    required(entry.horizonOn, { message: 'date-required' });
    maxLength(entry.caseNumber, 40, { message: 'too-long' });
  });
  protected readonly refusal = signal<string | null>(null);
  /** What others saved meanwhile. */
  protected readonly theirs = computed(() => (this.plan().version === this.opened().version ? null : this.plan()));

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.refusal.set(null);
    const saved = await submit(this.entry, async (entry) => {
      const { horizonOn, decided, caseNumber } = entry().value();
      try {
        this.changed.emit(
          await this.client.change(
            this.plan().slug,
            { horizonOn: horizonOn!, horizonAssumed: !decided, caseNumber: caseNumber.trim() || null },
            { read: this.read(), intent: this.intent },
          ),
        );
        return undefined;
      } catch (error) {
        const problem = problemErrorOf(error);
        if (problem.status >= 400) this.intent = newIntent();
        if (problem.status === 412) this.stale.emit();
        this.refusal.set(problemText(this.texts, problem));
        return problem.fields.length > 0 ? mistakesOf(this.entry, problem.fields) : { kind: 'refused' };
      }
    });
    if (!saved) focusFirstMistake(this.entry);
  }
}

function factsOf({ horizonOn, horizonAssumed, caseNumber }: PlanView): PlanFacts {
  return { horizonOn, decided: !horizonAssumed, caseNumber: caseNumber ?? '' };
}
