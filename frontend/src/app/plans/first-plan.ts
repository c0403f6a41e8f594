import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { catchError, map, of } from 'rxjs';
import type { PlanSummary } from '#shared';

/** Sends a path without a plan on to the first plan there is, by the path that `pathFor` makes. */
export function firstPlan(pathFor: (slug: string) => string): CanActivateFn {
  return () => {
    const router = inject(Router);
    return inject(HttpClient)
      .get<PlanSummary[]>('/api/plans')
      .pipe(
        map((plans) => plans.find(({ status }) => status === 'adopted') ?? plans[0]),
        map((plan) => router.createUrlTree([plan ? pathFor(plan.slug) : '/oversikt'])),
        catchError(() =>
          of(new RedirectCommand(router.createUrlTree(['/ikke-kontakt']), { skipLocationChange: true })),
        ),
      );
  };
}
