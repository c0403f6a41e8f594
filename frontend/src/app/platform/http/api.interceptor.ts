import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { LanguageChoice } from '../language/language';
import { Session } from '../session';
import { problemErrorOf } from './problem-error';

/**
 * Every call to our API says which language it reads, and fails as a `ProblemError`. When the session has run out in the
 * middle of work, the person signs in again where she is, and the call is repeated: what she had typed stays.
 */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const session = inject(Session);
  const told = request.clone({ setHeaders: { 'Accept-Language': inject(LanguageChoice).current() } });
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
