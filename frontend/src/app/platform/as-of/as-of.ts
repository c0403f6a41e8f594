import { HttpContext, HttpContextToken } from '@angular/common/http';
import { computed, DOCUMENT, inject, Service, signal } from '@angular/core';
import { type Language, osloDate, parseDate } from '#shared';

/** The query parameter of pages and of reads alike. */
export const asOfParameter = 'as-of';

const ofNow = new HttpContextToken(() => false);
/** For a read that is of now whatever date is shown: who is signed in, what the date may be. */
export const now = (): HttpContext => new HttpContext().set(ofNow, true);
export const isOfNow = (context: HttpContext): boolean => context.get(ofNow);

/**
 * The past date (or instant) the whole application is shown as of. The address says it; links carry it, reads ask for
 * it, and nothing can be written while it is there.
 */
@Service()
export class AsOf {
  /** Before the router has read the address, the first reads are sent already. */
  private readonly asked = signal(new URLSearchParams(inject(DOCUMENT).location.search).get(asOfParameter));

  /** As the address has it, `2026-08-31` or an instant; null is now, and so is today's date. */
  readonly given = computed(() => {
    const asked = this.asked();
    return asked === null || asked === '' || asked === osloDate(new Date()) ? null : asked;
  });
  /** Why there is nothing to show as of what the address says. */
  readonly mistake = computed((): 'not-a-date' | 'in-the-future' | null => {
    const given = this.given();
    if (given === null) return null;
    const date = dateOf(given);
    if (date === null) return 'not-a-date';
    const later = given.length === 10 ? date > osloDate(new Date()) : new Date(given) > new Date();
    return later ? 'in-the-future' : null;
  });
  /** The calendar date that is shown, in Norway; null is today. */
  readonly date = computed(() => (this.given() === null ? null : dateOf(this.given()!)));
  /** `31. august 2026`, and `31. august 2026 kl. 14:05` when it is an instant. */
  words(language: Language): string {
    const given = this.given();
    return given === null || this.mistake() === 'not-a-date' ? '' : inWords(given, language);
  }

  /** What the address has become. */
  follow(asked: string | null): void {
    this.asked.set(asked);
  }
}

function inWords(given: string, language: Language): string {
  const instant = given.length > 10;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'nb-NO', {
    timeZone: 'Europe/Oslo',
    dateStyle: 'long',
    ...(instant ? { timeStyle: 'short' as const } : {}),
  }).format(new Date(instant ? given : `${given}T12:00:00Z`));
}

function dateOf(given: string): string | null {
  if (given.length === 10) return /^(?:19|2\d)\d\d-/.test(given) ? parseDate(given) : null;
  const instant = /^(?:19|2\d)\d\d-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(given) ? new Date(given) : null;
  return instant && !Number.isNaN(instant.getTime()) ? osloDate(instant) : null;
}
