import { afterNextRender, DestroyRef, DOCUMENT, inject, Injector, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';

/**
 * Moves the focus to the new page's heading, as a full page load would. A heading that waits for data gets it when it
 * comes, unless the person has gone on by then. A change of query only (a filter) moves nothing.
 */
@Service()
export class PageFocus {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private observer: MutationObserver | undefined;

  constructor() {
    const destroyed = inject(DestroyRef);
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map(({ urlAfterRedirects }) => urlAfterRedirects.split(/[?#]/)[0]),
        pairwise(),
        filter(([before, after]) => before !== after),
        takeUntilDestroyed(destroyed),
      )
      .subscribe(() => afterNextRender(() => this.focusHeading(), { injector: this.injector }));
    destroyed.onDestroy(() => this.observer?.disconnect());
  }

  private focusHeading(): void {
    this.observer?.disconnect();
    const main = this.document.querySelector<HTMLElement>('main');
    if (!main || focusHeadingOf(main)) return;
    main.focus({ preventScroll: true });
    this.observer = new MutationObserver(() => {
      const stayed = this.document.activeElement === main || this.document.activeElement === this.document.body;
      if (!stayed || focusHeadingOf(main)) this.observer?.disconnect();
    });
    this.observer.observe(main, { childList: true, subtree: true });
  }
}

function focusHeadingOf(main: HTMLElement): boolean {
  const heading = main.querySelector<HTMLElement>('h1');
  if (!heading) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}
