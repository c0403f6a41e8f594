import { Service, signal } from '@angular/core';

/** Says what changed to those who do not see it. */
@Service()
export class Announcer {
  private readonly message = signal('');
  readonly current = this.message.asReadonly();

  announce(message: string): void {
    // The same words twice are heard twice: a no-break space makes them differ.
    this.message.set(message === this.message() ? `${message}\u00a0` : message);
  }
}
