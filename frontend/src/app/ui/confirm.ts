import { Service, signal } from '@angular/core';

export interface Question {
  readonly heading: string;
  readonly text?: string;
  /** What the button that goes on does: «Forkast endringene». */
  readonly confirm: string;
  readonly cancel: string;
  readonly danger?: boolean;
}

/** Asks before something that cannot be taken back. */
@Service()
export class Confirm {
  private readonly asked = signal<(Question & { answer: (yes: boolean) => void }) | null>(null);
  readonly question = this.asked.asReadonly();

  /** True when the person goes on, false when she stays. */
  ask(question: Question): Promise<boolean> {
    this.asked()?.answer(false);
    return new Promise((resolve) =>
      this.asked.set({
        ...question,
        answer: (yes) => {
          this.asked.set(null);
          resolve(yes);
        },
      }),
    );
  }
}
