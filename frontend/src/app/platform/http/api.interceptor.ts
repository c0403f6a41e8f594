import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { AsOf, asOfParameter, isOfNow } from '../as-of/as-of';
import { LanguageChoice } from '../language/language';
import { Session } from '../session';
import { ProblemError, problemErrorOf } from './problem-error';

/**
 * Every call to our API says which language it reads and as of which date, and fails as a `ProblemError`. When the session has run out in the
 * middle of work, the person signs in again where she is, and the call is repeated: what she had typed stays.
 */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const session = inject(Session);
  const asOf = inject(AsOf).given();
  const inThePast = asOf !== null && !isOfNow(request.context) && !/^\/api\/sessions?\b/.test(request.url);
  if (inThePast && request.method !== 'GET') return throwError(readOnly);
  const told = request.clone({
    setHeaders: { 'Accept-Language': inject(LanguageChoice).current() },
    ...(inThePast ? { setParams: { [asOfParameter]: asOf } } : {}),
  });
  return next(told).pipe(
    catchError((error: unknown) => {
      const problem = problemErrorOf(error);
      if (problem.status !== 401 || !session.current() || request.url === '/api/session')
        return throwError(() => problem);
      return from(session.renewed()).pipe(
        switchMap(() => next(told)),
        catchError((again: unknown) => throwError(() => problemErrorOf(again))),
      );
    }),
  );
};

/** No page offers to write while a past date is shown; this is for what is pressed in the moment it changes. */
function readOnly(): ProblemError {
  const code = 'past-is-read-only';
  return new ProblemError({ type: `urn:planspor:problem:${code}`, title: code, status: 409, code });
}
