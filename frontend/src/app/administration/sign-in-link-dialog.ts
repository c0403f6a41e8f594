import { Component, computed, DOCUMENT, inject, input, output, signal } from '@angular/core';
import type { SignInLink } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { InstantPipe } from '../ui/date.pipe';
import { Control, Field } from '../ui/field';
import { Modal } from '../ui/modal';

/** Shows a one-time link, the only time it can be read, to who passes it on. */
@Component({
  selector: 'app-sign-in-link-dialog',
  imports: [Control, Field, InstantPipe, Modal, TranslatePipe],
  template: `
    <dialog appModal aria-labelledby="sign-in-link-heading" (dismissed)="closed.emit()">
      <div class="form">
        <h2 id="sign-in-link-heading">{{ 'administration.people.link.heading' | t: { name: name() } }}</h2>
        <p>
          {{ 'administration.people.link.text' | t }} {{ 'administration.people.link.until' | t }}
          {{ link().expiresAt | instant }}.
        </p>
        <app-field [label]="'administration.people.link.address' | t">
          <input #shown appControl readonly [value]="address()" (focus)="shown.select()" />
        </app-field>
        <p class="small" aria-live="polite">{{ told() && ('administration.people.link.' + told() | t) }}</p>
        <div class="button-row">
          <button type="button" class="button button-primary" (click)="copy()">
            {{ 'administration.people.link.copy' | t }}
          </button>
          <button type="button" class="button" (click)="closed.emit()">{{ 'ui.close' | t }}</button>
        </div>
      </div>
    </dialog>
  `,
  styles: `
    dialog {
      width: min(560px, calc(100vw - 32px));
    }
  `,
})
export class SignInLinkDialog {
  private readonly document = inject(DOCUMENT);

  readonly name = input.required<string>();
  readonly link = input.required<SignInLink>();
  readonly closed = output();

  protected readonly address = computed(() => {
    const address = new URL('/logg-inn', this.document.baseURI);
    address.searchParams.set('lenke', this.link().token);
    return address.href;
  });
  protected readonly told = signal<'copied' | 'not-copied' | null>(null);

  /** The clipboard may be closed to pages; the address stands there to be copied by hand. */
  protected async copy(): Promise<void> {
    try {
      await this.document.defaultView!.navigator.clipboard.writeText(this.address());
      this.told.set('copied');
    } catch {
      this.told.set('not-copied');
    }
  }
}
