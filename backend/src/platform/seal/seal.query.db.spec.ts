import type { SealedSoFar } from '#shared';
import { type TestApplication, testApplication } from '../../../testing/test-application.js';
import { Sealing } from './sealing.js';
import { verifyDatabase } from './verify-database.js';

describe('how far the history is sealed', () => {
  let application: TestApplication;

  beforeAll(async () => {
    application = await testApplication();
  });

  it('is told by its last seal and what waits, now and as of any instant', async () => {
    const auditor = await application.as('revisor');
    const read = async (asOf = ''): Promise<SealedSoFar> =>
      (await auditor.get<SealedSoFar>(`/api/history/seal${asOf}`)).body;
    const before = await read();
    expect(before.seal).toBeNull();
    expect(before.waiting).toBeGreaterThan(2);
    await new Sealing(application.database.dataSource).sealAll();
    const sealed = await read();
    const { last } = await verifyDatabase(application.database.url);
    expect(sealed).toEqual({
      seal: { number: 1, hash: last!.hash, at: jasmine.any(String) as unknown as string, lastChange: before.waiting },
      waiting: 0,
    });
    expect(Date.parse(sealed.seal!.at)).toBe(Date.parse(last!.at));

    await application.database.dataSource.query(`select begin_change('note.written', null, null, null)`);
    expect(await read()).toEqual({ ...sealed, waiting: 1 });
    const sealedAt = encodeURIComponent(last!.at.replace('+00:00', 'Z'));
    expect(await read(`?as-of=${sealedAt}`)).toEqual(sealed);
    const [{ first }] = await application.database.dataSource.query<[{ first: string }]>(
      `select to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as first from change`,
    );
    expect(await read(`?as-of=${first}`)).toEqual({ seal: null, waiting: 1 });
    expect((await auditor.get('/api/history/seal?as-of=2001-01-01')).status).toBe(404);
  });

  it('is not for the folkevalgt, who does not read histories', async () => {
    const councillor = await application.as('folkevalgt');
    expect((await councillor.get('/api/history/seal')).status).toBe(403);
    expect((await application.nobody.get('/api/history/seal')).status).toBe(401);
  });
});
