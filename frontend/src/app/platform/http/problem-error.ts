import { HttpErrorResponse } from '@angular/common/http';
import type { FieldProblem, Problem } from '#shared';

/** A refusal or a failure as the API tells it (RFC 9457), or as we tell it when the API did not answer. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}`);
    this.name = 'ProblemError';
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }

  get fields(): readonly FieldProblem[] {
    return this.problem.fields ?? [];
  }
}

/** What went wrong, whatever was thrown. */
export function problemErrorOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof Error && error.cause instanceof ProblemError) return error.cause;
  if (error instanceof HttpErrorResponse) return new ProblemError(problemOf(error));
  return new ProblemError(unexplained(0, 'unexpected'));
}

function problemOf({ status, error }: HttpErrorResponse): Problem {
  if (status === 0) return unexplained(0, 'no-contact');
  const body = typeof error === 'string' ? parsed(error) : (error as unknown);
  if (isProblem(body)) return body;
  return unexplained(status, status >= 500 ? 'unavailable' : 'unexpected');
}

function unexplained(status: number, code: string): Problem {
  return { type: `urn:planspor:problem:${code}`, title: code, status, code };
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && typeof (body as Partial<Problem>).code === 'string';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
