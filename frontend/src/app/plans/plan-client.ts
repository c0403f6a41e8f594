import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Service, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ChangePlan, PlanView, StrategyFollowUp } from '#shared';
import { LanguageChoice } from '../platform/language/language';
import { writeHeaders } from '../platform/http/write-headers';
import type { HttpHeaders } from '@angular/common/http';

/** A plan, what becomes of its strategies, and the facts around it that may change. */
@Service()
export class PlanClient {
  private readonly http = inject(HttpClient);
  private readonly language = inject(LanguageChoice);

  plan(slug: Signal<string>): HttpResourceRef<PlanView | undefined> {
    return httpResource<PlanView>(() => `/api/plans/${slug()}`);
  }

  /** Verdict and reasons, one a strategy; read again when the language changes, since the sentences come with it. */
  followUp(slug: Signal<string>): HttpResourceRef<StrategyFollowUp[] | undefined> {
    return httpResource<StrategyFollowUp[]>(() => ({
      url: `/api/plans/${slug()}/follow-up`,
      headers: { 'Accept-Language': this.language.current() },
    }));
  }

  change(slug: string, change: ChangePlan, headers: { read?: HttpHeaders; intent: string }): Promise<PlanView> {
    return firstValueFrom(this.http.patch<PlanView>(`/api/plans/${slug}`, change, { headers: writeHeaders(headers) }));
  }
}
