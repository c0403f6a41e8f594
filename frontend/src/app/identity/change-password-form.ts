import { Component, computed, inject, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, submit, validateTree } from '@angular/forms/signals';
import { ChangePassword } from '#shared';
import { problemErrorOf } from '../platform/http/problem-error';
import { problemText } from '../platform/http/problem-text';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Session } from '../platform/session';
import { Control, Field } from '../ui/field';
import { focusFirstMistake, mistakesOf } from '../ui/form-mistakes';
import { Notices } from '../ui/notices';
import { mistakesBy } from '../ui/schema-mistakes';

const nothing = { currentPassword: '', newPassword: '' };

/** A new password. Who came by a one-time link is not asked for the old one. */
@Component({
  selector: 'app-change-password-form',
  imports: [Control, Field, FormField, TranslatePipe],
  template: `
    <form class="form" novalidate (submit)="change($event)">
      @if (refusal(); as refusal) {
        <p role="alert">{{ refusal }}</p>
      }
      @if (asksForCurrent()) {
        <app-field [label]="'identity.my-side.password.current' | t" [control]="entry.currentPassword">
          <input appControl type="password" autocomplete="current-password" [formField]="entry.currentPassword" />
        </app-field>
      }
      <app-field
        [label]="'identity.my-side.password.new' | t"
        [hint]="'identity.my-side.password.hint' | t"
        [control]="entry.newPassword"
      >
        <input appControl type="password" autocomplete="new-password" [formField]="entry.newPassword" />
      </app-field>
      <div class="button-row">
        <button type="submit" class="button button-primary" [attr.aria-disabled]="entry().submitting()">
          {{ (asksForCurrent() ? 'identity.my-side.password.submit' : 'identity.my-side.password.first-submit') | t }}
        </button>
      </div>
    </form>
  `,
})
export class ChangePasswordForm {
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  private readonly notices = inject(Notices);

  readonly changed = output();

  protected readonly asksForCurrent = computed(() => this.session.current()?.way !== 'link');
  private readonly draft = signal(nothing);
  private readonly asSent = computed((): ChangePassword => {
    const { currentPassword, newPassword } = this.draft();
    return this.asksForCurrent() ? { currentPassword, newPassword } : { newPassword };
  });
  protected readonly entry: FieldTree<typeof nothing> = form(this.draft, (path) => {
    validateTree(path, () => mistakesOf(this.entry as FieldTree<unknown>, mistakesBy(ChangePassword, this.asSent())));
  });
  protected readonly refusal = signal<string | null>(null);

  hasUnsavedChanges(): boolean {
    return Object.values(this.draft()).some((typed) => typed !== '');
  }

  protected async change(event: Event): Promise<void> {
    event.preventDefault();
    this.refusal.set(null);
    const changed = await submit(this.entry, async (entry) => {
      try {
        await this.session.changePassword(this.asSent());
        return undefined;
      } catch (error) {
        const problem = problemErrorOf(error);
        if (problem.fields.length > 0) return mistakesOf(entry, problem.fields);
        this.refusal.set(problemText(this.texts, problem));
        return { kind: 'refused' };
      }
    });
    if (!changed) return focusFirstMistake(this.entry);
    this.entry().reset(nothing);
    this.notices.show(this.texts.text('identity.my-side.password.changed'));
    this.changed.emit();
  }
}
