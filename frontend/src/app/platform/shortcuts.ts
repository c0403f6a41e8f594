import { DOCUMENT, inject, Service, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Preferences } from './preferences';
import { Session } from './session';

/**
 * Keys for those who know them: `/` search, `g o`, `g l`, `g p` go somewhere, `n` makes a new one where that makes
 * sense, `?` shows them. Silent while typing, with other modifiers, and when switched off (WCAG 2.1.4).
 */
@Service()
export class Shortcuts {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly preferences = inject(Preferences);
  private readonly on = signal(this.preferences.read('shortcuts') !== 'off');
  private readonly help = signal(false);
  private readonly destinations: Record<string, string> = { o: '/oversikt', l: '/planen', p: '/prosjekter' };
  private wentAt = 0;
  private makeNew: (() => void) | undefined;

  readonly enabled = this.on.asReadonly();
  readonly helpOpen = this.help.asReadonly();

  switch(on: boolean): void {
    this.on.set(on);
    this.preferences.write('shortcuts', on ? 'on' : 'off');
  }

  showHelp(open: boolean): void {
    this.help.set(open);
  }

  /** What `n` does on this page; the returned function takes it back. */
  onNew(makeNew: () => void): () => void {
    this.makeNew = makeNew;
    return () => {
      if (this.makeNew === makeNew) this.makeNew = undefined;
    };
  }

  handle(event: KeyboardEvent): void {
    if (!this.on() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || this.document.querySelector('dialog[open]')) return;
    if (this.act(event.key, event.timeStamp)) event.preventDefault();
  }

  private act(key: string, at: number): boolean {
    const destination = at - this.wentAt < 1_500 ? this.destinations[key] : undefined;
    this.wentAt = key === 'g' ? at : 0;
    if (destination) void this.router.navigateByUrl(destination);
    else if (key === '/') this.document.querySelector<HTMLElement>('[data-search]')?.focus();
    else if (key === '?') this.help.set(true);
    else if (key === 'n') return this.startNew();
    else return false;
    return true;
  }

  private startNew(): boolean {
    if (this.makeNew) this.makeNew();
    else if (this.session.may('project.register')) void this.router.navigateByUrl('/prosjekter/ny');
    else return false;
    return true;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:input|select|textarea)$/i.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(?:checkbox|radio|button|submit)$/.test(target.type))
  );
}
