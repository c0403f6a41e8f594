import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ExceptionView, StrategyPage as StrategyFacts } from '#shared';
import { type Answer, AnsweringApi, provideAnsweringApi } from '../../../testing/answering-api';
import { render } from '../../../testing/render';
import { allByRole, byLabel, byRole, textOf, type } from '../../../testing/screen';
import { decided, operating, strategy } from '../../../testing/strategy';
import { provideTexts } from '../../../testing/texts';
import { Confirm } from '../../ui/confirm';
import { Notices } from '../../ui/notices';
import { StrategyPage } from './strategy-page';

const messages = {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
};
const findingWords = {
  nb: () => import('../../ui/finding-words/messages/nb.json'),
  nn: () => import('../../ui/finding-words/messages/nn.json'),
  en: () => import('../../ui/finding-words/messages/en.json'),
};
const at = '/api/plans/langtidsplan-2018/strategies/BY-A1';
const mayAll: StrategyFacts['may'] = {
  propose: true,
  recordAs: ['committee', 'executive-committee', 'municipal-council'],
  operate: true,
};
const proposed: ExceptionView = {
  ...decided,
  rules: ['S01'],
  type: 'line-operations',
  state: 'proposed',
  valid: false,
  proposedBy: 'Plan Rådgiver',
  ...{ decidedBy: null, level: null, caseNumber: null, decidedOn: null },
  validFrom: '2026-11-01',
  validTo: '2027-10-31',
  may: { change: true, decideAs: ['chief-executive', 'municipal-council'], withdraw: false, remove: true },
};
const reason = 'Opplæringen inngår i hjemmetjenestens virksomhetsplan for 2026.';
const refused = (status: number, problem: object): Answer => {
  return (asked) => asked.flush({ type: 'x', title: 'x', status, ...problem }, { status, statusText: 'x' });
};

describe('writing on a strategy', () => {
  let api: AnsweringApi;
  let fixture: ComponentFixture<StrategyPage>;

  async function open(facts: Partial<StrategyFacts> = {}): Promise<void> {
    TestBed.configureTestingModule({
      providers: [
        provideTexts({ 'strategy-page': messages, 'finding-words': findingWords }),
        provideAnsweringApi(),
        provideRouter([]),
      ],
    });
    api = new AnsweringApi({
      [`GET ${at}`]: { ...strategy, ...facts },
      [`GET ${at}/history`]: { total: 0, items: [] },
    });
    await api.signIn(['follow-up.read', 'project.register']);
    fixture = await api.open(render(StrategyPage, { plan: 'langtidsplan-2018', code: 'BY-A1' }));
    await fixture.whenStable();
  }
  async function settle(): Promise<void> {
    await fixture.whenStable();
    await api.settle();
    await fixture.whenStable();
  }
  async function press(name: string | RegExp, within?: HTMLElement): Promise<void> {
    const button = allByRole('button', name, within)[0];
    if (!button) throw new Error(`no button ${String(name)}`);
    button.focus();
    button.click();
    await settle();
  }
  async function write(label: string | RegExp, text: string): Promise<void> {
    type(byLabel(label), text);
    await fixture.whenStable();
  }
  async function choose(label: string | RegExp, value: string): Promise<void> {
    const select = byLabel(label) as unknown as HTMLSelectElement;
    select.value = value;
    for (const event of ['input', 'change']) select.dispatchEvent(new Event(event, { bubbles: true }));
    await fixture.whenStable();
  }
  async function fillException(): Promise<void> {
    await choose('Hva slags unntak', 'line-operations');
    await write('Begrunnelse', reason);
  }
  const section = (name: string) => byRole('region', name);
  const dialog = () => byRole('dialog');

  it('offers nothing to write to those who may not', async () => {
    await open({ operationalMeasures: [operating], exceptions: [decided] });
    expect(allByRole('button', /unntak|driftstiltak|^Rett|^Avslutt|^Fjern/i)).toEqual([]);
  });

  it('offers to register an exception where it is lacked, and to propose one to those who record no decision', async () => {
    await open({ may: mayAll });
    expect(byRole('button', 'Registrer unntak', section('Hvorfor?'))).toBeTruthy();
    expect(textOf(section('Avklarte unntak'))).toContain('Ingen unntak er registrert.');
    TestBed.resetTestingModule();
    await open({ may: { ...mayAll, recordAs: [] } });
    expect(byRole('button', 'Foreslå unntak', section('Hvorfor?'))).toBeTruthy();
  });

  it('proposes an exception for what is open, twelve months from today, with the version that was read', async () => {
    await open({ may: { ...mayAll, recordAs: [] } });
    await press('Foreslå unntak', section('Hvorfor?'));
    await fillException();
    expect(textOf(dialog())).toContain(
      'Et forslag dekker ingenting før en annen enn den som foreslo, har besluttet det.',
    );
    api.answer({ [`POST ${at}/exceptions`]: { ...strategy, version: 8, exceptions: [proposed] } });
    await press('Foreslå unntak', dialog());
    const [sent] = api.sent('POST', `${at}/exceptions`);
    expect(sent!.request.body).toEqual({
      type: 'line-operations',
      rules: ['S01'],
      reason,
      validFrom: '2026-11-23',
      validTo: '2027-11-23',
      decision: null,
    });
    expect(sent!.request.headers.get('If-Match')).toBe('"v7"');
    expect(sent!.request.headers.get('Idempotency-Key')).toBeTruthy();
    expect(allByRole('dialog')).toEqual([]);
    expect(textOf(section('Avklarte unntak'))).toContain('Venter på beslutning');
    expect(textOf(section('Avklarte unntak'))).toContain(
      'Foreslått av Plan Rådgiver, for tiden 01.11.2026–31.10.2027.',
    );
    expect(TestBed.inject(Notices).current()?.text).toBe('Unntaket er lagret.');
  });

  it('records what an elected body has decided, named with its level', async () => {
    await open({ may: mayAll });
    await press('Registrer unntak', section('Avklarte unntak'));
    await fillException();
    byLabel('Et folkevalgt organ har vedtatt det').click();
    await fixture.whenStable();
    await choose('Besluttet av', 'executive-committee');
    expect(byLabel('Organ').value).toBe('Formannskapet');
    await write('Saksnummer', 'PS 43/26');
    const covered = { ...strategy.findings[0]!, covered: true };
    const excepted = { ...strategy, verdict: 'excepted', version: 8, findings: [covered], exceptions: [decided] };
    api.answer({ [`POST ${at}/exceptions`]: excepted });
    await press('Registrer unntak', dialog());
    expect((api.sent('POST', `${at}/exceptions`)[0]!.request.body as { decision: object }).decision).toEqual({
      level: 'executive-committee',
      decidedBy: 'Formannskapet',
      decidedOn: '2026-11-23',
      caseNumber: 'PS 43/26',
    });
    expect(textOf(document.querySelector('.answer'))).toContain('Unntak Strategien har et avklart unntak');
    expect(textOf(section('Hvorfor?'))).toContain('Dekket av et avklart unntak');
  });

  it('says beside each field what is missing or wrong, and sends nothing', async () => {
    await open({ may: mayAll });
    await press('Registrer unntak', section('Avklarte unntak'));
    byLabel('Et folkevalgt organ har vedtatt det').click();
    byLabel(/S01 Ingen tiltak/).click();
    await fixture.whenStable();
    await write('Begrunnelse', 'x'.repeat(39));
    await write('Gjelder til', '24.11.2027');
    await choose('Hva slags unntak', 'line-operations');
    await choose('Hva slags unntak', '');
    await press('Registrer unntak', dialog());
    const wrong = [...dialog().querySelectorAll('.error')].map(textOf);
    expect(wrong).toEqual([
      'Velg en.',
      'Velg minst én regel.',
      'Begrunnelsen er for kort.',
      'Velg en.',
      'Fyll ut feltet.',
    ]);
    expect(document.activeElement === byLabel('Hva slags unntak')).toBeTrue();
    await choose('Hva slags unntak', 'replaced');
    await press('Registrer unntak', dialog());
    expect(textOf(dialog())).toContain('Unntaket varer lenger enn det kan.');
    expect(api.sent('POST', `${at}/exceptions`)).toEqual([]);
  });

  it('decides on what another has proposed, at the decider’s own level unless another is chosen', async () => {
    await open({ may: mayAll, exceptions: [proposed] });
    expect(allByRole('button', 'Registrer unntak', section('Hvorfor?'))).toEqual([]);
    await press('Beslutt unntaket', section('Hvorfor?'));
    expect(textOf(dialog())).toContain('Foreslått av Plan Rådgiver. Dekker S01.');
    expect(byLabel('Besluttet av').value).toBe('chief-executive');
    expect(byLabel('Gjelder fra').value).toBe('23.11.2026');
    await write('Saksnummer', '26/412');
    api.answer({
      [`POST ${at}/exceptions/${proposed.id}/decision`]: refused(400, {
        code: 'invalid-input',
        fields: [{ path: 'level', code: 'level-too-low', message: 'x' }],
      }),
    });
    await press('Beslutt unntaket', dialog());
    expect(textOf(dialog())).toContain('Funnet er for alvorlig for dette nivået.');
    expect(document.activeElement === byLabel('Besluttet av')).toBeTrue();
    expect(api.sent('POST', `${at}/exceptions/${proposed.id}/decision`)[0]!.request.body).toEqual({
      level: 'chief-executive',
      decidedBy: null,
      decidedOn: '2026-11-23',
      caseNumber: '26/412',
      validFrom: '2026-11-23',
      validTo: '2027-10-31',
    });
  });

  it('lays both versions side by side when somebody was first, and saves on theirs when asked', async () => {
    const mine: ExceptionView = { ...decided, may: { ...decided.may, change: true } };
    await open({ exceptions: [mine] });
    await press(/^Rett/);
    await write('Saksnummer', '26/743');
    const current = { ...strategy, version: 9, exceptions: [{ ...mine, caseNumber: '26/700' }] };
    const patch = `PATCH ${at}/exceptions/${mine.id}`;
    api.answer({ [patch]: refused(412, { code: 'version-conflict', current }) });
    await press('Lagre unntaket');
    const table = byRole('table', 'Noen andre lagret før deg');
    expect([...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map(textOf))).toEqual([
      ['Saksnummer', '26/743', '26/700'],
    ]);
    api.answer({ [patch]: { ...current, version: 10 } });
    await press('Lagre mitt likevel');
    const sent = api.sent('PATCH', `${at}/exceptions/${mine.id}`);
    expect(sent.map(({ request }) => request.headers.get('If-Match'))).toEqual(['"v7"', '"v9"']);
    expect((sent[1]!.request.body as { caseNumber: string; level?: string }).caseNumber).toBe('26/743');
    expect(Object.keys(sent[1]!.request.body as object)).not.toContain('level');
  });

  it('asks before what was typed is thrown away, and goes back to where it came from', async () => {
    await open({ may: mayAll });
    const ask = spyOn(TestBed.inject(Confirm), 'ask').and.resolveTo(false);
    const opener = byRole('button', 'Registrer driftstiltak', section('Hvorfor?'));
    await press('Registrer driftstiltak', section('Hvorfor?'));
    expect(fixture.componentInstance.hasUnsavedChanges()).toBeFalse();
    await write(/^Driftstiltak/, 'Beredskapsråd');
    expect(fixture.componentInstance.hasUnsavedChanges()).toBeTrue();
    await press('Avbryt');
    expect(ask.calls.mostRecent().args[0].heading).toBe('Lukke uten å lagre?');
    expect(byLabel(/^Driftstiltak/).value).toBe('Beredskapsråd');
    ask.and.resolveTo(true);
    await press('Avbryt');
    expect(allByRole('dialog')).toEqual([]);
    expect(document.activeElement === opener).toBeTrue();
  });

  it('asks before an exception is ended, and shows the strategy as it is then judged', async () => {
    const mine: ExceptionView = { ...decided, may: { ...decided.may, withdraw: true } };
    await open({ verdict: 'excepted', exceptions: [mine] });
    const ask = spyOn(TestBed.inject(Confirm), 'ask').and.resolveTo(true);
    api.answer({ [`POST ${at}/exceptions/${mine.id}/withdrawal`]: { ...strategy, version: 8 } });
    await press(/^Avslutt/, section('Avklarte unntak'));
    expect(ask.calls.mostRecent().args[0].heading).toBe('Avslutte unntaket «Avventer staten eller andre»?');
    expect(textOf(document.querySelector('.answer'))).toContain('Mangler Strategien mangler oppfølging.');
    expect(document.activeElement?.id).toBe('unntak');
  });

  it('keeps an exception when the question is answered no', async () => {
    await open({ exceptions: [{ ...decided, may: { ...decided.may, withdraw: true, remove: true } }] });
    spyOn(TestBed.inject(Confirm), 'ask').and.resolveTo(false);
    await press(/^Fjern/, section('Avklarte unntak'));
    expect(api.asked.filter(({ request }) => request.method !== 'GET')).toEqual([]);
  });

  it('registers a driftstiltak on a measure from that measure’s row', async () => {
    await open({ may: mayAll });
    await press('Registrer driftstiltak på BY-A1.2');
    expect(byLabel('Hva det bærer').value).toBe('BY-A1.2');
    await press('Registrer driftstiltak', dialog());
    expect([...dialog().querySelectorAll('.error')].map(textOf)).toEqual(Array(4).fill('Fyll ut feltet.'));
    await write(/^Driftstiltak/, 'Beredskapsråd');
    await write('Enhet', 'Stab');
    await write('Ansvarlig', 'Koordinator');
    await write('Dokumentasjon', 'Mandat');
    api.answer({ [`POST ${at}/operational-measures`]: { ...strategy, version: 8, operationalMeasures: [operating] } });
    await press('Registrer driftstiltak', dialog());
    expect(api.sent('POST', `${at}/operational-measures`)[0]!.request.body).toEqual({
      name: 'Beredskapsråd',
      measure: 'BY-A1.2',
      unit: 'Stab',
      responsible: 'Koordinator',
      evidence: 'Mandat',
      confirmedOn: null,
    });
    expect(textOf(section('Driftstiltak'))).toContain('Bekreftet 23.08.2026, gjelder til 23.08.2027');
  });

  it('confirms a driftstiltak that has lapsed from the finding it gives', async () => {
    const lapsed = { ...operating, confirmedOn: '2025-08-23', confirmedUntil: '2026-08-23', counts: false };
    await open({ may: mayAll, operationalMeasures: [lapsed] });
    await press('Bekreft driftstiltaket «Beredskapsråd»', section('Hvorfor?'));
    expect(textOf(dialog())).toContain('Du bekrefter at «Beredskapsråd» fortsatt utføres av Stab');
    expect(byLabel('Bekreftet').value).toBe('23.11.2026');
    const confirmation = `PUT ${at}/operational-measures/${lapsed.id}/confirmation`;
    api.answer({ [confirmation]: { ...strategy, version: 8, findings: [], verdict: 'followed-up' } });
    await press('Bekreft driftstiltaket', dialog());
    const [sent] = api.sent('PUT', confirmation.slice(4));
    expect(sent!.request.body).toEqual({ confirmedOn: '2026-11-23', evidence: 'Mandat' });
    expect(TestBed.inject(Notices).current()?.text).toBe('Driftstiltaket er bekreftet.');
    expect(document.activeElement?.id).toBe('drift');
  });

  it('tells why an exception has no effect, and warns before one no longer reaches', async () => {
    await open({
      exceptions: [
        { ...decided, id: 'a', state: 'without-effect', valid: false, defects: ['same-person', 'no-case-number'] },
        { ...decided, id: 'b', outgrownOn: '2027-02-01' },
      ],
    });
    const [holds, none] = allByRole('listitem', undefined, section('Avklarte unntak')).map(textOf);
    expect(holds).toContain('Gjelder til 10.06.2027');
    expect(holds).toContain('Dekker ikke lenger fra 01.02.2027.');
    expect(none).toContain('Har ingen virkning. Samme person har foreslått og besluttet. Saksnummer mangler.');
  });
});
