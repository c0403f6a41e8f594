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

/** The words of the file, in the language that is asked for. */
export const words: Record<Language, Words> = {
  nb: {
    column: {
      number: 'Nummer',
      name: 'Prosjekt',
      sector: 'Sektor',
      phase: 'Fase',
      lifecycle: 'Status',
      light: 'Samlet vurdering',
      manager: 'Prosjektleder',
      owner: 'Prosjekteier',
      strategies: 'Strategier',
      starts: 'Planlagt start',
      ends: 'Planlagt slutt',
      'forecast-ends': 'Forventet slutt',
      reported: 'Sist rapportert',
      place: 'Sted',
      'case-number': 'Saksnummer',
      'money-kind': 'Investering eller drift',
      frame: 'Vedtatt ramme (kr)',
      accounts: 'Regnskap hittil (kr)',
      forecast: 'Sluttprognose (kr)',
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
      name: 'Prosjekt',
      sector: 'Sektor',
      phase: 'Fase',
      lifecycle: 'Status',
      light: 'Samla vurdering',
      manager: 'Prosjektleiar',
      owner: 'Prosjekteigar',
      strategies: 'Strategiar',
      starts: 'Planlagd start',
      ends: 'Planlagd slutt',
      'forecast-ends': 'Forventa slutt',
      reported: 'Sist rapportert',
      place: 'Stad',
      'case-number': 'Saksnummer',
      'money-kind': 'Investering eller drift',
      frame: 'Vedteken ramme (kr)',
      accounts: 'Rekneskap hittil (kr)',
      forecast: 'Sluttprognose (kr)',
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
      name: 'Project',
      sector: 'Sector',
      phase: 'Phase',
      lifecycle: 'Status',
      light: 'Overall assessment',
      manager: 'Project manager',
      owner: 'Project owner',
      strategies: 'Strategies',
      starts: 'Planned start',
      ends: 'Planned end',
      'forecast-ends': 'Expected end',
      reported: 'Last reported',
      place: 'Place',
      'case-number': 'Case number',
      'money-kind': 'Investment or operations',
      frame: 'Approved frame (NOK)',
      accounts: 'Accounts to date (NOK)',
      forecast: 'Final forecast (NOK)',
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
