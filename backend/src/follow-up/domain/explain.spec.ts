import { type Language, Role } from '#shared';
import {
  carriedBy,
  exception,
  finished,
  idea,
  judged,
  linked,
  measured,
  notStarted,
  operating,
  plan,
  postponed,
  project,
  stopped,
  today,
} from '../../../testing/follow-up-facts.js';
import { messages } from '../messages/messages.js';
import { describeFinding, explain } from './explain.js';
import type { FollowUpFacts, ProjectFacts } from './facts.js';
import { judgeProject } from './judge.js';
import { defaultRuleSet } from './rule-set.js';

const said = (facts: FollowUpFacts, language: Language) => explain(judged(facts).findings[0]!, language);
const saidOf = (changes: Partial<ProjectFacts>, language: Language) =>
  explain(judgeProject(project(changes), plan(), defaultRuleSet, today).findings[0]!, language);

const lapsed = carriedBy([], operating({ confirmedOn: '2025-02-28' }));
const startsLate = { ...notStarted, startsOn: '2029-01-01' };
const partlyCovered = carriedBy([{}], { measures: measured(3), ...linked({ measure: 'BY-A1.2' }) });
const roleEmpty = carriedBy([{}], { responsibleRole: 'planner', responsibleRoleHeld: false });
const back = carriedBy([], { exceptions: [exception({ validTo: '2026-10-31' })] });

describe('what a strategy finding says', () => {
  const table: [string, FollowUpFacts, string, string][] = [
    [
      'S01',
      carriedBy([]),
      'Ingen prosjekter eller tiltak er registrert på strategien.',
      'Ingen prosjekt eller tiltak er registrerte på strategien.',
    ],
    [
      'S01 beside a lapsed driftstiltak (T9)',
      lapsed,
      'Driftstiltaket er ikke bekreftet siden 28.02.2025, og ingen prosjekter er registrert på strategien.',
      'Driftstiltaket er ikkje stadfesta sidan 28.02.2025, og ingen prosjekt er registrerte på strategien.',
    ],
    [
      'S01 back after an exception',
      back,
      'Ingen prosjekter eller tiltak er registrert på strategien. Unntaket gikk ut 31.10.2026.',
      'Ingen prosjekt eller tiltak er registrerte på strategien. Unntaket gjekk ut 31.10.2026.',
    ],
    [
      'S02',
      carriedBy([idea], linked({ approvedOn: '2025-03-01' })),
      'Strategien har bare prosjekter på idé- eller konseptstadiet (siden 01.03.2025).',
      'Strategien har berre prosjekt på idé- eller konseptstadiet (sidan 01.03.2025).',
    ],
    [
      'S03',
      carriedBy([stopped, postponed(null), stopped]),
      'Alle 3 prosjekter på strategien er stanset eller utsatt.',
      'Alle 3 prosjekta på strategien er stansa eller utsette.',
    ],
    [
      'S03 of one',
      carriedBy([stopped]),
      'Prosjektet på strategien er stanset eller utsatt.',
      'Prosjektet på strategien er stansa eller utsett.',
    ],
    [
      'S03 when one that starts late decides (T2)',
      carriedBy([stopped, startsLate, { ...startsLate, startsOn: '2028-06-15' }]),
      'Ingen prosjekter på strategien er i gang. Tidligste planlagte start er 15.06.2028.',
      'Ingen prosjekt på strategien er i gang. Tidlegaste planlagde start er 15.06.2028.',
    ],
    [
      'S03 when one without start date decides (T2)',
      carriedBy([{ ...notStarted, startsOn: null }]),
      'Ingen prosjekter på strategien er i gang. Planlagt start er ikke registrert.',
      'Ingen prosjekt på strategien er i gang. Planlagd start er ikkje registrert.',
    ],
    [
      'S04',
      carriedBy([finished('2025-02-03')]),
      'Siste prosjekt ble ferdig 03.02.2025. Planen gjelder til 2030, og ingen nye tiltak er registrert.',
      'Siste prosjekt vart ferdig 03.02.2025. Planen gjeld til 2030, og ingen nye tiltak er registrerte.',
    ],
    [
      'S06',
      partlyCovered,
      '2 av 3 delpunkter i strategien har ingen tiltak.',
      '2 av 3 delpunkt i strategien har ingen tiltak.',
    ],
    [
      'S08',
      carriedBy([{}], { leadSector: null }),
      'Strategien har ingen ansvarlig sektor.',
      'Strategien har ingen ansvarleg sektor.',
    ],
    [
      'S08 for the role',
      roleEmpty,
      'Ingen aktiv person har den ansvarlige rollen «Planrådgiver».',
      'Ingen aktiv person har den ansvarlege rolla «Planrådgjevar».',
    ],
    [
      'S09',
      carriedBy([{}], linked({ kind: 'partial' })),
      'Strategien støttes bare indirekte. Ingen prosjekter har strategien som hovedformål.',
      'Strategien får berre indirekte støtte. Ingen prosjekt har strategien som hovudføremål.',
    ],
  ];
  for (const [title, facts, nb, nn] of table)
    it(`${title}, word for word`, () => expect([said(facts, 'nb').text, said(facts, 'nn').text]).toEqual([nb, nn]));

  it('S03 with a coming date beside one that starts late gives the earlier of the two', () => {
    expect(said(carriedBy([postponed('2027-03-01'), startsLate]), 'nb').text).toContain('start er 01.03.2027.');
  });

  it('S08 names every role as the pages do, in each language, and never by its code', () => {
    for (const role of Role.options) {
      const vacant = carriedBy([{}], { responsibleRole: role, responsibleRoleHeld: false });
      for (const language of ['nb', 'nn', 'en'] as const) {
        const { text, remedy } = said(vacant, language);
        const name = messages[language].roles[role];
        expect([text, remedy].every((sentence) => sentence.includes(name)))
          .withContext(text)
          .toBeTrue();
        expect(text + remedy).not.toMatch(/[a-z]-[a-z]/);
      }
    }
    const vacant = carriedBy([{}], { responsibleRole: 'sector-director', responsibleRoleHeld: false });
    expect((['nb', 'nn', 'en'] as const).map((language) => said(vacant, language))).toEqual([
      {
        text: 'Ingen aktiv person har den ansvarlige rollen «Kommunalsjef».',
        remedy: 'Gi rollen «Kommunalsjef» til en aktiv person, eller velg en annen ansvarlig rolle for strategien.',
      },
      {
        text: 'Ingen aktiv person har den ansvarlege rolla «Kommunalsjef».',
        remedy: 'Gi rolla «Kommunalsjef» til ein aktiv person, eller vel ei anna ansvarleg rolle for strategien.',
      },
      {
        text: 'No active person holds the responsible role “Sector director”.',
        remedy:
          'Give the role “Sector director” to an active person, or choose another responsible role for the strategy.',
      },
    ]);
  });

  it('S08 does without the name of a role that nobody knows', () => {
    const unknown = { responsibleRole: 'byantikvar-2', responsibleRoleHeld: false };
    const facts = carriedBy([{}], unknown);
    expect((['nb', 'nn', 'en'] as const).map((language) => said(facts, language))).toEqual([
      {
        text: 'Ingen aktiv person har den ansvarlige rollen.',
        remedy: 'Gi den ansvarlige rollen til en aktiv person, eller velg en annen ansvarlig rolle for strategien.',
      },
      {
        text: 'Ingen aktiv person har den ansvarlege rolla.',
        remedy: 'Gi den ansvarlege rolla til ein aktiv person, eller vel ei anna ansvarleg rolle for strategien.',
      },
      {
        text: 'No active person holds the responsible role.',
        remedy: 'Give the responsible role to an active person, or choose another responsible role for the strategy.',
      },
    ]);
    const both = carriedBy([{}], { leadSector: null, ...unknown });
    expect((['nb', 'nn', 'en'] as const).map((language) => said(both, language).remedy)).toEqual([
      'Velg en ansvarlig sektor for strategien, og gi den ansvarlige rollen til en aktiv person.',
      'Vel ein ansvarleg sektor for strategien, og gi den ansvarlege rolla til ein aktiv person.',
      'Choose a responsible sector for the strategy, and give the responsible role to an active person.',
    ]);
  });

  it('S08 says both when sector and role are wanting', () => {
    const facts = carriedBy([{}], { leadSector: null, responsibleRole: 'planner', responsibleRoleHeld: false });
    expect(said(facts, 'nb').text).toBe(
      'Strategien har ingen ansvarlig sektor. Ingen aktiv person har den ansvarlige rollen «Planrådgiver».',
    );
  });
});

describe('what a project finding says', () => {
  const table: [string, Partial<ProjectFacts>, string, string][] = [
    [
      'P04 without manager',
      { managerActive: null },
      'Prosjektet mangler prosjektleder.',
      'Prosjektet manglar prosjektleiar.',
    ],
    [
      'P04 without owner',
      { ownerActive: null },
      'Prosjektet mangler prosjekteier.',
      'Prosjektet manglar prosjekteigar.',
    ],
    [
      'P04 without both',
      { managerActive: null, ownerActive: null },
      'Prosjektet mangler prosjektleder og prosjekteier.',
      'Prosjektet manglar prosjektleiar og prosjekteigar.',
    ],
    [
      'P04 when the manager has left',
      { managerActive: false },
      'Prosjektet mangler prosjektleder. Den registrerte prosjektlederen har sluttet.',
      'Prosjektet manglar prosjektleiar. Den registrerte prosjektleiaren har slutta.',
    ],
    [
      'P04 when the owner has left and there is no manager',
      { managerActive: null, ownerActive: false },
      'Prosjektet mangler prosjektleder og prosjekteier. Den registrerte prosjekteieren har sluttet.',
      'Prosjektet manglar prosjektleiar og prosjekteigar. Den registrerte prosjekteigaren har slutta.',
    ],
    [
      'P07',
      { endsOn: '2026-10-31' },
      'Planlagt sluttdato 31.10.2026 er passert.',
      'Planlagd sluttdato 31.10.2026 er passert.',
    ],
    ['P08 without date', postponed(null), 'Prosjektet er utsatt uten ny dato.', 'Prosjektet er utsett utan ny dato.'],
    [
      'P08 without reason',
      { ...postponed('2027-01-01'), reasonGiven: false },
      'Prosjektet er utsatt uten begrunnelse.',
      'Prosjektet er utsett utan grunngjeving.',
    ],
    [
      'P08 without either',
      { ...postponed(null), reasonGiven: false },
      'Prosjektet er utsatt uten ny dato og uten begrunnelse.',
      'Prosjektet er utsett utan ny dato og utan grunngjeving.',
    ],
    [
      'P08 to a date that has passed',
      postponed('2026-10-31'),
      'Prosjektet er utsatt til 31.10.2026, og den datoen er passert.',
      'Prosjektet er utsett til 31.10.2026, og den datoen er passert.',
    ],
    [
      'P08 to a passed date, without reason',
      { ...postponed('2026-10-31'), reasonGiven: false },
      'Prosjektet er utsatt til 31.10.2026, og den datoen er passert. Prosjektet er utsatt uten begrunnelse.',
      'Prosjektet er utsett til 31.10.2026, og den datoen er passert. Prosjektet er utsett utan grunngjeving.',
    ],
    [
      'P11',
      { linkedSince: null },
      'Prosjektet er ikke koblet til en strategi.',
      'Prosjektet er ikkje kopla til ein strategi.',
    ],
    [
      'P11 with a proposed link (Q5)',
      { linkedSince: null, linkProposed: true },
      'Prosjektet er ikke koblet til en strategi. Kobling venter på godkjenning.',
      'Prosjektet er ikkje kopla til ein strategi. Kopling ventar på godkjenning.',
    ],
  ];
  for (const [title, changes, nb, nn] of table)
    it(`${title}, word for word`, () =>
      expect([saidOf(changes, 'nb').text, saidOf(changes, 'nn').text]).toEqual([nb, nn]));
});

describe('what would change a finding', () => {
  const remedy = (facts: FollowUpFacts) => said(facts, 'nb').remedy;

  it('S01: a project or a driftstiltak', () => {
    expect(remedy(carriedBy([]))).toBe('Registrer og godkjenn minst ett prosjekt eller et driftstiltak på strategien.');
  });

  it('S01: the approval of what is proposed', () => {
    const proposed = (count: number) =>
      remedy(
        carriedBy(
          Array.from({ length: count }, () => ({})),
          linked(...Array.from({ length: count }, (_, at) => ({ project: `2026-00${at + 1}`, approvedOn: null }))),
        ),
      );
    expect(proposed(1)).toBe(
      'Godkjenn koblingen til prosjektet som er foreslått, eller registrer et driftstiltak på strategien.',
    );
    expect(proposed(2)).toBe(
      'Godkjenn koblingen til minst ett av de 2 prosjektene som er foreslått, eller registrer et driftstiltak på strategien.',
    );
  });

  it('S01: the confirmation of a driftstiltak that lacks one', () => {
    expect(remedy(carriedBy([], operating({ confirmedOn: null })))).toBe(
      'Fyll ut enhet, ansvarlig og dokumentasjon for driftstiltaket og bekreft det, eller registrer og godkjenn minst ett prosjekt på strategien.',
    );
    expect(remedy(lapsed)).toBe(
      'Bekreft driftstiltaket på nytt, eller registrer og godkjenn minst ett prosjekt på strategien.',
    );
  });

  it('S03: the last start date that would count', () => {
    expect(remedy(carriedBy([startsLate]))).toBe(
      'Start minst ett av prosjektene, planlegg starten til senest 23.11.2027, eller registrer et driftstiltak på strategien.',
    );
  });

  it('S06: the measures by their codes, joined as each language joins', () => {
    expect(said(partlyCovered, 'nb').remedy).toBe(
      'Koble et prosjekt eller et driftstiltak til hvert av delpunktene BY-A1.1 og BY-A1.3.',
    );
    expect(said(partlyCovered, 'en').remedy).toContain('BY-A1.1 and BY-A1.3.');
  });

  it('P04: whom to appoint', () => {
    expect(saidOf({ ownerActive: false }, 'nb').remedy).toBe('Sett inn en aktiv prosjekteier.');
    expect(saidOf({ ownerActive: false }, 'nn').remedy).toBe('Set inn ein aktiv prosjekteigar.');
  });
});

describe('a finding on the wire', () => {
  it('carries its sentences, what the rule read, since when, and whether it is covered', () => {
    const facts = carriedBy([idea], linked({ approvedOn: '2025-03-01' }));
    expect(describeFinding(judged(facts).findings[0]!, 'nb')).toEqual({
      rule: 'S02',
      severity: 'material',
      text: 'Strategien har bare prosjekter på idé- eller konseptstadiet (siden 01.03.2025).',
      remedy: 'Før minst ett av prosjektene videre til planlegging, eller registrer et driftstiltak på strategien.',
      since: '2025-03-01',
      covered: false,
      data: { sinceOn: '2025-03-01', projectCount: 1, projects: ['2026-001'] },
    });
  });

  it('writes large numbers with Norwegian groups in every language', () => {
    const facts = carriedBy([stopped]);
    const [finding] = judged(facts).findings;
    const many = { ...finding!, data: { ...finding!.data, projectCount: 1234 } };
    expect(explain(many, 'nb').text).toBe('Alle 1\u00a0234 prosjekter på strategien er stanset eller utsatt.');
    expect(explain(many, 'nn').text).toContain('Alle 1\u00a0234 prosjekta');
    expect(explain(many, 'en').text).toContain('All 1\u00a0234 projects');
  });
});
