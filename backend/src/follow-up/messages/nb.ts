/** What findings say and what would change them, in bokmål. Arguments that end in `On` are dates. */
export const nb = {
  sentences: {
    S01: 'Ingen prosjekter eller tiltak er registrert på strategien.',
    'S01-lapsed':
      'Driftstiltaket er ikke bekreftet siden {confirmedOn}, og ingen prosjekter er registrert på strategien.',
    S02: 'Strategien har bare prosjekter på idé- eller konseptstadiet (siden {sinceOn}).',
    S03: '{projectCount, plural, one {Prosjektet på strategien er stanset eller utsatt.} other {Alle # prosjekter på strategien er stanset eller utsatt.}}',
    'S03-starts-late': 'Ingen prosjekter på strategien er i gang. Tidligste planlagte start er {earliestStartOn}.',
    'S03-no-start': 'Ingen prosjekter på strategien er i gang. Planlagt start er ikke registrert.',
    S04: 'Siste prosjekt ble ferdig {finishedOn}. Planen gjelder til {horizonYear}, og ingen nye tiltak er registrert.',
    S06: '{total, plural, one {{without} av # delpunkt i strategien har ingen tiltak.} other {{without} av # delpunkter i strategien har ingen tiltak.}}',
    S08: 'Strategien har ingen ansvarlig sektor.',
    'S08-role':
      '{role, select, unknown {Ingen aktiv person har den ansvarlige rollen.} other {Ingen aktiv person har den ansvarlige rollen «{role}».}}',
    S09: 'Strategien støttes bare indirekte. Ingen prosjekter har strategien som hovedformål.',
    P04: '{missing, select, manager {Prosjektet mangler prosjektleder.} owner {Prosjektet mangler prosjekteier.} other {Prosjektet mangler prosjektleder og prosjekteier.}}',
    'P04-left':
      '{left, select, manager {Den registrerte prosjektlederen har sluttet.} owner {Den registrerte prosjekteieren har sluttet.} other {De registrerte har sluttet.}}',
    P07: 'Planlagt sluttdato {endsOn} er passert.',
    P08: 'Prosjektet er utsatt uten ny dato.',
    'P08-reason': 'Prosjektet er utsatt uten begrunnelse.',
    'P08-both': 'Prosjektet er utsatt uten ny dato og uten begrunnelse.',
    'P08-passed': 'Prosjektet er utsatt til {postponedToOn}, og den datoen er passert.',
    P11: 'Prosjektet er ikke koblet til en strategi.',
    'P11-proposed': 'Kobling venter på godkjenning.',
    'exception-ended': 'Unntaket gikk ut {exceptionEndedOn}.',
  },
  remedies: {
    S01: 'Registrer og godkjenn minst ett prosjekt eller et driftstiltak på strategien.',
    'S01-proposed':
      '{proposedCount, plural, one {Godkjenn koblingen til prosjektet som er foreslått, eller registrer et driftstiltak på strategien.} other {Godkjenn koblingen til minst ett av de # prosjektene som er foreslått, eller registrer et driftstiltak på strategien.}}',
    'S01-incomplete':
      'Fyll ut enhet, ansvarlig og dokumentasjon for driftstiltaket og bekreft det, eller registrer og godkjenn minst ett prosjekt på strategien.',
    'S01-lapsed': 'Bekreft driftstiltaket på nytt, eller registrer og godkjenn minst ett prosjekt på strategien.',
    S02: 'Før minst ett av prosjektene videre til planlegging, eller registrer et driftstiltak på strategien.',
    S03: 'Gjenoppta minst ett av prosjektene, eller registrer og godkjenn et nytt prosjekt eller et driftstiltak på strategien.',
    'S03-starts-late':
      'Start minst ett av prosjektene, planlegg starten til senest {latestStartOn}, eller registrer et driftstiltak på strategien.',
    'S03-no-start':
      'Start minst ett av prosjektene, sett planlagt start til senest {latestStartOn}, eller registrer et driftstiltak på strategien.',
    S04: 'Registrer og godkjenn et nytt prosjekt eller et driftstiltak på strategien, eller vedta at strategien er gjennomført.',
    S06: '{without, plural, one {Koble et prosjekt eller et driftstiltak til delpunktet {measures}.} other {Koble et prosjekt eller et driftstiltak til hvert av delpunktene {measures}.}}',
    S08: 'Velg en ansvarlig sektor for strategien.',
    'S08-role':
      '{role, select, unknown {Gi den ansvarlige rollen til en aktiv person, eller velg en annen ansvarlig rolle for strategien.} other {Gi rollen «{role}» til en aktiv person, eller velg en annen ansvarlig rolle for strategien.}}',
    'S08-both':
      '{role, select, unknown {Velg en ansvarlig sektor for strategien, og gi den ansvarlige rollen til en aktiv person.} other {Velg en ansvarlig sektor for strategien, og gi rollen «{role}» til en aktiv person.}}',
    S09: 'Godkjenn minst ett prosjekt med strategien som hovedbidrag, eller registrer et driftstiltak på strategien.',
    P04: '{missing, select, manager {Sett inn en aktiv prosjektleder.} owner {Sett inn en aktiv prosjekteier.} other {Sett inn en aktiv prosjektleder og en aktiv prosjekteier.}}',
    P07: 'Meld prosjektet ferdig, eller sett en ny planlagt sluttdato.',
    P08: 'Sett en ny dato, eller endre livsløpet til prosjektet.',
    'P08-reason': 'Skriv begrunnelsen for utsettelsen.',
    'P08-both': 'Sett en ny dato og skriv begrunnelsen, eller endre livsløpet til prosjektet.',
    P11: 'Koble prosjektet til en strategi eller et delpunkt, og få koblingen godkjent.',
    'P11-proposed': 'Få koblingen som er foreslått, godkjent.',
  },
  roles: {
    'project-manager': 'Prosjektleder',
    'project-owner': 'Prosjekteier',
    'sector-administrator': 'Sektoradministrator',
    'sector-director': 'Kommunalsjef',
    controller: 'Controller',
    planner: 'Planrådgiver',
    'chief-executive': 'Kommunedirektør',
    secretariat: 'Politisk sekretariat',
    councillor: 'Folkevalgt',
    auditor: 'Revisor',
    administrator: 'Administrator',
  },
} as const;
