import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import type { EnvironmentProviders, Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Permission } from '#shared';
import { apiInterceptor } from '../app/platform/http/api.interceptor';
import { Session } from '../app/platform/session';

/** What an address answers: a body, a status to fail with, or what to do with the request. */
export type Answer = object | number | ((request: TestRequest) => void);

export function provideAnsweringApi(): (Provider | EnvironmentProviders)[] {
  return [provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting()];
}

/** Answers a page as the API would, by `GET /api/…` without its query, and remembers what was asked. */
export class AnsweringApi {
  readonly asked: TestRequest[] = [];

  constructor(private answers: Record<string, Answer>) {}

  /** Signed in with these permissions. */
  async signIn(permissions: Permission[], id = 'kari'): Promise<void> {
    const loading = TestBed.inject(Session).load();
    TestBed.inject(HttpTestingController).expectOne('/api/session').flush({ account: { id }, permissions });
    await loading;
  }

  answer(answers: Record<string, Answer>): void {
    this.answers = { ...this.answers, ...answers };
  }

  /** Answers while a page opens, and what it asks once it has. */
  async open<T>(opening: Promise<T>): Promise<T> {
    let open = false;
    const opened = opening.finally(() => (open = true));
    while (!open) await this.answerAll();
    await this.settle();
    return opened;
  }

  /** Answers until nothing more is asked. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 5; quiet++) if (await this.answerAll()) quiet = 0;
  }

  /** Whether there was something to answer. */
  private async answerAll(): Promise<boolean> {
    const requests = TestBed.inject(HttpTestingController).match(() => true);
    for (const request of requests) {
      this.asked.push(request);
      this.flush(request);
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
    return requests.length > 0;
  }

  /** What was sent, the latest last. */
  sent(method: string, address: string): TestRequest[] {
    return this.asked.filter(({ request }) => request.method === method && request.url.split('?')[0] === address);
  }

  private flush(request: TestRequest): void {
    const { method, url } = request.request;
    const answer = this.answers[`${method} ${url.split('?')[0]!}`];
    if (typeof answer === 'function') answer(request);
    else if (answer === undefined || typeof answer === 'number') fail(request, answer ?? 404);
    else request.flush(answer);
  }
}

function fail(request: TestRequest, status: number): void {
  const code = status === 404 ? 'not-found' : 'unavailable';
  request.flush({ type: `urn:planspor:problem:${code}`, title: code, status, code }, { status, statusText: code });
}
