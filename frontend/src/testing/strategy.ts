import type { ContributingProject, ExceptionView, OperationalMeasureView, StrategyPage } from '#shared';
import { nothingRegistered } from './plan';

/** A project under way that counts. */
export const contributing: ContributingProject = {
  number: '2026-014',
  name: 'Huntonarmen',
  sector: { code: 'samfunnsutvikling', name: 'Samfunnsutvikling' },
  phase: 'Planlegging',
  category: 'planning',
  lifecycle: 'in-progress',
  light: 'yellow',
  kind: 'main',
  approved: true,
  counts: true,
  measures: ['BY-A1.2'],
  statement: 'Ny veg inn til sentrum.',
  startsOn: '2026-08-01',
  endsOn: '2029-12-31',
};

/** A strategy with two measures that nobody carries. */
export const strategy: StrategyPage = {
  code: 'BY-A1',
  title: 'Styrke by-, bydelssentre og lokalsentre',
  kind: 'area',
  area: { code: 'BY', kind: 'priority', title: 'Mer by' },
  leadSector: null,
  verdict: 'lacking',
  findings: [nothingRegistered],
  measures: { total: 2, covered: 0 },
  projects: [],
  projectFindings: null,
  plan: {
    slug: 'langtidsplan-2018',
    title: 'Langtidsplan 2018 – samfunnsdel',
    language: 'nb',
    horizonOn: '2030-12-31',
  },
  text: 'Styrke by-, bydelssentre og lokalsentre – ved å',
  subGoal: { code: 'BY-D1', text: 'Styrke by- og bydelssentre.' },
  responsibleRole: null,
  version: 7,
  mayChange: true,
  measureList: [
    { code: 'BY-A1.1', number: 1, text: 'lokalisere funksjoner,', carriers: [], operational: [] },
    { code: 'BY-A1.2', number: 2, text: 'bygge ny sentrumsadkomst.', carriers: [], operational: [] },
  ],
  operationalMeasures: [],
  exceptions: [],
  exceptionTerms: { rules: ['S01', 'S02', 'S03', 'S04', 'S06', 'S08'], minReasonLength: 40, maxMonths: 12 },
  may: { propose: false, recordAs: [], operate: false },
  previous: null,
  next: 'BY-A2',
  evaluatedOn: '2026-11-23',
  ruleSet: 1,
};

/** Decided by the kommunedirektør, holding, and not the reader's to change. */
export const decided: ExceptionView = {
  id: '5f0c5d52-6c5e-4c53-9d8e-0d3c7e1a4e01',
  type: 'awaiting-state',
  rules: ['S03'],
  reason: 'Arbeidet er stanset til staten har avklart sykehusstrukturen.',
  proposedBy: 'Ivar Mønster',
  decidedBy: 'Kommunedirektøren',
  level: 'chief-executive',
  caseNumber: '26/742',
  decidedOn: '2026-07-23',
  validFrom: '2026-07-23',
  validTo: '2027-06-10',
  withdrawnOn: null,
  state: 'valid',
  valid: true,
  endsSoon: false,
  outgrownOn: null,
  defects: [],
  may: { change: false, decideAs: [], withdraw: false, remove: false },
};

/** A driftstiltak that counts. */
export const operating: OperationalMeasureView = {
  id: '5f0c5d52-6c5e-4c53-9d8e-0d3c7e1a4f01',
  name: 'Beredskapsråd',
  measure: null,
  unit: 'Stab',
  responsible: 'Koordinator',
  evidence: 'Mandat',
  confirmedOn: '2026-08-23',
  confirmedUntil: '2027-08-23',
  counts: true,
  endsSoon: false,
};
