import { randomUUID } from 'node:crypto';
import { type ProjectBudget, type ProjectView, type StrategyPage } from '#shared';
import type { DescribedOperation } from './described-reads.js';
import { registerProject } from './projects.js';
import { inMonths, today } from './strategies.js';
import { type Client, type TestApplication, type TestRole, roles } from './test-application.js';

/** A record by how near it is to who asks: one's own but in another sector, somebody else's in one's sector, or neither. */
export type Reach = 'own' | 'sector' | 'elsewhere';

/** A request that lacks nothing, so that only who asks can be in its way. */
export interface Attempt {
  readonly url: string;
  readonly body: unknown;
  /** If-Match, for who shall be refused all the same. */
  readonly version: number | undefined;
}

const plan = '/api/plans/langtidsplan-2018';
const [ownSector, otherSector] = ['samfunnsutvikling', 'oppvekst'];
const year = new Date().getFullYear();
const linked = 'BY-A1';
const strategies = { sector: 'KLIMA-I1', elsewhere: 'KLIMA-I2' };
const reason = 'Opplæringen inngår i hjemmetjenestens virksomhetsplan for året.';
// of a rule that is silent here: an open Kritisk would ask for more than a kommunalsjef
const proposal = { type: 'line-operations', rules: ['S08'], reason, validFrom: today, validTo: inMonths(12) };
const decisionOf: Partial<Record<TestRole, object>> = {
  kommunalsjef: { level: 'sector-director' },
  sekretariat: { level: 'executive-committee', decidedBy: 'Formannskapet' },
};

/** Projects and strategies near and far, each with something of everything that hangs on it. */
export class ReachedRecords {
  private readonly own = new Map<TestRole, string>();
  private readonly accounts = new Map<string, string>();
  private shared!: { readonly sector: string; readonly elsewhere: string };

  private constructor(private readonly application: TestApplication) {}

  static async prepare(application: TestApplication): Promise<ReachedRecords> {
    const records = new ReachedRecords(application);
    const accounts = await application.database.dataSource.query<{ id: string; role: string }[]>(
      `select account.id, split_part(account.email, '@', 1) as role from account where account.demo`,
    );
    for (const { id, role } of accounts) records.accounts.set(role, id);
    records.shared = { sector: await records.project(ownSector), elsewhere: await records.project(otherSector) };
    for (const role of roles) {
      const who = role === 'prosjekteier' ? 'ownerId' : 'managerId';
      records.own.set(role, await records.project(otherSector, { [who]: records.accounts.get(role)! }));
    }
    const planner = await application.as('planradgiver');
    for (const [code, leadSector] of [
      [strategies.sector, ownSector],
      [strategies.elsewhere, otherSector],
    ] as const) {
      const version = await records.versionOf(`${plan}/strategies/${code}`);
      await planner.patch(`${plan}/strategies/${code}`, { leadSector }, { 'if-match': `"v${version}"` });
    }
    return records;
  }

  /** How near the records can be that this operation is for. */
  reachesOf({ operationId, path }: DescribedOperation): readonly Reach[] {
    if (path.startsWith('/api/projects/{number}')) return ['own', 'sector', 'elsewhere'];
    if (['correctException', 'removeException'].includes(operationId)) return ['own', 'sector', 'elsewhere'];
    if (operationId === 'registerProject' || path.includes('/strategies/{code}')) return ['sector', 'elsewhere'];
    return ['elsewhere'];
  }

  /** Whether this spec knows the records well enough to say that what is allowed succeeds. */
  knows = (operation: DescribedOperation): boolean =>
    this.reachesOf(operation).length > 1 && /^\/api\/(projects|plans)/.test(operation.path);

  /** The request of a role for a record this near, made afresh. */
  async attempt(operation: DescribedOperation, role: TestRole, reach: Reach): Promise<Attempt> {
    const { path, operationId } = operation;
    const number = this.numberOf(role, reach);
    const values: Record<string, string> = {
      plan: 'langtidsplan-2018',
      code: linked,
      number,
      year: `${year}`,
      q: 'by',
    };
    let record = plan;
    if (path.startsWith('/api/projects/{number}')) {
      record = `/api/projects/${number}`;
      if (path.includes('/frame-decisions/{id}')) values['id'] = await this.frameDecisionOf(number);
    }
    if (path.includes('/strategies/{code}')) {
      values['code'] = strategies[reach === 'sector' ? 'sector' : 'elsewhere'];
      record = `${plan}/strategies/${values['code']}`;
      if (path.includes('/exceptions')) values['id'] = await this.exception(operationId, role, reach);
      if (path.includes('/operational-measures')) values['id'] = await this.operationalMeasure(reach);
    }
    return {
      url: addressOf(operation, values),
      body: this.bodyOf(operation, role, reach),
      version: operation.needsVersion ? await this.versionOf(record) : undefined,
    };
  }

  /** The number of a project this near. */
  numberOf = (role: TestRole, reach: Reach): string => (reach === 'own' ? this.own.get(role)! : this.shared[reach]);

  /** The id of a decision on the frame of a project. */
  async frameDecisionOf(number: string): Promise<string> {
    const { body } = await (await this.leader()).get<ProjectBudget>(`/api/projects/${number}/budget`);
    return body.decisions[0]!.id;
  }

  /** Puts one exception on the strategy, as fits the operation: proposed by the asker or another, or decided. */
  async exception(operationId: string, role: TestRole, reach: Reach): Promise<string> {
    const level =
      operationId !== 'withdrawException'
        ? null
        : role === 'kommunalsjef'
          ? { sector: 'sector-director', elsewhere: 'chief-executive', own: null }[reach]
          : 'executive-committee';
    const decider = { 'sector-director': 'kommunalsjef', 'chief-executive': 'kommunedirektor' }[level ?? ''];
    const id = randomUUID();
    await this.replace('follow_up_exception', reach, {
      ...{ id, type: proposal.type, rules: proposal.rules, reason, valid_from: today, valid_to: proposal.validTo },
      proposed_by_id: this.accounts.get(reach === 'own' ? role : 'prosjektleder2'),
      decided_by_id: decider ? this.accounts.get(decider) : null,
      decided_by: level && (decider ?? 'Formannskapet'),
      decision_level: level,
      case_number: level && '26/412',
      decided_on: level && today,
    });
    return id;
  }

  async operationalMeasure(reach: Reach): Promise<string> {
    const id = randomUUID();
    await this.replace('operational_measure', reach, {
      ...{ id, name: `Opplæring ${id}`, unit: 'Hjemmetjenesten', responsible: 'Enhetsleder', evidence: 'Kap. 3' },
      confirmed_on: today,
    });
    return id;
  }

  /** The address of a strategy this near. */
  strategyAt = (reach: Exclude<Reach, 'own'>): string => `${plan}/strategies/${strategies[reach]}`;

  async versionOf(record: string): Promise<number> {
    const { body, status, text } = await (await this.leader()).get<Pick<ProjectView | StrategyPage, 'version'>>(record);
    if (status !== 200) throw new Error(`${record}: ${text}`);
    return body.version;
  }

  /** How many versions every table of the history holds, and how many changes there are. */
  async footprint(): Promise<string> {
    const { dataSource } = this.application.database;
    const tables = await dataSource.query<{ name: string }[]>(
      `select table_name as name from information_schema.tables where table_schema = 'history' and table_type = 'BASE TABLE' order by 1`,
    );
    const counts = tables.map(({ name }) => `'${name}', (select count(*) from history."${name}")`);
    const [row] = await dataSource.query<[{ counts: object }]>(
      `select json_build_object('change', (select count(*) from change), ${counts.join(', ')}) as counts`,
    );
    return JSON.stringify(row.counts);
  }

  /** Who reads and prepares, in the session there is now: what is asked may end one. */
  private leader = (): Promise<Client> => this.application.as('kommunedirektor');

  private async project(sector: string, people: object = {}): Promise<string> {
    const { number } = await registerProject(await this.leader(), { sector, ...people });
    const address = `/api/projects/${number}`;
    const write = async (method: 'POST' | 'PUT', rest: string, body: object) => {
      const version = await this.versionOf(address);
      const answer = await (
        await this.leader()
      ).ask(method, `${address}/${rest}`, body, { 'if-match': `"v${version}"` });
      if (answer.status >= 300) throw new Error(`${rest}: ${answer.text}`);
    };
    await write('PUT', `contributions/${linked}`, { kind: 'main', statement: 'Vegen gir sentrum en ny adkomst.' });
    await write('POST', 'frame-decisions', {
      ...{ decidedOn: `${year}-01-01`, decidedBy: 'Kommunestyret', caseNumber: '26/1', amountOre: 100 },
      reason: 'Vedtak',
    });
    await write('PUT', `appropriations/${year}`, { originalOre: 100, revisedOre: 100 });
    await write('PUT', `accounts/${year}`, { amountOre: 100, extractedOn: `${year}-01-01` });
    return number;
  }

  private bodyOf({ operationId, body, method }: DescribedOperation, role: TestRole, reach: Reach): unknown {
    if (!body) return undefined;
    const [example = {}] = (body.examples ?? []) as readonly object[];
    const decision = { level: 'chief-executive', ...decisionOf[role], decidedOn: today, caseNumber: '26/412' };
    const bodies: Record<string, object> = {
      registerProject: { ...example, sector: reach === 'sector' ? ownSector : otherSector },
      submitStatusReport: { ...example, period: null },
      changeStrategy: { responsibleRole: 'planner' },
      registerException: proposal,
      correctException: { reason: `${reason} Kap. 3.` },
      decideException: { ...decision, validFrom: today, validTo: inMonths(12) },
      withdrawException: {},
      registerOperationalMeasure: { ...example, name: randomUUID(), confirmedOn: today },
      confirmOperationalMeasure: { confirmedOn: today },
    };
    return bodies[operationId] ?? (method === 'GET' ? undefined : example);
  }

  private async replace(table: string, reach: Reach, row: object): Promise<void> {
    const code = strategies[reach === 'sector' ? 'sector' : 'elsewhere'];
    await this.application.database.dataSource.transaction(async (tx) => {
      await tx.query(`select begin_change('spec.prepared', null, null, null)`);
      await tx.query(`delete from ${table} where strategy_id = (select id from strategy where code = $1)`, [code]);
      await tx.query(
        `insert into ${table} select made.* from strategy, lateral json_populate_record(null::${table},
           ($2::jsonb || jsonb_build_object('strategy_id', strategy.id))::json) made where strategy.code = $1`,
        [code, JSON.stringify(row)],
      );
    });
  }
}

/** The path filled in, and what the query must have. An id nobody has stands for what the spec does not know. */
function addressOf(operation: DescribedOperation, values: Readonly<Record<string, string>>): string {
  const valueOf = (name: string, place: string): string => {
    const schema = operation.parameters.find((one) => one.name === name && one.in === place)?.schema;
    const value = values[name] ?? schema?.examples?.[0] ?? schema?.enum?.[0];
    if (typeof value === 'string' || typeof value === 'number') return encodeURIComponent(value);
    if (schema?.format === 'uuid') return randomUUID();
    throw new Error(`${operation.operationId} asks for ${name}: give its parameter an example`);
  };
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => valueOf(name, 'path'));
  const query = operation.required.map((name) => `${name}=${valueOf(name, 'query')}`);
  return query.length > 0 ? `${path}?${query.join('&')}` : path;
}
