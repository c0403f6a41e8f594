import type { Contribution, Phase, ProjectList, ProjectRow, ProjectView } from '#shared';

const planning: Phase = { code: 'planlegging', name: 'Planlegging', category: 'planning', position: 3 };
export const phases: Phase[] = [
  { code: 'konsept', name: 'Konsept', category: 'concept', position: 2 },
  planning,
  { code: 'gjennomforing', name: 'Gjennomføring', category: 'execution', position: 4 },
];

export const municipality = {
  name: 'Gjøvik kommune',
  number: '3407',
  labels: {},
  accessibilityStatementUrl: null,
  sectors: [
    { code: 'oppvekst', name: 'Oppvekst', validFrom: '2015-01-01', validTo: null },
    { code: 'samfunnsutvikling', name: 'Samfunnsutvikling', validFrom: '2015-01-01', validTo: null },
    { code: 'kultur', name: 'Kultur', validFrom: '2010-01-01', validTo: '2014-12-31' },
  ],
  committees: [{ code: 'kultur-og-teknisk', name: 'Utvalg for kultur og teknisk' }],
  today: '2026-11-23',
  demo: false,
};

export const rowOf = (more: Partial<ProjectRow>): ProjectRow => ({
  number: '2026-014',
  name: 'Huntonarmen',
  sector: { code: 'samfunnsutvikling', name: 'Samfunnsutvikling' },
  phase: planning,
  lifecycle: 'in-progress',
  manager: { id: '5e3b0d5e-8b43-4a4e-9c4b-0f9d6d2f2a10', name: 'Kari Moen' },
  owner: null,
  startsOn: '2026-08-01',
  endsOn: '2029-12-31',
  forecastEndsOn: null,
  light: 'red',
  lights: null,
  reportedAt: null,
  strategies: ['BY-A1'],
  place: 'Sentrum',
  caseNumber: null,
  moneyKind: 'investment',
  approvedFrameOre: 11_200_000_000,
  accountsToDateOre: 900_000_000,
  finalForecastOre: 13_100_000_000,
  deviationOre: -1_900_000_000,
  example: false,
  ...more,
});

export const listOf = (items: ProjectRow[], more: Partial<ProjectList> = {}): ProjectList => ({
  total: items.length,
  page: 1,
  size: 50,
  sums: {
    approvedFrameOre: 11_200_000_000,
    accountsToDateOre: 900_000_000,
    finalForecastOre: 13_100_000_000,
    deviationOre: -1_900_000_000,
  },
  facets: {
    sector: [
      { value: 'oppvekst', name: 'Oppvekst', count: 3 },
      { value: 'samfunnsutvikling', name: 'Samfunnsutvikling', count: 7 },
    ],
    phase: [{ value: 'planlegging', name: 'Planlegging', count: 10 }],
    lifecycle: [{ value: 'in-progress', count: 10 }],
    light: [
      { value: 'green', count: 6 },
      { value: 'yellow', count: 2 },
      { value: 'red', count: 1 },
      { value: 'none', count: 1 },
    ],
  },
  items,
  ...more,
});

export const contributionOf = (more: Partial<Contribution>): Contribution => ({
  code: 'BY-A1.3',
  plan: 'langtidsplan-2018',
  strategyCode: 'BY-A1',
  strategyTitle: 'Styrke bysentrum',
  measureText: 'bygge ny sentrumsadkomst',
  kind: 'main',
  proposedKind: null,
  statement: 'Vegen gir sentrum en ny adkomst.',
  proposedBy: 'Kari Moen',
  proposedOn: '2026-10-01',
  approvedBy: null,
  approvedOn: null,
  mayApprove: false,
  ...more,
});

export const projectOf = (more: Partial<ProjectView> = {}): ProjectView => ({
  id: '0f1a4c0e-64f4-4a5b-9d2c-4fcbde8e3a01',
  number: '2026-014',
  version: 7,
  example: false,
  name: 'Huntonarmen',
  description: 'Ny veg inn til sentrum.',
  sector: { code: 'samfunnsutvikling', name: 'Samfunnsutvikling' },
  committee: null,
  owner: null,
  manager: { id: '5e3b0d5e-8b43-4a4e-9c4b-0f9d6d2f2a10', name: 'Kari Moen' },
  phase: planning,
  lifecycle: 'in-progress',
  startsOn: '2026-08-01',
  endsOn: '2029-12-31',
  finishedOn: null,
  postponedTo: null,
  lifecycleReason: '',
  lifecycleDecidedBy: '',
  place: '',
  caseNumber: '26/1234',
  moneyKind: 'investment',
  lights: null,
  reportedAt: null,
  forecastEndsOn: null,
  money: {
    approvedFrameOre: null,
    revisedBudgetOre: 0,
    accountsThisYearOre: 0,
    accountsToDateOre: 0,
    finalForecastOre: null,
    deviationOre: null,
  },
  contributions: [],
  registeredBy: 'Kari Moen',
  registeredAt: '2026-08-01T08:00:00.000Z',
  may: { change: true, report: true, propose: true, approve: false, changeBudget: false },
  ...more,
});
