import type { Finding, PlanView, Strategy, StrategyFollowUp, Verdict } from '#shared';

const strategy = (code: string, text: string, measures: string[] = []): Strategy => ({
  code,
  number: Number(code.replace(/\D/g, '')),
  kind: code.includes('-A') ? 'area' : 'effort',
  title: text,
  text,
  subGoal: null,
  leadSector: null,
  responsibleRole: null,
  measures: measures.map((words, index) => ({ code: `${code}.${index + 1}`, number: index + 1, text: words })),
});

/** A plan of two areas and three strategies. */
export const plan: PlanView = {
  slug: 'langtidsplan-2018',
  title: 'Langtidsplan 2018 – kommuneplanens samfunnsdel',
  kind: 'kommuneplanens samfunnsdel',
  status: 'adopted',
  language: 'nb',
  adoptedOn: '2018-03-22',
  adoptedBy: 'Gjøvik kommunestyre',
  caseNumber: null,
  horizonOn: '2030-12-31',
  horizonAssumed: true,
  version: 7,
  source: 'Tekst trukket ut av PDF-utgaven av planen.',
  foreword: { paragraphs: ['Gjøvik kommune ønsker offensiv samfunnsutvikling.'], signature: 'Gjøvik kommunestyre' },
  vision: {
    slogan: 'Universitetsbyen Gjøvik',
    sloganSource: 'published',
    paragraphs: ['Gjøvik er en universitetsby.'],
  },
  developmentGoalsIntro: 'Følgende utviklingsmål:',
  developmentGoals: [
    { code: 'U1', kind: 'development', number: 1, paragraphs: ['Antall innbyggere i kommunen skal øke.'] },
  ],
  developmentGoalsCommentary: [{ goals: [1], text: 'Vekst krever økt innenlandsk nettotilflytting.' }],
  areas: [
    {
      code: 'BY',
      kind: 'priority',
      title: 'Mer by',
      titleSource: 'published',
      slogan: null,
      relatedPriorityArea: null,
      desiredDevelopment: ['Gjøvik skal være en by i vekst.'],
      signsOfAchievement: [],
      closing: [],
      goals: [
        { code: 'BY-H', kind: 'main', number: null, paragraphs: ['Gjøvik ønsker levende bysentrum.'] },
        { code: 'BY-D2', kind: 'sub', number: 2, paragraphs: ['Fortette sentrum med kvalitet.'] },
      ],
      strategies: [
        strategy('BY-A1', 'Styrke by-, bydelssentre og lokalsentre – ved å', [
          'lokalisere funksjoner til sentrumsområdene,',
          'bygge ny sentrumsadkomst (Huntonarmen),',
        ]),
        strategy('BY-A2', 'Fortette sentrum og bydelssentre med kvalitet'),
      ],
    },
    {
      code: 'KLIMA',
      kind: 'effort',
      title: 'Klima-, energi- og miljøtiltak',
      titleSource: 'published',
      slogan: null,
      relatedPriorityArea: null,
      desiredDevelopment: [],
      signsOfAchievement: ['Kjennetegn er lavere utslipp.'],
      closing: [],
      goals: [{ code: 'KLIMA-M', kind: 'effort', number: null, paragraphs: ['«Gjøvik skal være klimanøytral!»'] }],
      strategies: [strategy('KLIMA-I5', 'Redusere behov for elektrisk kraft')],
    },
  ],
  mayChange: true,
};

export const nothingRegistered: Finding = {
  rule: 'S01',
  severity: 'critical',
  text: 'Ingen prosjekter eller tiltak er registrert på strategien.',
  remedy: 'Registrer og godkjenn minst ett prosjekt eller et driftstiltak på strategien.',
  since: null,
  covered: false,
  data: { proposedProjects: [], proposedCount: 0 },
};

const followUpOf = (code: string, verdict: Verdict, findings: Finding[] = []): StrategyFollowUp => {
  const area = plan.areas.find(({ strategies }) => strategies.some((each) => each.code === code))!;
  const { title, kind, measures } = area.strategies.find((each) => each.code === code)!;
  return {
    code,
    title,
    kind,
    area: { code: area.code, kind: area.kind, title: area.title },
    leadSector: { code: 'samfunnsutvikling', name: 'Samfunnsutvikling' },
    verdict,
    findings,
    measures: { total: measures.length, covered: 0 },
    projects: [],
    projectFindings: null,
  };
};

/** One strategy that lacks follow-up, one weakly followed up, one followed up. */
export const followUp: StrategyFollowUp[] = [
  followUpOf('BY-A1', 'lacking', [nothingRegistered]),
  followUpOf('BY-A2', 'weak'),
  followUpOf('KLIMA-I5', 'followed-up'),
];
