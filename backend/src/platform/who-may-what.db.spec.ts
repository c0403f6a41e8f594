import { type Permission, permissionsOfRole, scopeOfRole } from '#shared';
import { type DescribedOperation, describedOperations } from '../../testing/described-reads.js';
import { refusal } from '../../testing/projects.js';
import { type Attempt, type Reach, ReachedRecords } from '../../testing/reached-records.js';
import {
  type Answer,
  type TestApplication,
  type TestRole,
  roleOf,
  roles,
  testApplication,
} from '../../testing/test-application.js';
import { type Allowance, type Extent, lineOf, readWhoMayWhat } from '../../testing/who-may-what.js';

type Outcome = 'allowed' | 'signed-out' | 'not-for-the-role' | 'not-for-the-record' | 'fault';

const columns = roles.filter((role) => role !== 'prosjektleder2');

describe('who may what, as the table for people says it,', () => {
  let application: TestApplication;
  let operations: DescribedOperation[];
  let records: ReachedRecords;
  const table = new Map<string, Allowance>(readWhoMayWhat().map((line) => [line.operationId, line]));

  beforeAll(async () => {
    application = await testApplication();
    operations = await describedOperations(application);
    records = await ReachedRecords.prepare(application);
  });

  /** Asks as a role, which signs in again after what may have ended its session. */
  async function ask(role: TestRole, operation: DescribedOperation, attempt: Attempt): Promise<Answer> {
    const headers = attempt.version === undefined ? undefined : { 'if-match': `"v${attempt.version}"` };
    const client = await application.as(role);
    const answer = await client.ask(operation.method as 'GET', attempt.url, attempt.body, headers);
    if (operation.group === 'session' && operation.method !== 'GET') await application.asAnew(role);
    return answer;
  }

  it('has each operation of the API once, under the heading the documentation has it under, and no other', () => {
    const missing = operations.filter(({ operationId }) => !table.has(operationId));
    expect(missing.map((operation) => `under ${operation.group}: ${suggested(operation)}`))
      .withContext('shared/docs/who-may-what.md lacks these lines; see to it that they are what is meant')
      .toEqual([]);
    const known = new Map(operations.map(({ operationId, group }) => [operationId, group]));
    const lines = readWhoMayWhat();
    expect(lines.filter(({ operationId }) => !known.has(operationId)).map(({ operationId }) => operationId))
      .withContext('no longer operations')
      .toEqual([]);
    for (const { operationId, group } of lines) expect(group).withContext(operationId).toBe(known.get(operationId)!);
    expect(lines.length).toBe(table.size);
  });

  it('asks who is not signed in to sign in, but for what is open to all', async () => {
    for (const operation of operations) {
      const { url, body } = await records.attempt(operation, 'prosjektleder', 'elsewhere');
      const answer = await application.nobody.ask(operation.method as 'GET', url, body);
      const expected = table.get(operation.operationId)?.nobody === 'all' ? 'allowed' : 'signed-out';
      expect(outcomeOf(answer))
        .withContext(`${operation.operationId}: ${answer.text.slice(0, 200)}`)
        .toBe(expected);
    }
  });

  for (const role of columns) {
    it(`is what ${role} meets, on near and far records`, async () => {
      let asked = 0;
      for (const operation of operations) {
        const extent = table.get(operation.operationId)?.roles.get(role) ?? '–';
        for (const reach of records.reachesOf(operation)) {
          const expected = expectedOf(extent, reach);
          const attempt = await records.attempt(operation, role, reach);
          // without the version it has seen a project is let through to that very question, and left as it is
          const onProject = expected === 'allowed' && operation.path.startsWith('/api/projects/{number}');
          const before = expected === 'allowed' ? '' : await records.footprint();
          const answer = await ask(role, operation, onProject ? { ...attempt, version: undefined } : attempt);
          const where = `${role} ${operation.method} ${attempt.url} (${reach}): ${answer.status} ${answer.text.slice(0, 300)}`;
          expect(outcomeOf(answer)).withContext(where).toBe(expected);
          if (expected !== 'allowed')
            expect(await records.footprint())
              .withContext(where)
              .toBe(before);
          else if (records.knows(operation))
            expect(answer.status < 300 || (onProject && answer.status === 428))
              .withContext(where)
              .toBeTrue();
          asked += 1;
        }
      }
      expect(asked).toBeGreaterThan(80);
    });
  }

  describe('when the id of another record is put in', () => {
    const theirs = { kind: 'partial', statement: 'Vegen gir sentrum en ny adkomst.' };
    const green = { progress: 'green', economy: 'green', quality: 'green', scope: 'green', risk: 'green' };

    /** Asks with the version of the record in the address, so that only whose it is can be in the way. */
    async function swapped(role: TestRole, method: string, record: string, rest: string, body?: object) {
      const before = await records.footprint();
      const version = await records.versionOf(record);
      const answer = await (
        await application.as(role)
      ).ask(method as 'PUT', `${record}${rest}`, body, { 'if-match': `"v${version}"` });
      expect(await records.footprint())
        .withContext(`${role} ${method} ${record}${rest}`)
        .toBe(before);
      return refusal(answer).slice(0, 2);
    }

    it('refuses another sector’s project, whatever hangs on it', async () => {
      const far = `/api/projects/${records.numberOf('prosjektleder', 'elsewhere')}`;
      const frame = await records.frameDecisionOf(records.numberOf('prosjektleder', 'elsewhere'));
      const report = { ...green, overall: 'green', summary: 'Ja.' };
      const refused = [403, 'not-your-project'];
      for (const role of ['prosjektleder', 'prosjekteier', 'sektoradmin', 'kommunalsjef'] as const) {
        expect(await swapped(role, 'PATCH', far, '', { place: 'Biri' })).toEqual(refused);
        expect(await swapped(role, 'PUT', far, '/contributions/BY-A2', theirs)).toEqual(refused);
        expect(await swapped(role, 'DELETE', far, '/contributions/BY-A1')).toEqual(refused);
        expect(await swapped(role, 'POST', far, '/status-reports', report)).toEqual(refused);
      }
      for (const role of ['sektoradmin', 'kommunalsjef'] as const) {
        expect(await swapped(role, 'PATCH', far, `/frame-decisions/${frame}`, { amountOre: 1 })).toEqual(refused);
        expect(await swapped(role, 'DELETE', far, `/frame-decisions/${frame}`)).toEqual(refused);
        expect(await swapped(role, 'DELETE', far, '/contributions/BY-A1/approval')).toEqual(refused);
      }
    });

    it('does not find another project’s frame decision or contribution below one’s own', async () => {
      const own = `/api/projects/${records.numberOf('sektoradmin', 'sector')}`;
      const far = records.numberOf('sektoradmin', 'elsewhere');
      const leader = await application.as('kommunedirektor');
      const version = await records.versionOf(`/api/projects/${far}`);
      const made = await leader.put(`/api/projects/${far}/contributions/BY-A3`, theirs, {
        'if-match': `"v${version}"`,
      });
      expect(made.status).toBe(201);
      const frame = await records.frameDecisionOf(far);
      for (const role of ['sektoradmin', 'kommunalsjef', 'controller'] as const) {
        expect(await swapped(role, 'PATCH', own, `/frame-decisions/${frame}`, { amountOre: 1 })).toEqual([
          404,
          'not-found',
        ]);
        expect(await swapped(role, 'DELETE', own, `/frame-decisions/${frame}`)).toEqual([404, 'not-found']);
      }
      for (const role of ['sektoradmin', 'kommunalsjef', 'planradgiver'] as const) {
        expect(await swapped(role, 'DELETE', own, '/contributions/BY-A3')).toEqual([404, 'not-found']);
        expect(await swapped(role, 'POST', own, '/contributions/BY-A3/approval')).toEqual([404, 'not-found']);
      }
    });

    it('does not find another strategy’s exception or driftstiltak below one’s own', async () => {
      const own = records.strategyAt('sector');
      const exception = await records.exception('decideException', 'kommunalsjef', 'elsewhere');
      const measure = await records.operationalMeasure('elsewhere');
      expect(await swapped('kommunalsjef', 'DELETE', own, `/exceptions/${exception}`)).toEqual([404, 'not-found']);
      expect(await swapped('kommunalsjef', 'PATCH', own, `/exceptions/${exception}`, {})).toEqual([404, 'not-found']);
      for (const role of ['kommunalsjef', 'sektoradmin'] as const) {
        const change = { unit: 'Skole' };
        expect(await swapped(role, 'PATCH', own, `/operational-measures/${measure}`, change)).toEqual([
          404,
          'not-found',
        ]);
        expect(await swapped(role, 'DELETE', own, `/operational-measures/${measure}`)).toEqual([404, 'not-found']);
      }
    });

    it('moves no project of one’s own into another sector, nor takes one from there', async () => {
      const near = `/api/projects/${records.numberOf('sektoradmin', 'sector')}`;
      const far = `/api/projects/${records.numberOf('sektoradmin', 'elsewhere')}`;
      for (const role of ['sektoradmin', 'kommunalsjef'] as const) {
        expect(await swapped(role, 'PATCH', near, '', { sector: 'oppvekst' })).toEqual([403, 'not-your-sector']);
        expect(await swapped(role, 'PATCH', far, '', { sector: 'samfunnsutvikling' })).toEqual([
          403,
          'not-your-project',
        ]);
      }
    });
  });
});

function outcomeOf({ status, problem }: Answer): Outcome {
  if (status >= 500) return 'fault';
  if (status === 401 && problem.code === 'sign-in-required') return 'signed-out';
  if (status !== 403) return 'allowed';
  return problem.code === 'not-allowed' ? 'not-for-the-role' : 'not-for-the-record';
}

function expectedOf(extent: Extent, reach: Reach): Outcome {
  if (extent === '–') return 'not-for-the-role';
  if (extent === 'own') return reach === 'own' ? 'allowed' : 'not-for-the-record';
  if (extent === 'sector') return reach === 'elsewhere' ? 'not-for-the-record' : 'allowed';
  return 'allowed';
}

/** What the list of permissions and scopes would make of it. */
function suggested({ summary, operationId, permission, public: open, method }: DescribedOperation): string {
  return lineOf(summary, operationId, (who) => {
    if (open) return 'all';
    if (who === 'nobody') return '–';
    return permission === undefined ? 'self' : extentOf(roleOf[who], permission, method);
  });
}

function extentOf(role: (typeof roleOf)[TestRole], permission: Permission, method: string): Extent {
  if (!permissionsOfRole[role].includes(permission)) return '–';
  return method === 'GET' || scopeOfRole[role] === 'municipality' ? 'all' : scopeOfRole[role];
}
