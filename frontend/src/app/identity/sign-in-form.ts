import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, submit, validateStandardSchema } from '@angular/forms/signals';
import { SignIn } from '#shared';
import { problemErrorOf } from '../platform/http/problem-error';
import { problemText } from '../platform/http/problem-text';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Session } from '../platform/session';
import { Control, Field } from '../ui/field';
import { focusFirstMistake } from '../ui/form-mistakes';

/** E-mail and password. What was typed stays when it is wrong. */
@Component({
  selector: 'app-sign-in-form',
  imports: [Control, Field, FormField, TranslatePipe],
  template: `
    <form class="form" novalidate (submit)="signIn($event)">
      @if (refusal(); as refusal) {
        <p class="refusal" role="alert">{{ refusal }}</p>
      }
      <app-field [label]="'identity.sign-in.email' | t" [control]="entry.email">
        <input appControl type="email" autocomplete="username" [formField]="entry.email" />
      </app-field>
      <app-field [label]="'identity.sign-in.password' | t" [control]="entry.password">
        <input appControl type="password" autocomplete="current-password" [formField]="entry.password" />
      </app-field>
      <div class="button-row">
        <button type="submit" class="button button-primary" [attr.aria-disabled]="entry().submitting()">
          {{ 'identity.sign-in.submit' | t }}
        </button>
        <ng-content />
      </div>
    </form>
  `,
  styles: `
    .refusal {
      padding: var(--space-3) var(--space-4);
      border-inline-start: 4px solid var(--lacking-fill);
      background: var(--lacking-ground);
      border-radius: var(--radius);
    }
  `,
})
export class SignInForm {
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);

  readonly email = input('');
  readonly signedIn = output();

  private readonly draft = linkedSignal((): SignIn => ({ email: this.email(), password: '' }));
  protected readonly entry = form(this.draft, (entry) => validateStandardSchema(entry, SignIn));
  protected readonly refusal = signal<string | null>(null);

  /** Fills the form in, for the one who chooses a demonstration role. */
  fill(account: SignIn): void {
    this.draft.set(account);
    this.refusal.set(null);
  }

  async signIn(event?: Event): Promise<void> {
    event?.preventDefault();
    this.refusal.set(null);
    const signedIn = await submit(this.entry, async (entry) => {
      try {
        await this.session.signIn(entry().value());
        return undefined;
      } catch (error) {
        this.refusal.set(problemText(this.texts, problemErrorOf(error)));
        return { kind: 'refused' };
      }
    });
    if (signedIn) this.signedIn.emit();
    else focusFirstMistake(this.entry);
  }
}
