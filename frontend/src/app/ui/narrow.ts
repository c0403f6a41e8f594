import { DestroyRef, DOCUMENT, inject, type Signal, signal } from '@angular/core';

/** Whether the screen is narrower than so many CSS pixels; paper never is. Called while a component is built. */
export function screenNarrowerThan(pixels: number): Signal<boolean> {
  const query = inject(DOCUMENT).defaultView?.matchMedia(`screen and (width < ${pixels}px)`);
  const narrow = signal(query?.matches ?? false);
  const follow = ({ matches }: MediaQueryListEvent) => narrow.set(matches);
  query?.addEventListener('change', follow);
  inject(DestroyRef).onDestroy(() => query?.removeEventListener('change', follow));
  return narrow.asReadonly();
}
