import { DestroyRef, DOCUMENT, inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { Texts } from '../platform/language/texts';
import { Confirm } from './confirm';

/** A page that knows whether something typed would be lost by leaving. */
export interface HasUnsavedChanges {
  hasUnsavedChanges(): boolean;
}

/** For a form's route: asks before what was typed is thrown away. */
export const unsavedChanges: CanDeactivateFn<Partial<HasUnsavedChanges> | null> = (page) => {
  if (!page?.hasUnsavedChanges?.()) return true;
  const texts = inject(Texts);
  return inject(Confirm).ask({
    heading: texts.text('ui.unsaved.heading'),
    text: texts.text('ui.unsaved.text'),
    confirm: texts.text('ui.unsaved.leave'),
    cancel: texts.text('ui.unsaved.stay'),
    danger: true,
  });
};

/** Asks also before the tab is closed or reloaded. Called in the page's constructor. */
export function warnBeforeUnload(page: HasUnsavedChanges): void {
  const window = inject(DOCUMENT).defaultView;
  const ask = (event: BeforeUnloadEvent) => {
    if (page.hasUnsavedChanges()) event.preventDefault();
  };
  window?.addEventListener('beforeunload', ask);
  inject(DestroyRef).onDestroy(() => window?.removeEventListener('beforeunload', ask));
}
