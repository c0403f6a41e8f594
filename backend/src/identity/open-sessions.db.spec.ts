import type { HistoryPage, OpenSessionList } from '#shared';
import { refusal } from '../../testing/projects.js';
import { type Client, type TestApplication, testApplication } from '../../testing/test-application.js';
import { LoadMunicipality } from './load-municipality.js';

const nobodys = '00000000-0000-4000-8000-000000000000';

describe('who is signed in', () => {
  let application: TestApplication;
  let administrator: Client;

  beforeEach(async () => {
    application = await testApplication({}, [LoadMunicipality]);
    administrator = await application.as('administrator');
  });

  const list = async (query = '') => (await administrator.get<OpenSessionList>(`/api/open-sessions${query}`)).body;
  const age = (column: string, minutes: number, name: string) =>
    application.database.dataSource.query(
      `update session set ${column} = now() - make_interval(mins => $1)
       where account_id = (select id from account where name = $2)`,
      [minutes, name],
    );

  it('is said of everybody, with the device, and with the session that asks marked', async () => {
    await application.as('revisor');
    const { total, items } = await list();
    expect(total).toBe(2);
    expect(items.map(({ current }) => current).sort()).toEqual([false, true]);
    for (const item of items) {
      expect(item.person.name).not.toBe('');
      expect(item).toEqual(jasmine.objectContaining({ browser: 'other', machine: 'other', way: 'password' }));
    }
  });

  it('is found by name and paged', async () => {
    await application.as('revisor');
    const other = (await list()).items.find(({ current }) => !current)!;
    const found = await list(`?q=${encodeURIComponent(other.person.name.toUpperCase())}`);
    expect(found.items.map(({ id }) => id)).toEqual([other.id]);
    const second = await list('?page=2&size=1');
    expect([second.total, second.items.length]).toEqual([2, 1]);
  });

  it('leaves out a session that has been idle for an hour, and not one of a minute less', async () => {
    await application.as('revisor');
    const { name } = (await list()).items.find(({ current }) => !current)!.person;
    await age('last_seen_at', 59, name);
    expect((await list()).total).toBe(2);
    await age('last_seen_at', 60, name);
    expect((await list()).total).toBe(1);
  });

  it('ends at once where the administrator ends it, and the history of whose it was says by whom', async () => {
    const auditor = await application.as('revisor');
    const { items } = await list();
    const other = items.find(({ current }) => !current)!;
    expect((await administrator.ask('DELETE', `/api/open-sessions/${other.id}`)).status).toBe(204);
    expect((await auditor.get('/api/session')).status).toBe(401);
    expect((await list()).total).toBe(1);
    const { body } = await administrator.get<HistoryPage>(`/api/accounts/${other.person.id}/history`);
    expect(body.items.filter(({ action }) => action === 'session.ended').map(({ by }) => by)).toEqual([
      items.find(({ current }) => current)!.person.name,
    ]);
  });

  it('is not found when it is over already, and then nothing is said to have happened', async () => {
    const { name } = (await list()).items[0]!.person;
    await application.as('revisor');
    const other = (await list()).items.find(({ person }) => person.name !== name)!;
    await age('last_seen_at', 60, other.person.name);
    for (const id of [other.id, nobodys])
      expect(refusal(await administrator.ask('DELETE', `/api/open-sessions/${id}`)).slice(0, 2)).toEqual([
        404,
        'not-found',
      ]);
    const ended = await application.database.dataSource.query<unknown[]>(
      `select from change where action = 'session.ended'`,
    );
    expect(ended.length).toBe(0);
  });

  it('is for the administrator alone', async () => {
    const director = await application.as('kommunedirektor');
    const [own] = (await list()).items;
    expect((await director.get('/api/open-sessions')).status).toBe(403);
    expect((await director.ask('DELETE', `/api/open-sessions/${own!.id}`)).status).toBe(403);
    expect((await list()).total).toBe(2);
  });
});
