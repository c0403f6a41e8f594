import { afterNextRender, Directive, ElementRef, inject, output } from '@angular/core';

/** Opens a native `<dialog>` as modal when it is rendered, and tells when it is dismissed with Escape. */
@Directive({ selector: 'dialog[appModal]', host: { '(cancel)': 'dismiss($event)' } })
export class Modal {
  private readonly dialog = inject<ElementRef<HTMLDialogElement>>(ElementRef).nativeElement;
  readonly dismissed = output();

  constructor() {
    afterNextRender(() => this.dialog.showModal());
  }

  protected dismiss(event: Event): void {
    event.preventDefault();
    this.dismissed.emit();
  }
}
