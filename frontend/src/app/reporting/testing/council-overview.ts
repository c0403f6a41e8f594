import type { CouncilOverview, MoneySum, MoneySums, VerdictCounts } from '#shared';

type Money = CouncilOverview['money'][number];

export const reportingMessages = {
  nb: () => import('../messages/nb.json'),
  nn: () => import('../messages/nn.json'),
  en: () => import('../messages/en.json'),
};

const head = {
  sector: { code: 'samfunnsutvikling', name: 'Samfunnsutvikling' },
  phase: 'Planlegging',
  category: 'planning',
  lifecycle: 'in-progress',
} as const;

/** A project over its frame. */
export const huntonarmen: Money['rows'][number] = {
  ...head,
  number: '2026-014',
  name: 'Huntonarmen',
  approvedFrameOre: 20_000_049_900,
  accountsEarlierOre: 100_000_000,
  originalBudgetOre: null,
  revisedBudgetOre: 500_000_000,
  accountsThisYearOre: 520_000_000,
  deviationThisYearOre: -20_000_000,
  accountsToDateOre: 620_000_000,
  finalForecastOre: 21_000_000_000,
  deviationOre: -999_950_100,
  endsOn: '2030-06-30',
  lights: { progress: 'yellow', economy: 'red', quality: 'green', scope: 'green', risk: 'green', overall: 'red' },
};

/** A project with a frame and no forecast. */
export const sykkelrute: Money['rows'][number] = {
  ...head,
  number: '2026-020',
  name: 'Sykkelrute',
  approvedFrameOre: 1_400_000_000,
  accountsEarlierOre: 0,
  originalBudgetOre: null,
  revisedBudgetOre: null,
  accountsThisYearOre: null,
  deviationThisYearOre: null,
  accountsToDateOre: 0,
  finalForecastOre: null,
  deviationOre: null,
  endsOn: null,
  lights: null,
};

const nought: MoneySum = {
  projects: 0,
  approvedFrameOre: 0,
  accountsEarlierOre: 0,
  originalBudgetOre: 0,
  revisedBudgetOre: 0,
  accountsThisYearOre: 0,
  deviationThisYearOre: 0,
  accountsToDateOre: 0,
  finalForecastOre: 0,
  deviationOre: 0,
};
const measured: MoneySum = {
  projects: 1,
  approvedFrameOre: 20_000_049_900,
  accountsEarlierOre: 100_000_000,
  originalBudgetOre: 0,
  revisedBudgetOre: 500_000_000,
  accountsThisYearOre: 520_000_000,
  deviationThisYearOre: -20_000_000,
  accountsToDateOre: 620_000_000,
  finalForecastOre: 21_000_000_000,
  deviationOre: -999_950_100,
};
const unmeasured: MoneySum = { ...nought, projects: 1, approvedFrameOre: 1_400_000_000, deviationOre: null };
const sums: MoneySums = {
  measured,
  unmeasured,
  all: { ...measured, projects: 2, approvedFrameOre: 21_400_049_900, deviationOre: null },
};

/** One table where both projects stand, and one that is empty. */
export const investment: Money = {
  kind: 'investment',
  rows: [huntonarmen, sykkelrute],
  sums,
  frameChanges: [
    {
      number: '2026-014',
      name: 'Huntonarmen',
      decidedOn: '2026-02-19',
      decidedBy: 'Kommunestyret',
      caseNumber: '26/431',
      amountOre: 450_000_000,
      reason: 'Prisvekst',
    },
  ],
  frameChangesOre: 450_000_000,
};
/** Every project has both frame and forecast. */
export const allMeasured: Money = {
  ...investment,
  rows: [huntonarmen],
  sums: { measured, unmeasured: nought, all: measured },
};
export const operations: Money = {
  kind: 'operations',
  rows: [],
  sums: { measured: nought, unmeasured: nought, all: nought },
  frameChanges: [],
  frameChangesOre: 0,
};

const verdicts = (some: Partial<VerdictCounts>): VerdictCounts => ({
  'followed-up': 0,
  weak: 0,
  lacking: 0,
  excepted: 0,
  completed: 0,
  planned: 0,
  'phasing-in': 0,
  ...some,
});
const finding = {
  rule: 'S01',
  severity: 'critical',
  text: 'Ingen prosjekter eller tiltak er registrert på strategien.',
  since: null,
  covered: false,
  remedy: 'Registrer og godkjenn minst ett prosjekt.',
  data: {},
} as const;
const lights = { green: 0, yellow: 0, red: 1, none: 1 };

/** A year that runs, of two areas, three strategies and two projects. */
export const overview: CouncilOverview = {
  year: 2026,
  municipality: 'Gjøvik kommune',
  plan: { slug: 'langtidsplan-2018', title: 'Langtidsplan 2018', language: 'nb' },
  evaluatedOn: '2026-11-23',
  ruleSet: 1,
  preliminary: true,
  years: [2026, 2025],
  summary: {
    strategies: { total: 3, verdicts: verdicts({ lacking: 1, excepted: 1, 'followed-up': 1 }) },
    projects: {
      total: 3,
      lifecycles: [
        { lifecycle: 'in-progress', count: 2 },
        { lifecycle: 'finished', count: 1 },
      ],
      lights,
    },
    money: sums,
    dataQuality: { owed: 2, reported: 1, period: '2. tertial 2026' },
  },
  statusByArea: [
    {
      code: 'BY',
      kind: 'priority',
      title: 'Mer by',
      total: 2,
      verdicts: verdicts({ lacking: 1, excepted: 1 }),
      lackingLastYear: 2,
    },
    {
      code: 'KLIMA',
      kind: 'effort',
      title: 'Klima-, energi- og miljøtiltak',
      total: 1,
      verdicts: verdicts({ 'followed-up': 1 }),
      lackingLastYear: 0,
    },
  ],
  developmentGoals: [
    { code: 'U1', kind: 'development', number: 1, paragraphs: ['Antall innbyggere i kommunen skal øke.'] },
  ],
  areas: [
    {
      code: 'BY',
      kind: 'priority',
      title: 'Mer by',
      goal: ['Gjøvik ønsker levende bysentrum.'],
      signsOfAchievement: [],
      strategies: [
        {
          code: 'BY-A1',
          title: 'Styrke by-, bydelssentre og lokalsentre',
          verdict: 'lacking',
          leadSector: null,
          findings: [finding],
          projects: [],
        },
        {
          code: 'BY-A2',
          title: 'Fortette sentrum med kvalitet',
          verdict: 'excepted',
          leadSector: head.sector,
          findings: [{ ...finding, covered: true }],
          projects: [],
        },
      ],
    },
    {
      code: 'KLIMA',
      kind: 'effort',
      title: 'Klima-, energi- og miljøtiltak',
      goal: ['Gjøvik skal være klimanøytral.'],
      signsOfAchievement: ['Kjennetegn er lavere utslipp.'],
      strategies: [
        {
          code: 'KLIMA-I5',
          title: 'Redusere behov for elektrisk kraft',
          verdict: 'followed-up',
          leadSector: head.sector,
          findings: [],
          projects: [{ number: '2026-014', name: 'Huntonarmen', lifecycle: 'postponed', light: 'red' }],
        },
      ],
    },
  ],
  lacking: [
    {
      code: 'BY-A1',
      title: 'Styrke by-, bydelssentre og lokalsentre',
      verdict: 'lacking',
      leadSector: null,
      findings: [
        { rule: finding.rule, severity: finding.severity, text: finding.text, remedy: finding.remedy },
        {
          rule: 'S09',
          severity: 'material',
          text: 'Strategien har ingen ansvarlig sektor.',
          remedy: 'Velg en sektor.',
        },
      ],
    },
  ],
  exceptions: [
    {
      code: 'BY-A2',
      title: 'Fortette sentrum med kvalitet',
      type: 'awaiting-state',
      reason: 'Staten avgjør plasseringen.',
      decidedBy: 'Kommunestyret',
      caseNumber: '26/741',
      validTo: '2027-06-23',
      verdict: 'excepted',
    },
  ],
  portfolio: {
    phases: [{ category: 'planning', count: 2 }],
    sectors: [{ ...head.sector, total: 2, phases: [{ category: 'planning', count: 2 }], lights }],
    explained: [
      {
        ...head,
        number: '2026-014',
        name: 'Huntonarmen',
        light: 'red',
        reportedOn: '2026-09-10',
        deviations: [
          {
            dimension: 'economy',
            light: 'red',
            cause: 'Prisen på stål har økt.',
            consequence: 'Rammen sprekker.',
            action: 'Sak til kommunestyret.',
            responsible: 'Prosjektleder',
            dueOn: '2026-12-01',
          },
        ],
      },
    ],
    finishedInYear: [
      {
        ...head,
        number: '2023-003',
        name: 'Berghusvegen',
        lifecycle: 'finished',
        finishedOn: '2026-03-31',
        approvedFrameOre: 3_100_000_000,
        accountsToDateOre: 2_969_200_000,
        deviationOre: 130_800_000,
      },
    ],
  },
  money: [investment, operations],
};
