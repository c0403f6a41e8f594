import {
  type Language,
  type Lifecycle,
  type MoneyKind,
  type ProjectColumn,
  type ProjectRow,
  type TrafficLight,
  osloDate,
} from '#shared';
import { dateCell, kronerCell, textCell } from './csv.js';

type Column = 'number' | 'name' | ProjectColumn;

/** What a column of the portfolio holds, as a cell. */
export const cellOf: Record<Column, (project: ProjectRow, language: Language) => string> = {
  number: ({ number }) => number,
  name: ({ name }) => textCell(name),
  sector: ({ sector }) => textCell(sector.name),
  phase: ({ phase }) => textCell(phase.name),
  lifecycle: ({ lifecycle }, language) => words[language].lifecycle[lifecycle],
  light: ({ light }, language) => (light ? words[language].light[light] : ''),
  manager: ({ manager }) => textCell(manager?.name ?? null),
  owner: ({ owner }) => textCell(owner?.name ?? null),
  strategies: ({ strategies }) => textCell(strategies.join(', ')),
  starts: ({ startsOn }) => dateCell(startsOn),
  ends: ({ endsOn }) => dateCell(endsOn),
  'forecast-ends': ({ forecastEndsOn }) => dateCell(forecastEndsOn),
  reported: ({ reportedAt }) => dateCell(reportedAt && osloDate(new Date(reportedAt))),
  place: ({ place }) => textCell(place),
  'case-number': ({ caseNumber }) => textCell(caseNumber),
  'money-kind': ({ moneyKind }, language) => words[language].moneyKind[moneyKind],
  frame: ({ approvedFrameOre }) => kronerCell(approvedFrameOre),
  accounts: ({ accountsToDateOre }) => kronerCell(accountsToDateOre),
  forecast: ({ finalForecastOre }) => kronerCell(finalForecastOre),
  deviation: ({ deviationOre }) => kronerCell(deviationOre),
};

interface Words {
  readonly column: Record<Column, string>;
  readonly lifecycle: Record<Lifecycle, string>;
  readonly light: Record<TrafficLight, string>;
  readonly moneyKind: Record<MoneyKind, string>;
}

/** The words of the file: those of the page, with the unit where the page has it above the table. */
export const words: Record<Language, Words> = {
  nb: {
    column: {
      number: 'Nummer',
      name: 'Navn',
      sector: 'Sektor',
      phase: 'Fase',
      lifecycle: 'Livsløp',
      light: 'Status',
      manager: 'Prosjektleder',
      owner: 'Prosjekteier',
      strategies: 'Strategier',
      starts: 'Start',
      ends: 'Slutt',
      'forecast-ends': 'Slutt, prognose',
      reported: 'Sist rapportert',
      place: 'Sted',
      'case-number': 'Saksnummer',
      'money-kind': 'Investering eller drift',
      frame: 'Ramme (kr)',
      accounts: 'Brukt (kr)',
      forecast: 'Prognose (kr)',
      deviation: 'Avvik (kr, negativt er merforbruk)',
    },
    lifecycle: {
      'not-started': 'Ikke startet',
      'in-progress': 'Under arbeid',
      finished: 'Ferdig',
      postponed: 'Utsatt',
      stopped: 'Stanset',
      rejected: 'Avvist',
    },
    light: { green: 'Grønn', yellow: 'Gul', red: 'Rød' },
    moneyKind: { investment: 'Investering', operations: 'Drift' },
  },
  nn: {
    column: {
      number: 'Nummer',
      name: 'Namn',
      sector: 'Sektor',
      phase: 'Fase',
      lifecycle: 'Livsløp',
      light: 'Status',
      manager: 'Prosjektleiar',
      owner: 'Prosjekteigar',
      strategies: 'Strategiar',
      starts: 'Start',
      ends: 'Slutt',
      'forecast-ends': 'Slutt, prognose',
      reported: 'Sist rapportert',
      place: 'Stad',
      'case-number': 'Saksnummer',
      'money-kind': 'Investering eller drift',
      frame: 'Ramme (kr)',
      accounts: 'Brukt (kr)',
      forecast: 'Prognose (kr)',
      deviation: 'Avvik (kr, negativt er meirforbruk)',
    },
    lifecycle: {
      'not-started': 'Ikkje starta',
      'in-progress': 'Under arbeid',
      finished: 'Ferdig',
      postponed: 'Utsett',
      stopped: 'Stansa',
      rejected: 'Avvist',
    },
    light: { green: 'Grøn', yellow: 'Gul', red: 'Raud' },
    moneyKind: { investment: 'Investering', operations: 'Drift' },
  },
  en: {
    column: {
      number: 'Number',
      name: 'Name',
      sector: 'Sector',
      phase: 'Phase',
      lifecycle: 'Lifecycle',
      light: 'Status',
      manager: 'Project manager',
      owner: 'Project owner',
      strategies: 'Strategies',
      starts: 'Start',
      ends: 'End',
      'forecast-ends': 'End, forecast',
      reported: 'Last reported',
      place: 'Place',
      'case-number': 'Case number',
      'money-kind': 'Investment or operations',
      frame: 'Frame (NOK)',
      accounts: 'Spent (NOK)',
      forecast: 'Forecast (NOK)',
      deviation: 'Deviation (NOK, negative is overspending)',
    },
    lifecycle: {
      'not-started': 'Not started',
      'in-progress': 'In progress',
      finished: 'Finished',
      postponed: 'Postponed',
      stopped: 'Stopped',
      rejected: 'Rejected',
    },
    light: { green: 'Green', yellow: 'Yellow', red: 'Red' },
    moneyKind: { investment: 'Investment', operations: 'Operations' },
  },
};
