import { HttpParams, httpResource } from '@angular/common/http';
import { Service, type Signal } from '@angular/core';
import type { CouncilOverview } from '#shared';

@Service()
export class CouncilOverviewClient {
  /** A year as the council reads it. */
  ofYear(plan: Signal<string>, year: Signal<string>) {
    return httpResource<CouncilOverview>(() => ({
      url: '/api/council-overview',
      params: new HttpParams({ fromObject: { plan: plan(), year: year() } }),
    }));
  }
}
