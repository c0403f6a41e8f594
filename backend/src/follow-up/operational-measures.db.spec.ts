import type { HistoryPage, RegisterOperationalMeasure, StrategyPage } from '#shared';
import { ifMatch, refusal } from '../../testing/projects.js';
import { inDays, inMonths, OpenStrategy, today } from '../../testing/strategies.js';
import { type Answer, type Client, type TestApplication, testApplication } from '../../testing/test-application.js';

const operation: RegisterOperationalMeasure = {
  name: 'Demensvennlig opplæring',
  measure: null,
  unit: 'Hjemmetjenesten',
  responsible: 'Enhetsleder',
  evidence: 'Virksomhetsplan 2026, kap. 3',
  confirmedOn: null,
};

describe('driftstiltak on a strategy', () => {
  let application: TestApplication;
  let strategy: OpenStrategy;
  let planner: Client;
  let administrator: Client;
  const codes = ['BY-I5', 'BY-I6', 'BY-I1', 'BY-I2', 'BY-I3', 'BY-I4', 'KLIMA-I1', 'KLIMA-I2', 'KLIMA-I3', 'KLIMA-I4'];

  beforeAll(async () => {
    application = await testApplication();
    planner = await application.as('planradgiver');
    administrator = await application.as('sektoradmin');
  });
  beforeEach(async () => {
    strategy = new OpenStrategy(codes.shift()!);
    await strategy.leadBy(planner, 'samfunnsutvikling');
  });

  const register = (changes: object = {}, client = administrator): Promise<Answer<StrategyPage>> =>
    strategy.write(client, 'POST', 'operational-measures', { ...operation, ...changes });
  const confirm = (confirmedOn: string, more: object = {}): Promise<Answer<StrategyPage>> =>
    strategy.write(administrator, 'PUT', `operational-measures/${id()}/confirmation`, { confirmedOn, ...more });
  const id = (): string => strategy.page.operationalMeasures[0]!.id;
  const rules = (): string[] => strategy.page.findings.map(({ rule }) => rule);

  it('counts from the day it is confirmed; the registration is no confirmation', async () => {
    strategy = new OpenStrategy('BY-A3');
    await strategy.leadBy(planner, 'samfunnsutvikling');
    const registered = await register();
    expect([registered.status, rules(), strategy.page.operationalMeasures[0]!.counts]).toEqual([
      201,
      jasmine.arrayContaining(['S01']),
      false,
    ]);
    await confirm(today, { evidence: 'Virksomhetsplan 2027, kap. 2' });
    expect(rules()).not.toContain('S01');
    expect(strategy.page.operationalMeasures[0]).toEqual({
      ...operation,
      id: id(),
      evidence: 'Virksomhetsplan 2027, kap. 2',
      confirmedOn: today,
      confirmedUntil: inMonths(12),
      counts: true,
      endsSoon: false,
    });
  });

  it('lasts to the same day twelve months on, and not a day longer', async () => {
    await register({ confirmedOn: inMonths(-12) });
    expect(strategy.page.operationalMeasures[0]).toEqual(
      jasmine.objectContaining({ counts: true, endsSoon: true, confirmedUntil: today }),
    );
    expect(rules()).not.toContain('S01');
    await confirm(inDays(-400));
    expect(strategy.page.operationalMeasures[0]!.counts).toBeFalse();
    expect(strategy.page.findings[0]!.text).toMatch(/^Driftstiltaket er ikke bekreftet siden/);
    expect(refusal(await confirm(inDays(1)))).toEqual([400, 'invalid-input', 'confirmedOn: date-in-the-future']);
  });

  it('covers the measure it is on', async () => {
    strategy = new OpenStrategy('BY-A1');
    await strategy.leadBy(planner, 'samfunnsutvikling');
    const [first] = strategy.page.measureList;
    expect(refusal(await register({ measure: 'BY-A99.1' }))).toEqual([
      400,
      'invalid-input',
      'measure: measure-unknown',
    ]);
    await register({ measure: first!.code, confirmedOn: today });
    expect(strategy.page.measureList[0]!.operational).toEqual([operation.name]);
    expect(strategy.page.measures.covered).toBe(1);
    await strategy.write(administrator, 'PATCH', `operational-measures/${id()}`, { measure: null, unit: 'Byplan' });
    expect([strategy.page.measures.covered, strategy.page.operationalMeasures[0]!.unit]).toEqual([0, 'Byplan']);
  });

  it('is ended when it has counted, so that the past is judged by it, and taken away when it never did', async () => {
    await register({ confirmedOn: today });
    const [{ at }] = await application.database.dataSource.query<[{ at: Date }]>('select max(at) as at from change');
    const then = new Date(at.getTime() + 1).toISOString();
    expect(rules()).not.toContain('S01');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await strategy.write(administrator, 'DELETE', `operational-measures/${id()}`);
    expect([strategy.page.operationalMeasures, strategy.page.verdict]).toEqual([[], 'lacking']);
    expect((await strategy.read(administrator, then)).operationalMeasures.length).toBe(1);
    await register();
    await strategy.write(administrator, 'DELETE', `operational-measures/${id()}`);
    const { body } = await administrator.get<HistoryPage>(strategy.path('history'));
    const told = body.items.filter(({ subject }) => subject === 'operational_measure');
    expect(told.map(({ action, event, label }) => [action, event, label])).toEqual([
      ['operational-measure.ended', 'removed', operation.name],
      ['operational-measure.registered', 'created', operation.name],
      ['operational-measure.ended', 'changed', operation.name],
      ['operational-measure.registered', 'created', operation.name],
    ]);
  });

  it('has a name of its own on the strategy while it lasts', async () => {
    await register({ confirmedOn: today });
    expect(refusal(await register())).toEqual([400, 'invalid-input', 'name: name-taken']);
    await register({ name: 'Et annet' });
    const other = strategy.page.operationalMeasures.find(({ name }) => name === 'Et annet')!;
    const renamed = (name: string) =>
      strategy.write(administrator, 'PATCH', `operational-measures/${other.id}`, { name });
    expect(refusal(await renamed(operation.name))).toEqual([400, 'invalid-input', 'name: name-taken']);
    expect((await renamed('Et annet')).status).toBe(200);
  });

  it('is refused with the field that is wrong', async () => {
    for (const [field, code] of Object.entries({ name: 'x'.repeat(201), unit: ' ', responsible: '', evidence: '' }))
      expect(refusal(await register({ [field]: code }))).toEqual([
        400,
        'invalid-input',
        `${field}: ${field === 'name' ? 'too-long' : 'required'}`,
      ]);
    expect(refusal(await register({ confirmedOn: inDays(1) }))).toEqual([
      400,
      'invalid-input',
      'confirmedOn: date-in-the-future',
    ]);
  });

  it('is written on the strategy as it was seen', async () => {
    const path = strategy.path('operational-measures');
    expect(refusal(await planner.post(path, operation))).toEqual([428, 'version-required']);
    const seen = strategy.page;
    await register();
    const late = await planner.post(path, { ...operation, name: 'Et annet' }, ifMatch(seen));
    expect(refusal(late)).toEqual([412, 'version-conflict']);
    expect((late.problem['current'] as StrategyPage).operationalMeasures.length).toBe(1);
    const nowhere = 'operational-measures/00000000-0000-4000-8000-000000000000';
    expect(refusal(await strategy.write(planner, 'DELETE', nowhere))).toEqual([404, 'not-found']);
  });

  const may = {
    prosjektleder: false,
    prosjektleder2: false,
    prosjekteier: false,
    sektoradmin: true,
    kommunalsjef: true,
    controller: false,
    planradgiver: true,
    kommunedirektor: true,
    sekretariat: false,
    folkevalgt: false,
    revisor: false,
    administrator: false,
  };
  it('is told of by who leads the strategy, and by those who reach the whole municipality', async () => {
    for (const [role, operates] of Object.entries(may)) {
      const client = await application.as(role as keyof typeof may);
      expect((await strategy.read(client)).may.operate)
        .withContext(role)
        .toBe(operates);
      const answer = await register({ name: role }, client);
      expect(answer.status)
        .withContext(role)
        .toBe(operates ? 201 : 403);
    }
    await strategy.leadBy(planner, 'oppvekst');
    expect((await strategy.read(administrator)).may.operate).toBeFalse();
    expect(refusal(await register({ name: 'Utenfor' }))).toEqual([403, 'not-your-strategy']);
    await strategy.leadBy(planner, null);
    expect(refusal(await register({ name: 'Uten sektor' }))).toEqual([403, 'not-your-strategy']);
    expect((await register({ name: 'Uten sektor' }, planner)).status).toBe(201);
  });
});
