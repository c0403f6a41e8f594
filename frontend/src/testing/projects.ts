import type { Lights, ProjectView, StatusReport } from '#shared';

export const green: Lights = {
  progress: 'green',
  economy: 'green',
  quality: 'green',
  scope: 'green',
  risk: 'green',
  overall: 'green',
};

/** A project under way, as the API answers; nobody may do anything with it. */
export const huntonarmen: ProjectView = {
  id: '5f0c5d52-6c5e-4c53-9d8e-0d3c7e1a4b01',
  number: '2026-014',
  version: 412,
  example: true,
  name: 'Ny sentrumsadkomst (Huntonarmen)',
  description: 'Ny veg inn til sentrum.',
  sector: { code: 'samfunnsutvikling', name: 'Samfunnsutvikling' },
  committee: { code: 'kultur-og-teknisk', name: 'Utvalg for kultur og teknisk' },
  owner: { id: '5f0c5d52-6c5e-4c53-9d8e-0d3c7e1a4b02', name: 'Ola Eier' },
  manager: { id: '5f0c5d52-6c5e-4c53-9d8e-0d3c7e1a4b03', name: 'Kari Leder' },
  phase: { code: 'gjennomforing', name: 'Gjennomføring', category: 'execution', position: 4 },
  lifecycle: 'in-progress',
  startsOn: '2026-01-01',
  endsOn: '2027-06-30',
  finishedOn: null,
  postponedTo: null,
  lifecycleReason: '',
  lifecycleDecidedBy: '',
  place: 'Sentrum',
  caseNumber: '26/1234',
  moneyKind: 'investment',
  lights: green,
  reportedAt: '2026-09-12T11:06:00.000Z',
  forecastEndsOn: '2027-06-30',
  money: {
    approvedFrameOre: 4_800_000_000,
    revisedBudgetOre: 2_000_000_000,
    accountsThisYearOre: 900_000_000,
    accountsToDateOre: 1_200_000_000,
    finalForecastOre: 4_800_000_000,
    deviationOre: 0,
  },
  contributions: [],
  registeredBy: 'Kari Leder',
  registeredAt: '2026-01-05T09:00:00.000Z',
  may: { change: false, report: false, propose: false, approve: false, changeBudget: false },
};

let reports = 0;

/** A status as the API answers: all green, for the second tertial of 2026, unless told otherwise. */
export function statusReport(some: Partial<StatusReport> = {}): StatusReport {
  return {
    id: `5f0c5d52-6c5e-4c53-9d8e-${String(++reports).padStart(12, '0')}`,
    period: { code: '2026-T2', name: '2. tertial 2026' },
    submittedAt: '2026-09-12T11:06:00.000Z',
    submittedBy: 'Kari Leder',
    ...green,
    overallReason: '',
    summary: 'Arbeidet følger planen.',
    forecastEndsOn: '2027-06-30',
    finalForecastOre: 4_800_000_000,
    unchanged: false,
    deviations: [],
    ...some,
  };
}
