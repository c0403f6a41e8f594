import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ProjectView, PutContribution } from '#shared';
import { writeHeaders } from '../../platform/http/write-headers';

/** What a project is linked to: code of strategy or measure, and its plan. */
export interface LinkedTo {
  readonly plan: string;
  readonly code: string;
}

/** Links between a project and the plan. Each write answers with the project as it has become. */
@Service()
export class ContributionClient {
  private readonly http = inject(HttpClient);

  /** Links, or changes the link there is. */
  put(project: ProjectView, to: LinkedTo, input: PutContribution): Promise<ProjectView> {
    return firstValueFrom(this.http.put<ProjectView>(addressOf(project, to), input, optionsOf(project, to)));
  }

  end(project: ProjectView, to: LinkedTo): Promise<ProjectView> {
    return firstValueFrom(this.http.delete<ProjectView>(addressOf(project, to), optionsOf(project, to)));
  }

  /** Approves the link, or its change of kind. */
  approve(project: ProjectView, to: LinkedTo): Promise<ProjectView> {
    const address = `${addressOf(project, to)}/approval`;
    return firstValueFrom(this.http.post<ProjectView>(address, null, optionsOf(project, to)));
  }

  /** Turns down a change of kind, or takes the approval back. */
  withdraw(project: ProjectView, to: LinkedTo): Promise<ProjectView> {
    const address = `${addressOf(project, to)}/approval`;
    return firstValueFrom(this.http.delete<ProjectView>(address, optionsOf(project, to)));
  }
}

const addressOf = ({ number }: ProjectView, { code }: LinkedTo): string =>
  `/api/projects/${number}/contributions/${encodeURIComponent(code)}`;

const optionsOf = ({ version }: ProjectView, { plan }: LinkedTo) => ({
  params: { plan },
  headers: writeHeaders({ version }),
});
