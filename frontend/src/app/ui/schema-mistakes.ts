import type { FieldProblem } from '#shared';

interface Issue {
  readonly path: PropertyKey[];
  readonly message: string;
}
interface Schema {
  safeParse(value: unknown): { success: true } | { success: false; error: { issues: Issue[] } };
}

/** What a contract finds wrong with a draft. An amount or a date that is not there yet has a word of its own. */
export function mistakesBy(schema: Schema, draft: Readonly<Record<string, unknown>>): FieldProblem[] {
  const read = schema.safeParse(draft);
  if (read.success) return [];
  return read.error.issues.map(({ path, message }) => {
    const field = path.map(String).join('.');
    const missing = draft[field] === null;
    return { path: field, code: missing && field.endsWith('Ore') ? 'empty' : message, message };
  });
}
