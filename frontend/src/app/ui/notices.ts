import { Service, signal } from '@angular/core';

export interface Notice {
  readonly text: string;
  /** What a button beside the words does, named by what it does: «Angre». */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** One line at the foot of the page that says what was done, and may offer to undo it. */
@Service()
export class Notices {
  private readonly notice = signal<Notice | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly current = this.notice.asReadonly();

  /** A notice with an action stays until it is closed; one without goes after eight seconds. */
  show(text: string, action?: Notice['action']): void {
    clearTimeout(this.timer);
    this.notice.set({ text, action });
    if (!action) this.timer = setTimeout(() => this.close(), 8_000);
  }

  close(): void {
    clearTimeout(this.timer);
    this.notice.set(null);
  }
}
