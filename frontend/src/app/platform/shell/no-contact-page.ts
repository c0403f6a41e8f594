import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { FailedState } from '../../ui/failed-state';
import { ProblemError } from '../http/problem-error';
import { TranslatePipe } from '../language/translate.pipe';
import { returnPath } from '../return-path';

/** Shown where a page was asked for and the server did not answer. */
@Component({
  selector: 'app-no-contact-page',
  imports: [FailedState, TranslatePipe],
  template: `
    <main class="page">
      <h1>{{ 'shell.no-contact.title' | t }}</h1>
      <app-failed-state [error]="error()" [kept]="'shell.no-contact.kept' | t" (retry)="retry()" />
    </main>
  `,
  styles: `
    main {
      max-width: 640px;
      margin: var(--space-7) auto;
      padding: var(--space-4);
    }
  `,
})
export class NoContactPage {
  private readonly router = inject(Router);

  /** Where the person was going. */
  readonly til = input<string>();
  readonly code = input<string>();

  protected readonly error = computed(() => {
    const code = this.code() ?? 'no-contact';
    return new ProblemError({ type: `urn:planspor:problem:${code}`, title: code, status: 0, code });
  });

  protected retry(): void {
    void this.router.navigateByUrl(returnPath(this.til()), { onSameUrlNavigation: 'reload' });
  }
}
