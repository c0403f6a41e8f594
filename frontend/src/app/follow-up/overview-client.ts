import { HttpParams, httpResource } from '@angular/common/http';
import { Service, type Signal } from '@angular/core';
import type { Overview, ReportingPeriod } from '#shared';

@Service()
export class OverviewClient {
  /** The front page in one answer; as it was, when `asOf` is a date or an instant. */
  overview(asOf: Signal<string | undefined>) {
    return httpResource<Overview>(() => {
      const day = asOf();
      return { url: '/api/overview', params: day ? new HttpParams({ fromObject: { 'as-of': day } }) : undefined };
    });
  }

  reportingPeriods() {
    return httpResource<ReportingPeriod[]>(() => '/api/reporting-periods', { defaultValue: [] });
  }
}
