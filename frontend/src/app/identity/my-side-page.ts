import { Component, computed, inject } from '@angular/core';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Session } from '../platform/session';
import { ChangePasswordForm } from './change-password-form';
import { OwnSessionsList } from './own-sessions-list';

/** The person's own side: who she is here, where she is signed in, and her password. */
@Component({
  selector: 'app-my-side-page',
  imports: [ChangePasswordForm, OwnSessionsList, TranslatePipe],
  template: `
    <div class="page">
      <header class="page-head">
        <h1>{{ 'identity.my-side.title' | t }}</h1>
        @if (session.current(); as signedIn) {
          <p class="answer">
            {{ 'identity.my-side.answer' | t: { name: signedIn.account.name, roles: roles() } }}
          </p>
        }
      </header>
      <section aria-labelledby="own-sessions">
        <h2 id="own-sessions">{{ 'identity.my-side.sessions.heading' | t }}</h2>
        <app-own-sessions-list #list />
      </section>
      <section aria-labelledby="own-password">
        <h2 id="own-password">{{ 'identity.my-side.password.heading' | t }}</h2>
        @if (fixed(); as reason) {
          <p>{{ 'problem.' + reason | t }}</p>
        } @else {
          <p>{{ 'identity.my-side.password.text' | t }}</p>
          <app-change-password-form (changed)="list.reload()" />
        }
      </section>
    </div>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--space-4);
      max-width: var(--measure);
    }
  `,
})
export class MySidePage {
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);

  protected readonly roles = computed(() =>
    (this.session.current()?.account.roles ?? [])
      .map((role) => this.texts.text(`words.role.${role}`).toLowerCase())
      .join(', '),
  );
  /** Why the password cannot be changed here, as the API would say it. */
  protected readonly fixed = computed(() => {
    if (this.session.demo()) return 'password-is-fixed';
    return this.session.current()?.way === 'provider' ? 'password-elsewhere' : null;
  });
}
