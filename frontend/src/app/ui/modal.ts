import { afterNextRender, DestroyRef, Directive, DOCUMENT, ElementRef, inject, output } from '@angular/core';

/**
 * Opens a native `<dialog>` as modal when it is rendered, and tells when it is dismissed with Escape. Once it is gone, the
 * focus is back where it came from, if that still is there.
 */
@Directive({ selector: 'dialog[appModal]', host: { '(cancel)': 'dismiss($event)' } })
export class Modal {
  private readonly dialog = inject<ElementRef<HTMLDialogElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  readonly dismissed = output();

  constructor() {
    let opener: Element | null = null;
    afterNextRender(() => {
      opener = this.document.activeElement;
      this.dialog.showModal();
    });
    inject(DestroyRef).onDestroy(() => {
      this.dialog.close();
      if (opener?.isConnected && opener instanceof HTMLElement) opener.focus();
    });
  }

  protected dismiss(event: Event): void {
    event.preventDefault();
    this.dismissed.emit();
  }
}
