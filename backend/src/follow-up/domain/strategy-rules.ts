import { addDays, addMonths, type LocalDate } from '#shared';
import type { Finding } from './finding.js';
import type { RuleCode, RuleSet } from './rule-set.js';
import { confirmedUntil, finishDate, type StrategyContribution, type StrategySituation } from './strategy-situation.js';

/** One rule: a statement about a strategy, which gives its finding as data or is silent. */
export type StrategyRule = (situation: StrategySituation, ruleSet: RuleSet) => Finding | null;

const numbers = (contributions: readonly StrategyContribution[]) => contributions.map(({ project }) => project.number);
const earliest = (dates: readonly LocalDate[]) => dates.reduce((a, b) => (b < a ? b : a));
const latest = (dates: readonly LocalDate[]) => dates.reduce((a, b) => (b > a ? b : a));

/** S01. A driftstiltak whose confirmation has lapsed is named (rules T9). */
export const nothingRegistered: StrategyRule = ({ carriedBy, strategy, links, date }, ruleSet) => {
  if (carriedBy !== 'nothing') return null;
  const lapsed = strategy.operationalMeasures.flatMap((measure) => {
    const until = confirmedUntil(measure, ruleSet, date);
    return until !== null && until < date ? [measure.confirmedOn!] : [];
  });
  const found = { rule: 'S01', severity: 'critical', since: null, growsOn: null } as const;
  const proposed = links.map(({ project }) => project);
  const data = { proposedProjects: proposed, proposedCount: proposed.length };
  if (lapsed.length > 0)
    return { ...found, says: ['S01-lapsed'], remedy: 'S01-lapsed', data: { ...data, confirmedOn: latest(lapsed) } };
  const incomplete = strategy.operationalMeasures.map(({ name }) => name);
  if (incomplete.length > 0)
    return { ...found, says: ['S01'], remedy: 'S01-incomplete', data: { ...data, operationalMeasures: incomplete } };
  return { ...found, says: ['S01'], remedy: proposed.length > 0 ? 'S01-proposed' : 'S01', data };
};

/** S02. The clock runs from the earliest approved link among the projects that give the finding (rules R1, R2). */
export const onlyIdeas: StrategyRule = ({ carriedBy, contributions, date }, { onlyIdeas: steps }) => {
  if (carriedBy !== 'ideas') return null;
  const ideas = contributions.filter(({ standing }) => standing === 'idea');
  const since = earliest(ideas.map((idea) => idea.since));
  const materialOn = addMonths(since, steps.materialAfterMonths);
  const criticalOn = addMonths(since, steps.criticalAfterMonths);
  return {
    rule: 'S02',
    severity: date >= criticalOn ? 'critical' : date >= materialOn ? 'material' : 'note',
    says: ['S02'],
    remedy: 'S02',
    since,
    growsOn: date >= criticalOn ? null : date >= materialOn ? criticalOn : materialOn,
    data: { sinceOn: since, projectCount: ideas.length, projects: numbers(ideas) },
  };
};

/**
 * S03. Any project with a coming date makes it Vesentlig, none Kritisk (rules R3, R4); where one that merely has not
 * started decides, the sentence says so instead of calling it stopped (rules T2).
 */
export const allHalted: StrategyRule = ({ carriedBy, contributions, date }, { startsWithinMonths }) => {
  if (carriedBy !== 'postponed' && carriedBy !== 'halted') return null;
  const found = { rule: 'S03', since: null, growsOn: null } as const;
  const data = { projectCount: contributions.length, projects: numbers(contributions) };
  const startsBy = { latestStartOn: addMonths(date, startsWithinMonths) };
  const some = (wanted: StrategyContribution['standing']) => contributions.some(({ standing }) => standing === wanted);
  if (carriedBy === 'halted')
    return some('no-start')
      ? {
          ...found,
          severity: 'critical',
          says: ['S03-no-start'],
          remedy: 'S03-no-start',
          data: { ...data, ...startsBy },
        }
      : { ...found, severity: 'critical', says: ['S03'], remedy: 'S03', data };
  const coming = contributions.flatMap(({ standing, project }) =>
    standing === 'postponed' ? [project.postponedTo!] : standing === 'starts-late' ? [project.startsOn!] : [],
  );
  const dated = { ...data, earliestStartOn: earliest(coming) };
  return some('starts-late')
    ? {
        ...found,
        severity: 'material',
        says: ['S03-starts-late'],
        remedy: 'S03-starts-late',
        data: { ...dated, ...startsBy },
      }
    : { ...found, severity: 'material', says: ['S03'], remedy: 'S03', data: dated };
};

/** S04. The latest finish decides; silent while it is recent or little of the plan is left (rules R5, I7). */
export const allFinished: StrategyRule = ({ carriedBy, contributions, plan, date }, { allFinished: limits }) => {
  if (carriedBy !== 'finished') return null;
  const finished = contributions.filter(({ standing }) => standing === 'finished');
  const finishes = finished.flatMap(({ project }) => finishDate(project) ?? []);
  if (finishes.length === 0) return null;
  const finishedOn = latest(finishes);
  const lastQuietDay = addMonths(finishedOn, limits.afterMonths);
  if (date <= lastQuietDay || addMonths(date, limits.planMonthsLeft) > plan.horizonOn) return null;
  return {
    rule: 'S04',
    severity: 'material',
    says: ['S04'],
    remedy: 'S04',
    since: addDays(lastQuietDay, 1),
    growsOn: null,
    data: { finishedOn, horizonYear: Number(plan.horizonOn.slice(0, 4)), projects: numbers(finished) },
  };
};

/** Codes of the measures with an approved link to that very measure, or a driftstiltak on it (rules R8, R9). */
export function coveredMeasures({ contributions, operational }: StrategySituation): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { alive, measures } of contributions) if (alive) for (const measure of measures) covered.add(measure);
  for (const { measure } of operational) if (measure !== null) covered.add(measure);
  return covered;
}

/** S06. The share is compared exactly (rules R9). */
export const measuresWithoutCarrier: StrategyRule = (situation, { measuresWithoutCarrier: limits }) => {
  const covered = coveredMeasures(situation);
  const all = situation.strategy.measures;
  const without = all.filter((measure) => !covered.has(measure));
  if (without.length === 0) return null;
  return {
    rule: 'S06',
    severity: without.length * 100 >= all.length * limits.materialFromPercent ? 'material' : 'note',
    says: ['S06'],
    remedy: 'S06',
    since: null,
    growsOn: null,
    data: { without: without.length, total: all.length, measures: without },
  };
};

/** S08. A lead sector valid on the date, and somebody active in the responsible role where one is named (rules R11). */
export const nobodyResponsible: StrategyRule = ({ strategy, date }) => {
  const { leadSector, responsibleRole, responsibleRoleHeld } = strategy;
  const sectorValid =
    leadSector !== null && leadSector.validFrom <= date && (leadSector.validTo === null || leadSector.validTo >= date);
  const roleEmpty = responsibleRole !== null && responsibleRoleHeld !== true;
  if (sectorValid && !roleEmpty) return null;
  const lapsedOn = leadSector?.validTo && leadSector.validTo < date ? leadSector.validTo : null;
  return {
    rule: 'S08',
    severity: 'material',
    says: sectorValid ? ['S08-role'] : roleEmpty ? ['S08', 'S08-role'] : ['S08'],
    remedy: sectorValid ? 'S08-role' : roleEmpty ? 'S08-both' : 'S08',
    since: lapsedOn && addDays(lapsedOn, 1),
    growsOn: null,
    data: {
      sector: leadSector?.name ?? null,
      sectorValidToOn: lapsedOn,
      ...(responsibleRole === null ? {} : { role: responsibleRole }),
    },
  };
};

/** S09. Living projects are linked, none as hovedbidrag, and no driftstiltak counts (rules R12). */
export const onlyPartialContributions: StrategyRule = ({ contributions, operational }) => {
  const living = contributions.filter(({ alive }) => alive);
  if (living.length === 0 || operational.length > 0 || living.some(({ kind }) => kind === 'main')) return null;
  return {
    rule: 'S09',
    severity: 'note',
    says: ['S09'],
    remedy: 'S09',
    since: null,
    growsOn: null,
    data: { projectCount: living.length, projects: numbers(living) },
  };
};

/** Every strategy rule by its code; `carriedBy` sees to it that at most one of S01–S04 speaks (rules R5). */
export const strategyRules: readonly (readonly [RuleCode, StrategyRule])[] = [
  ['S01', nothingRegistered],
  ['S02', onlyIdeas],
  ['S03', allHalted],
  ['S04', allFinished],
  ['S06', measuresWithoutCarrier],
  ['S08', nobodyResponsible],
  ['S09', onlyPartialContributions],
];
