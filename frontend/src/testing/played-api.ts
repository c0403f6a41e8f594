import {
  HttpBackend,
  HttpErrorResponse,
  type HttpEvent,
  HttpHeaders,
  type HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import type { Provider } from '@angular/core';
import { delay, type Observable, of, switchMap, throwError } from 'rxjs';
import type { Permission, Problem, Role, SessionView } from '#shared';

type Answer = (request: HttpRequest<unknown>) => unknown;

/** The API as a spec plays it: answers by method and path, a tick later, and remembers what was asked. */
export class PlayedApi implements HttpBackend {
  private readonly answers = new Map<string, Answer>();
  readonly asked: HttpRequest<unknown>[] = [];

  /** `on('GET /api/projects', list)`; a function answers by the request, and `refused(…)` is a refusal. */
  on(asked: string, answer: unknown): this {
    this.answers.set(asked, typeof answer === 'function' ? (answer as Answer) : () => answer);
    return this;
  }

  /** What was asked of a path since the spec began. */
  askedOf(asked: string): HttpRequest<unknown>[] {
    return this.asked.filter((request) => named(request) === asked);
  }

  handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    this.asked.push(request);
    const answer = this.answers.get(named(request));
    const body = answer ? answer(request) : refused(404, 'not-found');
    return of(body).pipe(
      delay(0),
      switchMap((told) =>
        told instanceof HttpErrorResponse ? throwError(() => told) : of(new HttpResponse({ status: 200, body: told })),
      ),
    );
  }
}

export const providePlayedApi = (api: PlayedApi): Provider => ({ provide: HttpBackend, useValue: api });

/** A problem document, as the API refuses. */
export function refused(status: number, code: string, more: Partial<Problem> = {}): HttpErrorResponse {
  const error: Problem = { type: `urn:planspor:problem:${code}`, title: code, status, code, ...more };
  return new HttpErrorResponse({ status, error, headers: new HttpHeaders() });
}

/** Who is signed in. */
export function sessionOf(roles: Role[], permissions: Permission[], sectors: string[] = []): SessionView {
  return {
    account: {
      id: '5e3b0d5e-8b43-4a4e-9c4b-0f9d6d2f2a10',
      name: 'Kari Moen',
      email: 'kari@gjovik.test',
      roles,
      sectors: sectors.map((code) => ({ code, name: code })),
    },
    permissions,
    expiresAt: '2026-11-24T00:00:00.000Z',
    demo: false,
    way: 'password',
  };
}

const named = ({ method, url }: HttpRequest<unknown>): string => `${method} ${url}`;
