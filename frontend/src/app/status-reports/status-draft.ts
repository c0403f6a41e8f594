import {
  type Dimension,
  type FieldProblem,
  type LocalDate,
  type Ore,
  overallOf,
  type ProjectView,
  type StatusReport,
  SubmitStatusReport,
  type SubmitStatusReportInput,
  type TrafficLight,
} from '#shared';

export const dimensions: readonly Dimension[] = ['progress', 'economy', 'quality', 'scope', 'risk'];

export interface DeviationDraft {
  cause: string;
  consequence: string;
  action: string;
  responsible: string;
  dueOn: LocalDate | null;
}

/** A status as it is being written: everything may still be missing, and a light that is green again keeps its words. */
export interface StatusDraft extends Record<Dimension, TrafficLight | null> {
  /** Set by hand; null follows the worst of progress, economy and quality. */
  overallChosen: TrafficLight | null;
  /** What the worst was when the choice was made. Without a reason the choice holds no longer than that. */
  overallAgainst: TrafficLight | null;
  overallReason: string;
  summary: string;
  forecastEndsOn: LocalDate | null;
  finalForecastOre: Ore | null;
  deviations: Record<Dimension, DeviationDraft>;
}

/** What «ingen endring» may be sent after: a report, and not two of its own kind in a row. */
export type Repeating = 'offered' | 'nothing-to-repeat' | 'twice-already';

export function repeatingAfter([latest, before]: readonly StatusReport[]): Repeating {
  if (!latest) return 'nothing-to-repeat';
  return latest.unchanged && before?.unchanged ? 'twice-already' : 'offered';
}

/** Filled in from the last report. Without one only what the project itself says is there. */
export function draftFrom(last: StatusReport | null, project: ProjectView): StatusDraft {
  const deviation = (dimension: Dimension): DeviationDraft => {
    const before = last?.deviations.find((each) => each.dimension === dimension);
    if (!before)
      return { cause: '', consequence: '', action: '', responsible: project.manager?.name ?? '', dueOn: null };
    const { dimension: _, ...words } = before;
    return words;
  };
  const worst = last && overallOf(last);
  const byHand = last !== null && last.overall !== worst;
  return {
    progress: last?.progress ?? null,
    economy: last?.economy ?? null,
    quality: last?.quality ?? null,
    scope: last?.scope ?? null,
    risk: last?.risk ?? null,
    overallChosen: byHand ? last.overall : null,
    overallAgainst: byHand ? worst : null,
    overallReason: last?.overallReason ?? '',
    summary: last?.summary ?? '',
    forecastEndsOn: last?.forecastEndsOn ?? project.endsOn,
    finalForecastOre: last?.finalForecastOre ?? project.money.approvedFrameOre,
    deviations: {
      progress: deviation('progress'),
      economy: deviation('economy'),
      quality: deviation('quality'),
      scope: deviation('scope'),
      risk: deviation('risk'),
    },
  };
}

/** With green where nothing is chosen: a first status has nothing to be filled in from, and most lights begin green. */
export function greenForTheRest(draft: StatusDraft): StatusDraft {
  const { progress, economy, quality, scope, risk } = draft;
  return {
    ...draft,
    progress: progress ?? 'green',
    economy: economy ?? 'green',
    quality: quality ?? 'green',
    scope: scope ?? 'green',
    risk: risk ?? 'green',
  };
}

/** The worst of the three that decide samlet; null until all are chosen. */
export function worstOf({ progress, economy, quality }: StatusDraft): TrafficLight | null {
  return progress && economy && quality ? overallOf({ progress, economy, quality }) : null;
}

/** Samlet follows the worst unless it was set otherwise, and a reason given or nothing moved since. */
export function overallIn(draft: StatusDraft): TrafficLight | null {
  const worst = worstOf(draft);
  const { overallChosen: chosen, overallAgainst: against, overallReason: reason } = draft;
  if (chosen === null || worst === null) return worst;
  return reason.trim() === '' && against !== worst ? worst : chosen;
}

/** The draft as the contract wants it. Call when all lights are chosen. */
export function reportOf(draft: StatusDraft, period: string | null): SubmitStatusReportInput {
  const overall = overallIn(draft) ?? 'green';
  const { progress, economy, quality, scope, risk } = draft as Record<Dimension, TrafficLight>;
  return {
    period,
    progress,
    economy,
    quality,
    scope,
    risk,
    overall,
    overallReason: overall === worstOf(draft) ? '' : draft.overallReason,
    summary: draft.summary,
    forecastEndsOn: draft.forecastEndsOn,
    finalForecastOre: draft.finalForecastOre,
    unchanged: false,
    deviations: deviating(draft).map((dimension) => ({
      dimension,
      ...draft.deviations[dimension],
      dueOn: draft.deviations[dimension].dueOn ?? '',
    })),
  };
}

/** The last report once more, as «ingen endring». */
export function repeated(last: StatusReport, period: string | null): SubmitStatusReportInput {
  const { id: _id, submittedAt: _at, submittedBy: _by, ...content } = last;
  return { ...content, period, unchanged: true };
}

/** What is wrong with the draft, one mistake a field, at the draft's own field. */
export function mistakesIn(draft: StatusDraft): FieldProblem[] {
  const unchosen = dimensions
    .filter((dimension) => draft[dimension] === null)
    .map((dimension) => ({ path: dimension, code: 'light-required', message: '' }));
  const read = SubmitStatusReport.safeParse(reportOf(greenForTheRest(draft), null));
  const issues = read.success
    ? []
    : read.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), code: message, message }));
  const firstOfField = issues.filter(({ path }, place) => issues.findIndex((issue) => issue.path === path) === place);
  return [...unchosen, ...firstOfField.map((issue) => atDraft(issue, draft))];
}

/** The contract numbers its deviations; the draft has one for each light. */
export function atDraft(problem: FieldProblem, draft: StatusDraft): FieldProblem {
  const [, index, field] = /^deviations\.(\d+)\.(\w+)$/.exec(problem.path) ?? [];
  const dimension = index === undefined ? undefined : deviating(draft)[Number(index)];
  return dimension ? { ...problem, path: `deviations.${dimension}.${field}` } : problem;
}

function deviating(draft: StatusDraft): Dimension[] {
  return dimensions.filter((dimension) => draft[dimension] === 'yellow' || draft[dimension] === 'red');
}
