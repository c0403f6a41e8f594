import type { PersonList, ProjectList } from '#shared';
import { type DescribedOperation, addressOf, asOf, describedOperations } from '../../testing/described-reads.js';
import { refusal } from '../../testing/projects.js';
import { type Answer, type Client, type TestApplication, testApplication } from '../../testing/test-application.js';

/** What is of now, or of the process, and has no past. */
const withoutPast = ['readSession', 'listSessions', 'listOpenSessions', 'listDemoAccounts'];
const ofTheProcess = ['checkLive', 'checkReady'];

describe('every read, as of an instant,', () => {
  let application: TestApplication;
  let auditor: Client;
  let reads: DescribedOperation[];
  let values: Record<string, string>;

  beforeAll(async () => {
    application = await testApplication({ PLANSPOR_DEMO: 'on' });
    auditor = await application.as('revisor');
    const operations = await describedOperations(application);
    reads = operations.filter(
      ({ method, operationId }) => method === 'GET' && ![...withoutPast, ...ofTheProcess].includes(operationId),
    );
    const { body } = await auditor.get<ProjectList>('/api/projects?light=green,yellow,red');
    const carrying = body.items.find(({ strategies }) => strategies.length > 0)!;
    const { body: people } = await auditor.get<PersonList>('/api/people');
    values = {
      plan: 'langtidsplan-2018',
      code: carrying.strategies[0]!,
      number: carrying.number,
      account: people.items[0]!.id,
      q: 'sentrum',
      year: String(new Date().getFullYear()),
    };
  });

  it('is asked for by what the description says', () => {
    expect(reads.length).toBeGreaterThan(15);
    for (const { operationId, query } of reads) expect(query).withContext(operationId).toContain('as-of');
  });

  it('has nothing of before the first change, however much it has now', async () => {
    for (const read of reads) {
      const address = addressOf(read, values);
      const now = await auditor.get(address);
      expect(now.status).withContext(address).toBe(200);
      expect(holdsNothing(now)).withContext(`${address} now`).toBeFalse();
      const before = await auditor.get(asOf(address, '2001-01-01'));
      expect(holdsNothing(before)).withContext(`${address}: ${before.status} ${before.text}`).toBeTrue();
    }
  });

  it('answers for every instant there has been a change, in the middle of the first start too', async () => {
    const changes = await application.database.dataSource.query<{ at: string }[]>(
      `select distinct on (change.action) to_char(change.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
       from change order by change.action, change.number`,
    );
    expect(changes.length).toBeGreaterThan(5);
    for (const { at } of changes)
      for (const read of reads) {
        const { status, text } = await auditor.get(asOf(addressOf(read, values), at));
        expect([200, 404]).withContext(`${read.operationId} as of ${at}: ${text}`).toContain(status);
      }
  });

  it('is refused when it is ahead of now, or neither date nor instant', async () => {
    for (const read of reads) {
      const address = addressOf(read, values);
      expect(refusal(await auditor.get(asOf(address, '2199-01-01'))))
        .withContext(address)
        .toEqual([400, 'as-of-in-the-future', 'as-of: as-of-in-the-future']);
      const [status, code, field] = refusal(await auditor.get(asOf(address, 'i fjor')));
      expect([status, code, field?.split(':')[0]])
        .withContext(address)
        .toEqual([400, 'invalid-input', 'as-of']);
    }
  });

  it('is refused where there is only now: who one is', async () => {
    expect(refusal(await auditor.get('/api/session?as-of=2026-01-01'))).toEqual([
      400,
      'invalid-input',
      'as-of: unknown-field',
    ]);
    expect(refusal(await application.nobody.get('/api/session/demo-accounts?as-of=2026-01-01'))).toEqual([
      400,
      'invalid-input',
      'as-of: unknown-field',
    ]);
  });

  it('says of nothing that it may be changed, whoever asks', async () => {
    const director = await application.as('kommunedirektor');
    const instant = new Date().toISOString();
    let able = 0;
    for (const read of reads) {
      const address = addressOf(read, values);
      const may = /"(may\w*|change|report|propose|approve|changeBudget)":true/;
      if (may.test((await director.get(address)).text)) able += 1;
      expect((await director.get(asOf(address, instant))).text)
        .withContext(address)
        .not.toMatch(may);
    }
    expect(able).toBeGreaterThan(3);
  });
});

/** No such record, or a list without anything in it. */
function holdsNothing({ status, text, body, headers }: Answer): boolean {
  if (status === 404) return true;
  if (status !== 200) return false;
  if (headers['content-type']?.startsWith('text/csv')) return text.trimEnd().split('\r\n').length === 1;
  if (Array.isArray(body)) return body.length === 0;
  const { total, ...rest } = body as Record<string, unknown>;
  return (
    total === 0 ||
    (total === undefined && Object.values(rest).every((part) => Array.isArray(part) && part.length === 0))
  );
}
