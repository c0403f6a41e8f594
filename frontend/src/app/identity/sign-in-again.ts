import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Session } from '../platform/session';
import { Modal } from '../ui/modal';
import { identityMessages } from './messages';
import { SignInForm } from './sign-in-form';

/** Over the page when the session has run out: what was typed stays, and what was being sent is sent again. */
@Component({
  selector: 'app-sign-in-again',
  imports: [Modal, SignInForm, TranslatePipe],
  template: `
    @if (ready()) {
      <dialog appModal aria-labelledby="again-heading" (dismissed)="leave()">
        <h2 id="again-heading">{{ 'identity.again.heading' | t }}</h2>
        <p>{{ 'identity.again.text' | t }}</p>
        <app-sign-in-form [email]="session.current()?.account?.email ?? ''">
          <button type="button" class="button button-quiet" (click)="leave()">{{ 'identity.again.leave' | t }}</button>
        </app-sign-in-form>
      </dialog>
    }
  `,
  styles: `
    dialog[open] {
      display: grid;
      gap: var(--space-4);
      width: 480px;
    }
  `,
})
export class SignInAgain {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  protected readonly ready = signal(false);

  constructor() {
    void this.texts.load('identity', identityMessages).then(() => this.ready.set(true));
  }

  protected leave(): void {
    const here = this.router.url;
    this.session.forget();
    void this.router.navigate(['/logg-inn'], { queryParams: { til: here } });
  }
}
