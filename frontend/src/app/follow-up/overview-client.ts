import { httpResource } from '@angular/common/http';
import { Service } from '@angular/core';
import type { Overview } from '#shared';

@Service()
export class OverviewClient {
  /** The front page in one answer. */
  overview() {
    return httpResource<Overview>(() => '/api/overview');
  }
}
