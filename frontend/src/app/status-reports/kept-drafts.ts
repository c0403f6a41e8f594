import { DOCUMENT, inject, Service } from '@angular/core';
import { newIntent } from '../platform/http/write-headers';
import { Session } from '../platform/session';
import type { StatusDraft } from './status-draft';

/** A draft as this browser keeps it. */
export interface KeptDraft {
  readonly draft: StatusDraft;
  /** The report it was filled in from; when another has come since, the person is told. */
  readonly basedOn: string | null;
  /** ISO instant. */
  readonly savedAt: string;
}

/** What was last sent, and under which key. */
interface Sent {
  readonly key: string;
  readonly body: string;
}

/** Keeps what is being written in the browser, one draft a person and project, so that nothing typed is lost. */
@Service()
export class KeptDrafts {
  private readonly storage = openStorage(inject(DOCUMENT).defaultView);
  private readonly session = inject(Session);
  private readonly sent = new Map<string, Sent>();

  read(number: string): KeptDraft | null {
    const kept = this.parsed<KeptDraft>(this.place('draft', number));
    return kept?.draft?.deviations && kept.savedAt ? (kept as KeptDraft) : null;
  }

  /** False when the browser would not keep it: closed to storage, or full. */
  keep(number: string, kept: KeptDraft): boolean {
    return this.write(this.place('draft', number), kept);
  }

  forget(number: string): void {
    this.remove(this.place('draft', number));
  }

  /**
   * The key to send this under: the one it was sent under before, also before a reload, so that what was received
   * without our hearing of it is not received twice.
   */
  intentOf(number: string, report: object): string {
    const place = this.place('sent', number);
    const body = JSON.stringify(report);
    const before = this.sent.get(place) ?? this.parsed<Sent>(place);
    if (before?.body === body && before.key) return before.key;
    const sent = { key: newIntent(), body };
    this.sent.set(place, sent);
    this.write(place, sent);
    return sent.key;
  }

  /** It has been received: draft and key are done with. */
  received(number: string): void {
    this.sent.delete(this.place('sent', number));
    this.remove(this.place('sent', number));
    this.forget(number);
  }

  private place(what: 'draft' | 'sent', number: string): string {
    return `planspor.status.${what}.${this.session.current()?.account.id ?? ''}.${number}`;
  }

  private parsed<T>(place: string): Partial<T> | null {
    try {
      return JSON.parse(this.storage?.getItem(place) ?? 'null') as Partial<T> | null;
    } catch {
      return null; // written by an older version of the page, or by hand
    }
  }

  private write(place: string, value: object): boolean {
    try {
      this.storage?.setItem(place, JSON.stringify(value));
      return this.storage !== null;
    } catch {
      return false;
    }
  }

  private remove(place: string): void {
    try {
      this.storage?.removeItem(place);
    } catch {
      // nothing was kept
    }
  }
}

function openStorage(window: Window | null): Storage | null {
  try {
    return window?.localStorage ?? null;
  } catch {
    return null;
  }
}
