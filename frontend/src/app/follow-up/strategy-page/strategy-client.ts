import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Service, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ChangeStrategy, HistoryPage, StrategyPage } from '#shared';
import { writeHeaders } from '../../platform/http/write-headers';
import { LanguageChoice } from '../../platform/language/language';

/** One strategy: what becomes of it and why, who answers for it, and its story. */
@Service()
export class StrategyClient {
  private readonly http = inject(HttpClient);
  private readonly language = inject(LanguageChoice);

  /** Read again when the language changes, since the sentences come with it. */
  strategy(plan: Signal<string>, code: Signal<string>): HttpResourceRef<StrategyPage | undefined> {
    return httpResource<StrategyPage>(() => ({
      url: addressOf(plan(), code()),
      headers: { 'Accept-Language': this.language.current() },
    }));
  }

  history(
    plan: Signal<string>,
    code: Signal<string>,
    part: Signal<{ page: number; size: number }>,
  ): HttpResourceRef<HistoryPage | undefined> {
    return httpResource<HistoryPage>(() => ({
      url: `${addressOf(plan(), code())}/history`,
      params: part(),
      headers: { 'Accept-Language': this.language.current() },
    }));
  }

  change(
    plan: string,
    code: string,
    change: ChangeStrategy,
    headers: { version: number; intent: string },
  ): Promise<{ version: number }> {
    return firstValueFrom(
      this.http.patch<{ version: number }>(addressOf(plan, code), change, { headers: writeHeaders(headers) }),
    );
  }
}

export function addressOf(plan: string, code: string): string {
  return `/api/plans/${plan}/strategies/${encodeURIComponent(code)}`;
}
