import type { Messages } from './messages.js';

/** The same in nynorsk. */
export const nn: Messages = {
  sentences: {
    S01: 'Ingen prosjekt eller tiltak er registrerte på strategien.',
    'S01-lapsed':
      'Driftstiltaket er ikkje stadfesta sidan {confirmedOn}, og ingen prosjekt er registrerte på strategien.',
    S02: 'Strategien har berre prosjekt på idé- eller konseptstadiet (sidan {sinceOn}).',
    S03: '{projectCount, plural, one {Prosjektet på strategien er stansa eller utsett.} other {Alle # prosjekta på strategien er stansa eller utsette.}}',
    'S03-starts-late': 'Ingen prosjekt på strategien er i gang. Tidlegaste planlagde start er {earliestStartOn}.',
    'S03-no-start': 'Ingen prosjekt på strategien er i gang. Planlagd start er ikkje registrert.',
    S04: 'Siste prosjekt vart ferdig {finishedOn}. Planen gjeld til {horizonYear}, og ingen nye tiltak er registrerte.',
    S06: '{total, plural, one {{without} av # delpunkt i strategien har ingen tiltak.} other {{without} av # delpunkt i strategien har ingen tiltak.}}',
    S08: 'Strategien har ingen ansvarleg sektor.',
    'S08-role':
      '{role, select, unknown {Ingen aktiv person har den ansvarlege rolla.} other {Ingen aktiv person har den ansvarlege rolla «{role}».}}',
    S09: 'Strategien får berre indirekte støtte. Ingen prosjekt har strategien som hovudføremål.',
    P04: '{missing, select, manager {Prosjektet manglar prosjektleiar.} owner {Prosjektet manglar prosjekteigar.} other {Prosjektet manglar prosjektleiar og prosjekteigar.}}',
    'P04-left':
      '{left, select, manager {Den registrerte prosjektleiaren har slutta.} owner {Den registrerte prosjekteigaren har slutta.} other {Dei registrerte har slutta.}}',
    P07: 'Planlagd sluttdato {endsOn} er passert.',
    P08: 'Prosjektet er utsett utan ny dato.',
    'P08-reason': 'Prosjektet er utsett utan grunngjeving.',
    'P08-both': 'Prosjektet er utsett utan ny dato og utan grunngjeving.',
    'P08-passed': 'Prosjektet er utsett til {postponedToOn}, og den datoen er passert.',
    P11: 'Prosjektet er ikkje kopla til ein strategi.',
    'P11-proposed': 'Kopling ventar på godkjenning.',
    'exception-ended': 'Unntaket gjekk ut {exceptionEndedOn}.',
  },
  remedies: {
    S01: 'Registrer og godkjenn minst eitt prosjekt eller eit driftstiltak på strategien.',
    'S01-proposed':
      '{proposedCount, plural, one {Godkjenn koplinga til prosjektet som er foreslått, eller registrer eit driftstiltak på strategien.} other {Godkjenn koplinga til minst eitt av dei # prosjekta som er foreslåtte, eller registrer eit driftstiltak på strategien.}}',
    'S01-incomplete':
      'Fyll ut eining, ansvarleg og dokumentasjon for driftstiltaket og stadfest det, eller registrer og godkjenn minst eitt prosjekt på strategien.',
    'S01-lapsed': 'Stadfest driftstiltaket på nytt, eller registrer og godkjenn minst eitt prosjekt på strategien.',
    S02: 'Før minst eitt av prosjekta vidare til planlegging, eller registrer eit driftstiltak på strategien.',
    S03: 'Ta opp att minst eitt av prosjekta, eller registrer og godkjenn eit nytt prosjekt eller eit driftstiltak på strategien.',
    'S03-starts-late':
      'Start minst eitt av prosjekta, planlegg starten til seinast {latestStartOn}, eller registrer eit driftstiltak på strategien.',
    'S03-no-start':
      'Start minst eitt av prosjekta, set planlagd start til seinast {latestStartOn}, eller registrer eit driftstiltak på strategien.',
    S04: 'Registrer og godkjenn eit nytt prosjekt eller eit driftstiltak på strategien, eller vedta at strategien er gjennomført.',
    S06: '{without, plural, one {Kople eit prosjekt eller eit driftstiltak til delpunktet {measures}.} other {Kople eit prosjekt eller eit driftstiltak til kvart av delpunkta {measures}.}}',
    S08: 'Vel ein ansvarleg sektor for strategien.',
    'S08-role':
      '{role, select, unknown {Gi den ansvarlege rolla til ein aktiv person, eller vel ei anna ansvarleg rolle for strategien.} other {Gi rolla «{role}» til ein aktiv person, eller vel ei anna ansvarleg rolle for strategien.}}',
    'S08-both':
      '{role, select, unknown {Vel ein ansvarleg sektor for strategien, og gi den ansvarlege rolla til ein aktiv person.} other {Vel ein ansvarleg sektor for strategien, og gi rolla «{role}» til ein aktiv person.}}',
    S09: 'Godkjenn minst eitt prosjekt med strategien som hovudbidrag, eller registrer eit driftstiltak på strategien.',
    P04: '{missing, select, manager {Set inn ein aktiv prosjektleiar.} owner {Set inn ein aktiv prosjekteigar.} other {Set inn ein aktiv prosjektleiar og ein aktiv prosjekteigar.}}',
    P07: 'Meld prosjektet ferdig, eller set ein ny planlagd sluttdato.',
    P08: 'Set ein ny dato, eller endre livsløpet til prosjektet.',
    'P08-reason': 'Skriv grunngjevinga for utsetjinga.',
    'P08-both': 'Set ein ny dato og skriv grunngjevinga, eller endre livsløpet til prosjektet.',
    P11: 'Kople prosjektet til ein strategi eller eit delpunkt, og få koplinga godkjend.',
    'P11-proposed': 'Få koplinga som er foreslått, godkjend.',
  },
  roles: {
    'project-manager': 'Prosjektleiar',
    'project-owner': 'Prosjekteigar',
    'sector-administrator': 'Sektoradministrator',
    'sector-director': 'Kommunalsjef',
    controller: 'Controller',
    planner: 'Planrådgjevar',
    'chief-executive': 'Kommunedirektør',
    secretariat: 'Politisk sekretariat',
    councillor: 'Folkevald',
    auditor: 'Revisor',
    administrator: 'Administrator',
  },
};
