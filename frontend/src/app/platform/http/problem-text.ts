import type { Texts } from '../language/texts';
import type { ProblemError } from './problem-error';

/** The sentence for a problem: its own by code, else one for its kind. */
export function problemText(texts: Texts, { code, status }: ProblemError): string {
  if (texts.has(`problem.${code}`)) return texts.text(`problem.${code}`);
  if (status === 401) return texts.text('problem.not-signed-in');
  if (status === 403) return texts.text('problem.forbidden');
  if (status === 404) return texts.text('problem.not-found');
  if (status === 412) return texts.text('problem.stale-version');
  return texts.text(status >= 500 ? 'problem.unavailable' : 'problem.unexpected');
}
