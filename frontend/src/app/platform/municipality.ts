import { HttpClient } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Municipality as MunicipalityFacts } from '#shared';
import { Texts } from './language/texts';

/** The municipality and the words and lists it has chosen. Pages stand without it; its own words come when it does. */
@Service()
export class Municipality {
  private readonly http = inject(HttpClient);
  private readonly texts = inject(Texts);
  private readonly loaded = signal<MunicipalityFacts | null>(null);
  private asked: Promise<MunicipalityFacts | null> | undefined;

  readonly facts = this.loaded.asReadonly();
  readonly name = computed(() => this.loaded()?.name ?? '');

  load(): Promise<MunicipalityFacts | null> {
    return (this.asked ??= this.ask());
  }

  private async ask(): Promise<MunicipalityFacts | null> {
    try {
      const facts = await firstValueFrom(this.http.get<MunicipalityFacts>('/api/municipality'));
      this.loaded.set(facts);
      this.texts.overlay(facts.labels);
      return facts;
    } catch {
      this.asked = undefined;
      return null;
    }
  }
}
