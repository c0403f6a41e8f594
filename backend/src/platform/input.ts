import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { FieldProblem } from '#shared';
import { InvalidInput } from './problem.filter.js';

type Issue = {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[];
  code?: string;
  keys?: string[];
  input?: unknown;
};

/** Our own codes are kebab-case words; what Zod says of types and bounds becomes its issue code. */
function codeOf(issue: Issue): string {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type' && issue.message.includes('received undefined')) return 'required';
  return (issue.code ?? 'invalid').replaceAll('_', '-');
}

function fieldsOf(issues: readonly Issue[]): FieldProblem[] {
  return issues.flatMap((issue) => {
    const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
    if (issue.code === 'unrecognized_keys')
      return (issue.keys ?? []).map((key) => ({
        path: [...path, key].join('.'),
        code: 'unknown-field',
        message: issue.message,
      }));
    return [{ path: path.join('.'), code: codeOf(issue), message: issue.message }];
  });
}

/** Parses every parameter that has a schema; a wrong one is 400 with its fields named. */
export const inputPipe = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) => new InvalidInput(fieldsOf(issues).slice(0, 100)),
});
