import type { AreaRef, Verdict } from '#shared';

/** Verdicts as figures show them: what needs attention first, so that it starts from the common zero. */
export const verdictOrder = [
  'lacking',
  'weak',
  'excepted',
  'planned',
  'phasing-in',
  'followed-up',
  'completed',
] as const satisfies readonly Verdict[];

/** The area as the address says it: the start of its strategies' codes, `BY-A` for a priority area, `BY-I` for an effort area. */
export function areaKey({ code, kind }: Pick<AreaRef, 'code' | 'kind'>): string {
  return `${code}-${kind === 'priority' ? 'A' : 'I'}`;
}
