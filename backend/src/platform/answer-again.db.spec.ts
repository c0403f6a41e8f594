import type { Overview, ProjectList } from '#shared';
import { type Client, type TestApplication, testApplication } from '../../testing/test-application.js';
import { Sessions } from './access.guard.js';

describe('a path that has been read before', () => {
  let test: TestApplication;
  let director: Client;

  beforeAll(async () => {
    test = await testApplication();
    director = await test.as('kommunedirektor');
  });

  const bothTimes = async (url: string, headers: Record<string, string> = {}) => [
    await director.get(url, headers),
    await director.get(url, headers),
  ];

  it('is answered alike the second time, headers and bytes', async () => {
    for (const url of ['/api/overview', '/api/projects?sort=name', '/api/plans/langtidsplan-2018']) {
      const [first, second] = await bothTimes(url, { 'accept-language': 'nn' });
      const { date: _, 'x-request-id': __, ...headers } = second!.headers;
      expect(second!.text).withContext(url).toBe(first!.text);
      expect(first!.headers).withContext(url).toEqual(jasmine.objectContaining(headers));
      expect(Object.keys(second!.headers).sort()).withContext(url).toEqual(Object.keys(first!.headers).sort());
    }
  });

  it('asks who is there once for each request, whether it is answered from what is kept or not', async () => {
    const asked = spyOn(test.app.get(Sessions), 'actorOf').and.callThrough();
    await director.get('/api/overview');
    await director.post('/api/projects', { name: 'Et prosjekt', sector: 'oppvekst', phase: 'ide' });
    await director.get('/api/overview');
    await director.get('/api/overview');
    expect(asked.calls.count()).toBe(4);
  });

  it('is made anew when something has changed', async () => {
    await bothTimes('/api/projects');
    const { body: before } = await director.get<ProjectList>('/api/projects');
    await director.post('/api/projects', { name: 'Enda et prosjekt', sector: 'oppvekst', phase: 'ide' });
    const after = await director.get<ProjectList>('/api/projects');
    expect(after.body.total).toBe(before.total + 1);
  });

  it('stays closed to those it is closed to, and who has signed out is turned away', async () => {
    await bothTimes('/api/overview');
    expect((await test.nobody.get('/api/overview')).status).toBe(401);
    const { body: project } = await director.post<{ number: string }>('/api/projects', {
      ...{ name: 'Med historie', sector: 'oppvekst', phase: 'ide' },
    });
    const history = `/api/projects/${project.number}/history`;
    await bothTimes(history);
    const councillor = await test.as('folkevalgt');
    expect((await councillor.get(history)).problem).toEqual(
      jasmine.objectContaining({ status: 403, code: 'not-allowed', details: { permission: 'history.read' } }),
    );
    const revisor = await test.as('revisor');
    expect((await revisor.get<Overview>('/api/overview')).status).toBe(200);
    await revisor.delete('/api/session');
    expect((await revisor.get('/api/overview')).status).toBe(401);
  });

  it('is 304 without a body to one who holds it, and 503 when the database is away', async () => {
    const [first] = await bothTimes('/api/overview');
    const held = await director.get('/api/overview', { 'if-none-match': first!.headers['etag']! });
    expect([held.status, held.text]).toEqual([304, '']);
    spyOn(test.app.get(Sessions), 'actorOf').and.rejectWith(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }));
    const away = await director.get('/api/overview');
    expect([away.status, away.problem.code]).toEqual([503, 'database-away']);
  });
});
