import { addDays, addMonths, daysBetween, formatDate } from './calendar.js';
import type { LocalDate } from './dates.js';
import { formatKroner } from './kroner.js';
import type { Ore } from './money.js';
import type { Language } from './problem.js';
import type { TrafficLight } from './projects.js';

/** Where yellow ends (domain.md, Phase, status, health). Proposals until the municipality decides, hence configuration. */
export interface LightThresholds {
  /** Progress stays yellow while the delay is within the larger of these months and this part of the duration. */
  readonly delayMonths: number;
  readonly delayPercentOfDuration: number;
  /** Economy stays yellow while the forecast is above the frame by no more than both, with cover proposed. */
  readonly overrunPercent: number;
  readonly overrunOre: Ore;
}
export const defaultLightThresholds: LightThresholds = {
  delayMonths: 2,
  delayPercentOfDuration: 10,
  overrunPercent: 5,
  overrunOre: 5_000_000_00,
};

/** What two of the lights can be read from; the others are for people to judge. */
export interface LightFacts {
  readonly today: LocalDate;
  readonly startsOn: LocalDate | null;
  /** The planned end. */
  readonly endsOn: LocalDate | null;
  readonly forecastEndsOn: LocalDate | null;
  readonly approvedFrameOre: Ore | null;
  readonly finalForecastOre: Ore | null;
}

export interface SuggestedProgress {
  readonly dimension: 'progress';
  readonly light: TrafficLight;
  readonly plannedOn: LocalDate;
  readonly expectedOn: LocalDate;
  /** The expected end is today because the one that was planned or forecast has passed. */
  readonly overdue: boolean;
  /** The last day an end on it is yellow. */
  readonly yellowUntil: LocalDate;
}
export interface SuggestedEconomy {
  readonly dimension: 'economy';
  readonly light: TrafficLight;
  readonly frameOre: Ore;
  readonly forecastOre: Ore;
}
export type LightSuggestion = SuggestedProgress | SuggestedEconomy;

/** The lights that the facts suggest. A person decides; where the facts say nothing, nothing is suggested. */
export function suggestLights(facts: LightFacts, thresholds = defaultLightThresholds): LightSuggestion[] {
  return [suggestProgress(facts, thresholds), suggestEconomy(facts, thresholds)].filter((light) => light !== null);
}

function suggestProgress(
  { today, startsOn, endsOn: plannedOn, forecastEndsOn }: LightFacts,
  { delayMonths, delayPercentOfDuration }: LightThresholds,
): SuggestedProgress | null {
  if (plannedOn === null) return null;
  const said = forecastEndsOn ?? plannedOn;
  const overdue = said < today;
  const expectedOn = overdue ? today : said;
  const duration = startsOn === null ? 0 : Math.max(0, daysBetween(startsOn, plannedOn));
  const byMonths = addMonths(plannedOn, delayMonths);
  const byDuration = addDays(plannedOn, Math.floor((duration * delayPercentOfDuration) / 100));
  const yellowUntil = byMonths > byDuration ? byMonths : byDuration;
  const light = expectedOn <= plannedOn ? 'green' : expectedOn <= yellowUntil ? 'yellow' : 'red';
  return { dimension: 'progress', light, plannedOn, expectedOn, overdue, yellowUntil };
}

function suggestEconomy(
  { approvedFrameOre: frameOre, finalForecastOre: forecastOre }: LightFacts,
  { overrunPercent, overrunOre }: LightThresholds,
): SuggestedEconomy | null {
  if (frameOre === null || forecastOre === null) return null;
  const over = forecastOre - frameOre;
  // exact also where a hundred times the amount is beyond what a double counts
  const grave = over > overrunOre || BigInt(over) * 100n > BigInt(overrunPercent) * BigInt(frameOre);
  return { dimension: 'economy', light: over <= 0 ? 'green' : grave ? 'red' : 'yellow', frameOre, forecastOre };
}

/** Why, in one or two sentences. */
export function explainSuggestion(suggestion: LightSuggestion, language: Language): string {
  return suggestion.dimension === 'progress'
    ? progressTexts[language](suggestion)
    : economyTexts[language][suggestion.light]({
        frame: formatKroner(suggestion.frameOre),
        forecast: formatKroner(suggestion.forecastOre),
        over: formatKroner(suggestion.forecastOre - suggestion.frameOre),
      });
}

const delay = ({ plannedOn, expectedOn }: SuggestedProgress): number => daysBetween(plannedOn, expectedOn);

const progressTexts: Record<Language, (progress: SuggestedProgress) => string> = {
  nb: (progress) => {
    const { light, overdue } = progress;
    const planned = formatDate(progress.plannedOn);
    const expected = formatDate(progress.expectedOn);
    const limit = formatDate(progress.yellowUntil);
    if (light === 'green') return `Forventet slutt ${expected} er ikke senere enn planlagt slutt ${planned}.`;
    const days = `${delay(progress)} ${delay(progress) === 1 ? 'dag' : 'dager'}`;
    const late = overdue
      ? `Prosjektet er ikke ferdig, og planlagt slutt ${planned} var for ${days} siden.`
      : `Forventet slutt ${expected} er ${days} etter planlagt slutt ${planned}.`;
    return light === 'yellow'
      ? `${late} Framdriften er rød først etter ${limit}.`
      : `${late} Framdriften er rød etter ${limit}.`;
  },
  nn: (progress) => {
    const { light, overdue } = progress;
    const planned = formatDate(progress.plannedOn);
    const expected = formatDate(progress.expectedOn);
    const limit = formatDate(progress.yellowUntil);
    if (light === 'green') return `Forventa slutt ${expected} er ikkje seinare enn planlagd slutt ${planned}.`;
    const days = `${delay(progress)} ${delay(progress) === 1 ? 'dag' : 'dagar'}`;
    const late = overdue
      ? `Prosjektet er ikkje ferdig, og planlagd slutt ${planned} var for ${days} sidan.`
      : `Forventa slutt ${expected} er ${days} etter planlagd slutt ${planned}.`;
    return light === 'yellow'
      ? `${late} Framdrifta er raud først etter ${limit}.`
      : `${late} Framdrifta er raud etter ${limit}.`;
  },
  en: (progress) => {
    const { light, overdue } = progress;
    const planned = formatDate(progress.plannedOn);
    const expected = formatDate(progress.expectedOn);
    const limit = formatDate(progress.yellowUntil);
    if (light === 'green') return `The expected end ${expected} is no later than the planned end ${planned}.`;
    const days = `${delay(progress)} ${delay(progress) === 1 ? 'day' : 'days'}`;
    const late = overdue
      ? `The project is not finished, and the planned end ${planned} was ${days} ago.`
      : `The expected end ${expected} is ${days} after the planned end ${planned}.`;
    return light === 'yellow'
      ? `${late} Progress is not red until after ${limit}.`
      : `${late} Progress is red after ${limit}.`;
  },
};

type EconomyText = (amounts: { frame: string; forecast: string; over: string }) => string;
const economyTexts: Record<Language, Record<TrafficLight, EconomyText>> = {
  nb: {
    green: ({ frame, forecast }) => `Sluttprognosen på ${forecast} kr er innenfor vedtatt ramme på ${frame} kr.`,
    yellow: ({ frame, over }) =>
      `Sluttprognosen er ${over} kr over vedtatt ramme på ${frame} kr. Det er gult bare når inndekning er foreslått.`,
    red: ({ frame, over }) =>
      `Sluttprognosen er ${over} kr over vedtatt ramme på ${frame} kr, og det er mer enn grensen for gult.`,
  },
  nn: {
    green: ({ frame, forecast }) => `Sluttprognosen på ${forecast} kr er innanfor vedteken ramme på ${frame} kr.`,
    yellow: ({ frame, over }) =>
      `Sluttprognosen er ${over} kr over vedteken ramme på ${frame} kr. Det er gult berre når inndekking er foreslått.`,
    red: ({ frame, over }) =>
      `Sluttprognosen er ${over} kr over vedteken ramme på ${frame} kr, og det er meir enn grensa for gult.`,
  },
  en: {
    green: ({ frame, forecast }) =>
      `The final forecast of NOK ${forecast} is within the approved frame of NOK ${frame}.`,
    yellow: ({ frame, over }) =>
      `The final forecast is NOK ${over} above the approved frame of NOK ${frame}. That is yellow only when cover is proposed.`,
    red: ({ frame, over }) =>
      `The final forecast is NOK ${over} above the approved frame of NOK ${frame}, which is more than yellow allows.`,
  },
};
