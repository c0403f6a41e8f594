import { addMonths, type ContributingProject, type LocalDate } from '#shared';

/** Why a linked project does not count (rules T1–T6); the interface has a sentence for each. */
export type NotCounting =
  'not-approved' | 'finished' | 'postponed' | 'stopped' | 'rejected' | 'early' | 'no-start' | 'starts-late';

/** Null where it counts. The API says whether; this says why not, from the same facts. */
export function whyNotCounting(
  { approved, counts, lifecycle, category, startsOn }: ContributingProject,
  evaluatedOn: LocalDate,
): NotCounting | null {
  if (counts) return null;
  if (!approved) return 'not-approved';
  if (lifecycle === 'finished' || lifecycle === 'postponed' || lifecycle === 'stopped' || lifecycle === 'rejected')
    return lifecycle;
  if (category === 'idea' || category === 'concept') return 'early';
  return startsOn === null || startsOn <= addMonths(evaluatedOn, 12) ? 'no-start' : 'starts-late';
}
