import { httpResource } from '@angular/common/http';
import { Service, type Signal } from '@angular/core';
import type { HistoryPage, ProjectFindings, StatusReportList } from '#shared';

/** What a project's page tells besides the project itself. Called where a resource may be made: while a page is built. */
@Service()
export class ProjectStoryClient {
  findings(number: Signal<string>) {
    return httpResource<ProjectFindings>(() => `/api/projects/${number()}/findings`);
  }

  /** The `size` newest reports. */
  statusReports(number: Signal<string>, size: Signal<number>) {
    return httpResource<StatusReportList>(() => ({
      url: `/api/projects/${number()}/status-reports`,
      params: { size: size() },
    }));
  }

  history(number: Signal<string>, query: Signal<Record<string, string | number>>) {
    return httpResource<HistoryPage>(() => ({ url: `/api/projects/${number()}/history`, params: query() }));
  }
}
