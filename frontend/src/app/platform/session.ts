import { HttpClient } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ChangePassword, Permission, SessionView, SignIn, SignInByLink } from '#shared';
import { AsOf } from './as-of/as-of';
import { ProblemError } from './http/problem-error';

/** Who is signed in and what she may, as the API says. */
@Service()
export class Session {
  private readonly http = inject(HttpClient);
  private readonly asOf = inject(AsOf);
  private readonly view = signal<SessionView | null>(null);
  private readonly ranOut = signal(false);
  private waiting: { resolve: () => void; reject: (reason: ProblemError) => void }[] = [];
  private asked: Promise<SessionView | null> | undefined;

  readonly current = this.view.asReadonly();
  /** The session ran out while the page was open; the page stays, and signing in again is asked for over it. */
  readonly expired = this.ranOut.asReadonly();
  readonly demo = computed(() => this.view()?.demo ?? false);

  /** Whether the account may; as of a past date, only what is reading. */
  may(permission: Permission): boolean {
    const held = this.view()?.permissions.includes(permission) ?? false;
    return held && (this.asOf.given() === null || permission.endsWith('.read'));
  }

  /** Asks the API once who this browser is signed in as; null when nobody. */
  load(): Promise<SessionView | null> {
    return (this.asked ??= this.ask());
  }

  signIn(input: SignIn): Promise<void> {
    return this.enter('/api/session', input);
  }

  /** By a link that is good for one time: an invitation, or the one printed for the first administrator. */
  signInByLink(token: string): Promise<void> {
    return this.enter('/api/session/link', { token });
  }

  /** Changing the password ends every session and answers with the new one of this browser. */
  async changePassword(input: ChangePassword): Promise<void> {
    const view = await firstValueFrom(this.http.put<SessionView>('/api/session/password', input));
    this.view.set(view);
    this.asked = Promise.resolve(view);
  }

  private async enter(way: string, proof: SignIn | SignInByLink): Promise<void> {
    const before = this.view();
    const view = await firstValueFrom(this.http.post<SessionView>(way, proof));
    this.view.set(view);
    this.asked = Promise.resolve(view);
    const waiting = this.waiting;
    this.waiting = [];
    this.ranOut.set(false);
    const another = before !== null && before.account.id !== view.account.id;
    for (const { resolve, reject } of waiting)
      if (another) reject(signInNeeded());
      else resolve();
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.delete('/api/session'));
    this.forget();
  }

  /** Settles when the person has signed in again as the same account. */
  renewed(): Promise<void> {
    this.ranOut.set(true);
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  /** Gives up renewing: whoever waited is told that signing in is needed. */
  forget(): void {
    this.view.set(null);
    this.asked = Promise.resolve(null);
    this.ranOut.set(false);
    for (const { reject } of this.waiting) reject(signInNeeded());
    this.waiting = [];
  }

  private async ask(): Promise<SessionView | null> {
    try {
      const view = await firstValueFrom(this.http.get<SessionView>('/api/session'));
      this.view.set(view);
      return view;
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) return null;
      this.asked = undefined;
      throw error;
    }
  }
}

function signInNeeded(): ProblemError {
  return new ProblemError({
    type: 'urn:planspor:problem:not-signed-in',
    title: 'not-signed-in',
    status: 401,
    code: 'not-signed-in',
  });
}
