import type { FieldTree, ValidationError } from '@angular/forms/signals';
import type { FieldProblem } from '#shared';

/** Takes the person to the first field that is wrong. */
export function focusFirstMistake(form: FieldTree<unknown>): void {
  const [first] = form().errorSummary();
  first?.fieldTree().focusBoundControl();
}

/**
 * The API's field problems as errors of the form's own fields, for the action of `submit`. A path the form does not have
 * becomes an error of the whole form.
 */
export function mistakesOf(
  form: FieldTree<unknown>,
  fields: readonly FieldProblem[],
): (ValidationError & { fieldTree: FieldTree<unknown> })[] {
  return fields.map(({ path, code }) => ({ kind: 'refused', message: code, fieldTree: fieldAt(form, path) }));
}

function fieldAt(form: FieldTree<unknown>, path: string): FieldTree<unknown> {
  let field = form;
  for (const name of path.split('.')) {
    const child = (field as unknown as Record<string, FieldTree<unknown> | undefined>)[name];
    if (!child) return field;
    field = child;
  }
  return field;
}
