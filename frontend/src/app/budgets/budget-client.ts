import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { DecideFrame, ProjectBudget, PutAccounts, PutAppropriation } from '#shared';
import { writeHeaders } from '../platform/http/write-headers';

/** The project whose money it is, and its version as it was read. */
export interface Budgeted {
  readonly number: string;
  readonly version: number;
}

/** A project's money. Each write answers with the money as it has become. */
@Service()
export class BudgetClient {
  private readonly http = inject(HttpClient);

  /** Called where a resource may be made: while a page is built. */
  budget(number: Signal<string>) {
    return httpResource<ProjectBudget>(() => `/api/projects/${number()}/budget`);
  }

  decideFrame(project: Budgeted, input: DecideFrame, intent: string): Promise<ProjectBudget> {
    return this.send('POST', project, 'frame-decisions', input, intent);
  }

  correctFrameDecision(project: Budgeted, id: string, input: DecideFrame, intent: string): Promise<ProjectBudget> {
    return this.send('PATCH', project, `frame-decisions/${id}`, input, intent);
  }

  removeFrameDecision(project: Budgeted, id: string): Promise<ProjectBudget> {
    return this.send('DELETE', project, `frame-decisions/${id}`);
  }

  putAppropriation(project: Budgeted, year: number, input: PutAppropriation, intent: string): Promise<ProjectBudget> {
    return this.send('PUT', project, `appropriations/${year}`, input, intent);
  }

  removeAppropriation(project: Budgeted, year: number): Promise<ProjectBudget> {
    return this.send('DELETE', project, `appropriations/${year}`);
  }

  putAccounts(project: Budgeted, year: number, input: PutAccounts, intent: string): Promise<ProjectBudget> {
    return this.send('PUT', project, `accounts/${year}`, input, intent);
  }

  removeAccounts(project: Budgeted, year: number): Promise<ProjectBudget> {
    return this.send('DELETE', project, `accounts/${year}`);
  }

  private send(
    method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    { number, version }: Budgeted,
    path: string,
    body?: object,
    intent?: string,
  ): Promise<ProjectBudget> {
    const headers = writeHeaders({ version, ...(intent ? { intent } : {}) });
    return firstValueFrom(
      this.http.request<ProjectBudget>(method, `/api/projects/${number}/${path}`, { body, headers }),
    );
  }
}
