import { HttpClient, httpResource, type HttpResponse } from '@angular/common/http';
import { inject, Service, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  ChangeProject,
  HistoryEntry,
  HistoryPage,
  Phase,
  ProjectList,
  ProjectView,
  RegisterProjectInput,
} from '#shared';
import { writeHeaders } from '../platform/http/write-headers';

/** The portfolio and its projects. Called where a resource may be made: while a page is built. */
@Service()
export class ProjectClient {
  private readonly http = inject(HttpClient);

  list(query: Signal<Record<string, string>>) {
    return httpResource<ProjectList>(() => ({ url: '/api/projects', params: query() }));
  }

  project(number: Signal<string>) {
    return httpResource<ProjectView>(() => `/api/projects/${number()}`);
  }

  phases() {
    return httpResource<Phase[]>(() => '/api/phases', { defaultValue: [] });
  }

  /** The list as a file that a Norwegian Excel opens. */
  download(query: Record<string, string>): Promise<HttpResponse<Blob>> {
    return firstValueFrom(
      this.http.get('/api/projects.csv', { params: query, observe: 'response', responseType: 'blob' }),
    );
  }

  register(input: RegisterProjectInput, intent: string): Promise<ProjectView> {
    return firstValueFrom(this.http.post<ProjectView>('/api/projects', input, { headers: writeHeaders({ intent }) }));
  }

  /** Changes what is sent, if nobody has been first since the version that was read. */
  change(number: string, version: number, input: ChangeProject, intent: string): Promise<ProjectView> {
    const headers = writeHeaders({ version, intent });
    return firstValueFrom(this.http.patch<ProjectView>(`/api/projects/${number}`, input, { headers }));
  }

  /** The changes since a version, newest first: who was first when two edit at once. */
  async changesSince(number: string, version: number): Promise<HistoryEntry[]> {
    const history = await firstValueFrom(this.http.get<HistoryPage>(`/api/projects/${number}/history`));
    return history.items.filter(({ change }) => change > version);
  }
}
