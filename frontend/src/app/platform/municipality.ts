import { HttpClient } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { osloDate, type Municipality as MunicipalityFacts } from '#shared';
import { now } from './as-of/as-of';
import { Texts } from './language/texts';

/** The municipality and the words and lists it has chosen. Pages stand without it; its own words come when it does. */
@Service()
export class Municipality {
  private readonly http = inject(HttpClient);
  private readonly texts = inject(Texts);
  private readonly loaded = signal<MunicipalityFacts | null>(null);
  private asked: Promise<MunicipalityFacts | null> | undefined;

  readonly facts = this.loaded.asReadonly();
  /** The date of the first change: nothing is known of before. Null until the API has answered. */
  readonly historyFrom = computed(() => {
    const from = this.loaded()?.historyFrom;
    return from ? osloDate(new Date(from)) : null;
  });
  readonly name = computed(() => this.loaded()?.name ?? '');

  load(): Promise<MunicipalityFacts | null> {
    return (this.asked ??= this.ask());
  }

  private async ask(): Promise<MunicipalityFacts | null> {
    try {
      const facts = await firstValueFrom(this.http.get<MunicipalityFacts>('/api/municipality', { context: now() }));
      this.loaded.set(facts);
      this.texts.overlay(facts.labels);
      return facts;
    } catch {
      this.asked = undefined;
      return null;
    }
  }
}
