import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import type { Permission } from '#shared';
import { ProblemError } from './http/problem-error';
import { Session } from './session';

/** Lets a signed-in person in; others go to the sign-in page, and from there to where they were going. */
export const signedIn: CanActivateFn = async (_route, { url }) => {
  const router = inject(Router);
  const session = inject(Session);
  try {
    if (await session.load()) return true;
  } catch (error) {
    const code = error instanceof ProblemError ? error.code : 'unexpected';
    return new RedirectCommand(router.createUrlTree(['/ikke-kontakt'], { queryParams: { til: url, code } }), {
      skipLocationChange: true,
    });
  }
  return router.createUrlTree(['/logg-inn'], { queryParams: url === '/' || url === '/oversikt' ? {} : { til: url } });
};

/** Lets in those who may; others are told so where they stand. */
export function allowed(permission: Permission): CanActivateFn {
  return () => {
    const router = inject(Router);
    if (inject(Session).may(permission)) return true;
    return new RedirectCommand(router.createUrlTree(['/ikke-tilgang']), { skipLocationChange: true });
  };
}
