import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ProjectView, StatusReport, StatusReportList, SubmitStatusReportInput } from '#shared';
import { writeHeaders } from '../platform/http/write-headers';

/** What a new status needs, and where it is sent. Called where a resource may be made: while a page is built. */
@Service()
export class StatusReportClient {
  private readonly http = inject(HttpClient);

  project(number: Signal<string>) {
    return httpResource<ProjectView>(() => `/api/projects/${number()}`);
  }

  /** The two latest reports: one to fill in from, both to know whether «ingen endring» may be sent once more. */
  latest(number: Signal<string>) {
    return httpResource<StatusReportList>(() => `/api/projects/${number()}/status-reports?size=2`);
  }

  submit(number: string, report: SubmitStatusReportInput, intent: string): Promise<StatusReport> {
    const headers = writeHeaders({ intent });
    return firstValueFrom(this.http.post<StatusReport>(`/api/projects/${number}/status-reports`, report, { headers }));
  }
}
