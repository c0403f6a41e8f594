import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, viewChild } from '@angular/core';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Session } from '../platform/session';
import { type HasUnsavedChanges, warnBeforeUnload } from '../ui/unsaved-changes';
import { ChangePasswordForm } from './change-password-form';
import { OwnSessionsList } from './own-sessions-list';

/** The person's own side: who she is here, where she is signed in, and her password. */
@Component({
  selector: 'app-my-side-page',
  imports: [ChangePasswordForm, NgTemplateOutlet, OwnSessionsList, TranslatePipe],
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
      @if (passwordFirst) {
        <ng-container [ngTemplateOutlet]="password" />
      }
      <section aria-labelledby="own-sessions">
        <h2 id="own-sessions">{{ 'identity.my-side.sessions.heading' | t }}</h2>
        <app-own-sessions-list #list />
      </section>
      @if (!passwordFirst) {
        <ng-container [ngTemplateOutlet]="password" />
      }
      <ng-template #password>
        <section aria-labelledby="own-password">
          @if (fixed(); as reason) {
            <h2 id="own-password">{{ 'identity.my-side.password.heading' | t }}</h2>
            <p>{{ 'problem.' + reason | t }}</p>
          } @else {
            @if (byLink()) {
              <h2 id="own-password">{{ 'identity.my-side.password.first-heading' | t }}</h2>
              <p>{{ 'identity.my-side.password.first-text' | t }}</p>
            } @else {
              <h2 id="own-password">{{ 'identity.my-side.password.heading' | t }}</h2>
              <p>{{ 'identity.my-side.password.text' | t }}</p>
            }
            <app-change-password-form (changed)="list.reload()" />
          }
        </section>
      </ng-template>
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
export class MySidePage implements HasUnsavedChanges {
  private readonly texts = inject(Texts);
  private readonly form = viewChild(ChangePasswordForm);
  protected readonly session = inject(Session);
  protected readonly byLink = computed(() => this.session.current()?.way === 'link');
  /** Who has come by a link is here to choose a password. It stays where it is once that is done. */
  protected readonly passwordFirst = this.byLink();

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

  constructor() {
    warnBeforeUnload(this);
  }

  hasUnsavedChanges(): boolean {
    return this.form()?.hasUnsavedChanges() ?? false;
  }
}
