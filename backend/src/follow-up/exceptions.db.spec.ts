import type { HistoryPage, Overview, RegisterException, StrategyPage } from '#shared';
import { ifMatch, refusal } from '../../testing/projects.js';
import { inDays, inMonths, OpenStrategy, today } from '../../testing/strategies.js';
import {
  type Answer,
  type Client,
  roles,
  type TestApplication,
  type TestRole,
  testApplication,
} from '../../testing/test-application.js';

const proposal: RegisterException = {
  type: 'line-operations',
  rules: ['S01'],
  reason: 'Opplæringen inngår i hjemmetjenestens virksomhetsplan for året.',
  validFrom: today,
  validTo: inMonths(12),
  decision: null,
};
const decision = { level: 'chief-executive', decidedOn: today, caseNumber: '26/412', validFrom: today };
const byBody = { level: 'executive-committee', decidedBy: 'Formannskapet', decidedOn: today, caseNumber: 'PS 43/26' };

describe('exceptions on a strategy', () => {
  let application: TestApplication;
  let strategy: OpenStrategy;
  let planner: Client;
  let director: Client;
  let leader: Client;
  const codes = [...'123456'].flatMap((n) => [`BY-I${n}`, `KLIMA-I${n}`, `TJENESTE-I${n}`, `KULTUR-I${n}`]);

  beforeAll(async () => {
    application = await testApplication();
    [planner, director, leader] = await Promise.all([
      application.as('planradgiver'),
      application.as('kommunalsjef'),
      application.as('kommunedirektor'),
    ]);
  });
  beforeEach(async () => {
    strategy = new OpenStrategy(codes.shift()!);
    await strategy.leadBy(planner, 'samfunnsutvikling');
  });

  const propose = (changes: Partial<RegisterException> = {}, client = planner): Promise<Answer<StrategyPage>> =>
    strategy.write(client, 'POST', 'exceptions', { ...proposal, ...changes });
  const decide = (changes: object = {}, client = leader): Promise<Answer<StrategyPage>> =>
    strategy.write(client, 'POST', `exceptions/${id()}/decision`, { ...decision, validTo: inMonths(12), ...changes });
  const id = (): string => strategy.page.exceptions[0]!.id;
  const latestInstant = async (): Promise<string> => {
    const [row] = await application.database.dataSource.query<[{ at: string }]>(
      `select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from change order by number desc limit 1`,
    );
    return row.at;
  };

  it('changes nothing while it is proposed, holds once another decides, and is over when it is ended', async () => {
    expect(strategy.page.verdict).toBe('lacking');
    const lacking = await latestInstant();
    const counted = async () => (await leader.get<Overview>('/api/overview')).body.strategies.verdicts.excepted;
    const before = await counted();

    const proposed = await propose();
    expect([proposed.status, proposed.body.verdict, proposed.body.exceptions[0]!.state]).toEqual([
      201,
      'lacking',
      'proposed',
    ]);
    const decided = await decide();
    expect([decided.status, decided.body.verdict]).toEqual([200, 'excepted']);
    expect(decided.body.findings.map(({ rule, covered }) => [rule, covered])).toContain(['S01', true]);
    expect(decided.body.exceptions[0]).toEqual(
      jasmine.objectContaining({
        state: 'valid',
        valid: true,
        proposedBy: 'Planrådgiver (eksempel)',
        decidedBy: 'Kommunedirektør (eksempel)',
        level: 'chief-executive',
        caseNumber: '26/412',
        defects: [],
      }),
    );
    const excepted = await latestInstant();
    const { body: overview } = await leader.get<Overview>('/api/overview');
    expect(overview.strategies.verdicts.excepted).toBe(before + 1);
    expect(overview.attention.map(({ code }) => code)).not.toContain(strategy.code);

    const ended = await strategy.write(leader, 'POST', `exceptions/${id()}/withdrawal`, {});
    expect([ended.status, ended.body.verdict, ended.body.exceptions[0]!.state]).toEqual([200, 'lacking', 'withdrawn']);
    expect(ended.body.exceptions[0]!.withdrawnOn).toBe(today);
    expect(await counted()).toBe(before);

    expect((await strategy.read(leader, lacking)).verdict).toBe('lacking');
    expect((await strategy.read(leader, excepted)).verdict).toBe('excepted');
    expect((await strategy.read(leader, excepted)).exceptions[0]!.may).toEqual({
      change: false,
      decideAs: [],
      withdraw: false,
      remove: false,
    });
  });

  it('is recorded in one act when an elected body has decided on the leader’s own proposal', async () => {
    const recorded = await propose({ decision: byBody as RegisterException['decision'] }, leader);
    expect([recorded.status, recorded.body.verdict]).toEqual([201, 'excepted']);
    expect(recorded.body.exceptions[0]).toEqual(
      jasmine.objectContaining({ proposedBy: 'Kommunedirektør (eksempel)', decidedBy: 'Formannskapet', defects: [] }),
    );
  });

  it('is never decided by whoever proposed it', async () => {
    await propose({}, leader);
    expect(strategy.page.exceptions[0]!.may.decideAs).toEqual([
      'committee',
      'executive-committee',
      'municipal-council',
    ]);
    expect(refusal(await decide())).toEqual([403, 'own-proposal', 'level: own-proposal']);
    expect(refusal(await propose({ decision: { ...byBody, level: 'chief-executive' } as never }, leader))).toEqual([
      403,
      'own-proposal',
      'decision.level: own-proposal',
    ]);
    expect((await decide(byBody)).body.verdict).toBe('excepted');
  });

  it('is decided by a kommunalsjef for Vesentlig in the own sector, and for nothing more', async () => {
    await propose({ rules: ['S08'] });
    await strategy.leadBy(planner, null);
    expect(strategy.page.findings.map(({ rule, severity }) => `${rule} ${severity}`)).toContain('S08 material');
    const asDirector = { level: 'sector-director' };
    expect(refusal(await decide(asDirector, director))).toEqual([403, 'not-your-level', 'level: not-your-level']);
    await strategy.leadBy(planner, 'oppvekst');
    expect(refusal(await decide(asDirector, director))).toEqual([403, 'not-your-level', 'level: not-your-level']);
    await strategy.leadBy(planner, 'samfunnsutvikling');
    const decided = await decide(asDirector, director);
    expect([decided.status, decided.body.exceptions[0]!.valid]).toEqual([200, true]);

    strategy = new OpenStrategy(codes.shift()!);
    await strategy.leadBy(planner, 'samfunnsutvikling');
    await propose();
    expect(refusal(await decide(asDirector, director))).toEqual([400, 'invalid-input', 'level: level-too-low']);
    expect(refusal(await decide({}, director))).toEqual([403, 'not-your-level', 'level: not-your-level']);
  });

  it('is refused with the field that is wrong, and nothing of it is kept', async () => {
    const refused = async (changes: object, client = planner) =>
      refusal(await strategy.write(client, 'POST', 'exceptions', { ...proposal, ...changes })).slice(2);
    expect(await refused({ reason: 'x'.repeat(39) })).toEqual(['reason: reason-too-short']);
    expect(await refused({ reason: ' ' })).toEqual(['reason: required']);
    expect(await refused({ validTo: inDays(-1) })).toEqual(['validTo: valid-to-before-from']);
    expect(await refused({ validTo: '2199-01-01' })).toEqual(['validTo: exception-too-long']);
    expect(await refused({ rules: [] })).toEqual(['rules: rules-required']);
    expect(await refused({ rules: ['S01', 'S01'] })).toEqual(['rules: rule-twice']);
    expect(await refused({ rules: ['S09'] })).toEqual(['rules: rule-not-covered']);
    expect(await refused({ decision: { ...byBody, decidedBy: ' ' } }, leader)).toEqual([
      'decision.decidedBy: body-required',
    ]);
    expect(await refused({ decision: { ...byBody, caseNumber: '' } }, leader)).toEqual([
      'decision.caseNumber: required',
    ]);
    expect(await refused({ decision: { ...byBody, decidedOn: inDays(1) }, validFrom: inDays(1) }, leader)).toEqual([
      'decision.decidedOn: date-in-the-future',
    ]);
    expect(await refused({ decision: byBody, validFrom: inDays(-1), validTo: today }, leader)).toEqual([
      'validFrom: valid-before-decision',
    ]);
    expect(await refused({ type: 'completed', decision: byBody }, leader)).toEqual(['decision.level: council-only']);
    expect(await refused({ decision: { ...byBody, level: 'municipal-council' } })).toEqual([
      'decision.level: not-your-level',
    ]);
    expect((await strategy.read(leader)).exceptions).toEqual([]);
  });

  it('gives the word Gjennomført when the council has decided so, without naming rules', async () => {
    const council = { ...byBody, level: 'municipal-council', decidedBy: 'Kommunestyret' };
    const secretariat = await application.as('sekretariat');
    const { status, body } = await propose({ type: 'completed', rules: [], decision: council as never }, secretariat);
    expect([status, body.verdict, body.findings]).toEqual([201, 'completed', []]);
  });

  it('begins on its first day, not before', async () => {
    const later = await propose({ decision: byBody as never, validFrom: inDays(1) }, leader);
    expect([later.body.verdict, later.body.exceptions[0]!.state]).toEqual(['lacking', 'upcoming']);
    const corrected = await strategy.write(leader, 'PATCH', `exceptions/${id()}`, { validFrom: today });
    expect([corrected.status, corrected.body.verdict]).toEqual([200, 'excepted']);
  });

  it('is corrected within what was decided, by those who answer for it', async () => {
    await propose({ decision: byBody as never }, leader);
    const patch = (body: object, client = leader) => strategy.write(client, 'PATCH', `exceptions/${id()}`, body);
    const corrected = await patch({ caseNumber: 'PS 34/26', decidedBy: 'Utvalget' });
    expect([corrected.body.exceptions[0]!.caseNumber, corrected.body.exceptions[0]!.decidedBy]).toEqual([
      'PS 34/26',
      'Utvalget',
    ]);
    expect(refusal(await patch({ validTo: '2199-12-31' }))).toEqual([
      400,
      'invalid-input',
      'validTo: exception-too-long',
    ]);
    expect(refusal(await patch({ caseNumber: '1' }, planner))).toEqual([403, 'not-your-exception']);

    strategy = new OpenStrategy(codes.shift()!);
    await propose();
    expect(refusal(await patch({ caseNumber: '1' }, planner))).toEqual([
      400,
      'invalid-input',
      'caseNumber: not-decided',
    ]);
    const manager = await application.as('prosjektleder');
    expect(refusal(await patch({ rules: ['S06'] }, manager))).toEqual([403, 'not-your-exception']);
    expect((await patch({ rules: ['S01', 'S06'] }, planner)).body.exceptions[0]!.rules).toEqual(['S01', 'S06']);
  });

  it('is taken away while nobody has been judged by it, and otherwise ended', async () => {
    await propose();
    const manager = await application.as('prosjektleder');
    expect(refusal(await strategy.write(manager, 'DELETE', `exceptions/${id()}`))).toEqual([403, 'not-your-exception']);
    expect((await strategy.write(planner, 'DELETE', `exceptions/${id()}`)).body.exceptions).toEqual([]);

    await propose({ decision: byBody as never }, leader);
    expect((await strategy.write(leader, 'DELETE', `exceptions/${id()}`)).body.exceptions).toEqual([]);

    const yesterday = inDays(-1);
    const held = { decision: { ...byBody, decidedOn: yesterday } as never, validFrom: yesterday };
    await propose({ ...held, validTo: inDays(20) }, leader);
    expect(refusal(await strategy.write(leader, 'DELETE', `exceptions/${id()}`))).toEqual([409, 'exception-has-held']);
    const end = (withdrawnOn: string) =>
      strategy.write(leader, 'POST', `exceptions/${id()}/withdrawal`, { withdrawnOn });
    expect(refusal(await end(yesterday))).toEqual([400, 'invalid-input', 'withdrawnOn: date-in-the-past']);
    expect(refusal(await end(inDays(21)))).toEqual([400, 'invalid-input', 'withdrawnOn: withdrawn-after-end']);
    const ending = await end(inDays(20));
    expect([ending.body.verdict, ending.body.exceptions[0]!.withdrawnOn]).toEqual(['excepted', inDays(20)]);
    expect((await end(today)).body.verdict).toBe('lacking');
    expect(refusal(await end(today))).toEqual([409, 'exception-over']);
    expect(refusal(await strategy.write(leader, 'PATCH', `exceptions/${id()}`, { validTo: inDays(30) }))).toEqual([
      409,
      'exception-over',
    ]);
  });

  it('cannot be decided twice, nor ended before it is decided', async () => {
    await propose();
    expect(refusal(await strategy.write(leader, 'POST', `exceptions/${id()}/withdrawal`, {}))).toEqual([
      409,
      'exception-not-decided',
    ]);
    await decide();
    expect(refusal(await decide())).toEqual([409, 'exception-already-decided']);
    const nowhere = 'exceptions/00000000-0000-4000-8000-000000000000';
    expect(refusal(await strategy.write(leader, 'DELETE', nowhere))).toEqual([404, 'not-found']);
  });

  it('is written on the strategy as it was seen, and once however often it is sent', async () => {
    expect(refusal(await planner.post(strategy.path('exceptions'), proposal))).toEqual([428, 'version-required']);
    const seen = strategy.page;
    const headers = { ...ifMatch(seen), 'idempotency-key': `proposal-of-${strategy.code}` };
    const [first, second] = [
      await planner.post<StrategyPage>(strategy.path('exceptions'), proposal, headers),
      await planner.post<StrategyPage>(strategy.path('exceptions'), proposal, headers),
    ];
    expect([first.status, second.status, second.body.exceptions.length]).toEqual([201, 201, 1]);
    expect(first.headers['etag']).toBe(`"v${first.body.version}"`);
    const late = await planner.post(strategy.path('exceptions'), proposal, ifMatch(seen));
    expect(refusal(late)).toEqual([412, 'version-conflict']);
    expect((late.problem['current'] as StrategyPage).exceptions.length).toBe(1);
  });

  it('tells its story: who proposed, who decided and who ended it', async () => {
    await propose();
    await decide();
    await strategy.write(leader, 'POST', `exceptions/${id()}/withdrawal`, {});
    const { body } = await leader.get<HistoryPage>(strategy.path('history'));
    const told = body.items.filter(({ subject }) => subject === 'follow_up_exception');
    expect(told.map(({ action, event, by, label }) => [action, event, by, label])).toEqual([
      ['exception.withdrawn', 'changed', 'Kommunedirektør (eksempel)', 'line-operations'],
      ['exception.decided', 'changed', 'Kommunedirektør (eksempel)', 'line-operations'],
      ['exception.proposed', 'created', 'Planrådgiver (eksempel)', 'line-operations'],
    ]);
    expect(told[1]!.fields.map(({ name }) => name)).toEqual(['caseNumber', 'decidedBy', 'decidedOn']);
  });

  it('keeps what nobody has decided inside the municipality', async () => {
    await propose();
    expect((await strategy.read(await application.as('folkevalgt'))).exceptions).toEqual([]);
    expect((await strategy.read(await application.as('revisor'))).exceptions.length).toBe(1);
    await decide();
    expect((await strategy.read(await application.as('folkevalgt'))).exceptions.length).toBe(1);
  });

  const elected = ['committee', 'executive-committee', 'municipal-council'];
  interface Access {
    propose: boolean;
    recordAs: string[];
    decideAs: string[] | undefined;
    change: boolean | undefined;
  }
  const access: Record<TestRole, Access> = {
    prosjektleder: { propose: true, recordAs: [], decideAs: [], change: false },
    prosjektleder2: { propose: true, recordAs: [], decideAs: [], change: false },
    prosjekteier: { propose: true, recordAs: [], decideAs: [], change: false },
    sektoradmin: { propose: true, recordAs: [], decideAs: [], change: false },
    kommunalsjef: { propose: true, recordAs: [], decideAs: ['sector-director'], change: true },
    controller: { propose: false, recordAs: [], decideAs: [], change: false },
    planradgiver: { propose: true, recordAs: [], decideAs: [], change: true },
    kommunedirektor: { propose: true, recordAs: elected, decideAs: ['chief-executive', ...elected], change: true },
    sekretariat: { propose: true, recordAs: elected, decideAs: elected, change: true },
    folkevalgt: { propose: false, recordAs: [], decideAs: undefined, change: undefined },
    revisor: { propose: false, recordAs: [], decideAs: [], change: false },
    administrator: { propose: false, recordAs: [], decideAs: [], change: false },
  };
  it('says to each role what it may, and answers so', async () => {
    await propose({ rules: ['S08'] });
    for (const role of roles) {
      const expected = access[role];
      const client = await application.as(role);
      const { may, exceptions } = await strategy.read(client);
      const shown: Access = {
        propose: may.propose,
        recordAs: may.recordAs,
        decideAs: exceptions[0]?.may.decideAs,
        change: exceptions[0]?.may.change,
      };
      expect(shown).withContext(role).toEqual(expected);
      const answer = await propose({ reason: 'for kort' }, client);
      expect(refusal(answer).slice(0, 2))
        .withContext(role)
        .toEqual(expected.propose ? [400, 'invalid-input'] : [403, 'not-allowed']);
    }
  });
});
