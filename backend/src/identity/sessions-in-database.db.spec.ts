import type { Overview } from '#shared';
import { type Client, type TestApplication, testApplication } from '../../testing/test-application.js';
import { Sessions } from '../platform/access.guard.js';

describe('who is signed in, as it was heard a moment ago', () => {
  const began = new Date('2026-11-02T09:00:00Z').getTime();
  const after = (milliseconds: number): Date => new Date(began + milliseconds);
  let test: TestApplication;
  let sessions: Sessions;
  let token: string;

  const ask = async (times: number, pause: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) await sessions.actorOf(token, after(time * pause));
  };

  beforeEach(async () => {
    test = await testApplication();
    sessions = test.app.get(Sessions);
    token = (await test.as('kommunedirektor')).cookie!.replace('planspor=', '');
  });

  it('serves only a session that has been asked for sixteen times without pause, for less than 20 ms', async () => {
    await ask(15, 1);
    expect(sessions.justAsked(token, after(15))).toBeUndefined();
    await ask(16, 1);
    const { actor, revision } = await sessions.actorOf(token, after(16));
    expect(sessions.justAsked(token, after(35))).toEqual({ actor, revision });
    expect(sessions.justAsked(token, after(36))).toBeUndefined();
  });

  it('does not serve one that asks every 40 ms, however long', async () => {
    await ask(40, 40);
    expect(sessions.justAsked(token, after(39 * 40))).toBeUndefined();
  });

  it('serves one that asks every 39 ms', async () => {
    await ask(16, 39);
    expect(sessions.justAsked(token, after(15 * 39))).toBeDefined();
  });

  it('does not serve after something was written here, nor what was asked before and is heard after', async () => {
    await ask(16, 1);
    sessions.forget();
    expect(sessions.justAsked(token, after(16))).toBeUndefined();
    await ask(16, 1);
    const underWay = sessions.actorOf(token, after(17));
    sessions.forget();
    await underWay;
    for (let time = 0; time < 14; time += 1) await sessions.actorOf(token, after(18 + time));
    expect(sessions.justAsked(token, after(32))).toBeUndefined();
  });

  it('hears of all that are read without pause in one asking', async () => {
    const other = (await test.as('prosjektleder')).cookie!.replace('planspor=', '');
    for (let time = 0; time < 16; time += 1)
      await Promise.all([token, other].map((one) => sessions.actorOf(one, after(time))));
    expect(sessions.justAsked(other, after(16))).toBeDefined();
    await sessions.actorOf(token, after(30));
    expect(sessions.justAsked(token, after(49))).toBeDefined();
    expect(sessions.justAsked(other, after(49))).toBeDefined();
  });

  it('does not ask for one that has not been read since', async () => {
    const other = (await test.as('prosjektleder')).cookie!.replace('planspor=', '');
    for (let time = 0; time < 16; time += 1)
      await Promise.all([token, other].map((one) => sessions.actorOf(one, after(time))));
    await sessions.actorOf(token, after(30));
    expect(sessions.justAsked(other, after(35))).toBeUndefined();
  });

  it('serves nobody who is not signed in', async () => {
    const unknown = 'x'.repeat(43);
    for (let time = 0; time < 20; time += 1) await sessions.actorOf(unknown, after(time));
    expect(sessions.justAsked(unknown, after(20))).toBeUndefined();
    expect(sessions.justAsked(undefined, after(20))).toBeUndefined();
  });

  describe('by one who reads without pause', () => {
    let reader: Client;
    const readMuch = async (): Promise<void> => {
      for (let time = 0; time < 200; time += 1) await reader.get('/api/overview');
    };

    beforeEach(async () => {
      reader = await test.as('kommunedirektor');
      await readMuch();
    });

    it('asks the database seldom, and answers the same bytes and headers', async () => {
      const asked = spyOn(sessions, 'actorOf').and.callThrough();
      const usual = await (await test.as('kommunedirektor')).get('/api/overview');
      const before = asked.calls.count();
      await readMuch();
      expect(asked.calls.count() - before).toBeLessThan(200);
      const { text, headers } = await reader.get('/api/overview');
      expect(text).toBe(usual.text);
      expect(Object.keys(headers).sort()).toEqual(Object.keys(usual.headers).sort());
    });

    it('shows what was written here in the very next read, and turns away at once who has signed out', async () => {
      const { body: before } = await reader.get<Overview>('/api/overview');
      const registered = await (
        await test.as('kommunedirektor')
      ).post('/api/projects', {
        ...{ name: 'Nytt mens noen leser', sector: 'oppvekst', phase: 'ide' },
      });
      expect(registered.status).toBe(201);
      const { body: now } = await reader.get<Overview>('/api/overview');
      expect(now).not.toEqual(before);
      await readMuch();
      await reader.delete('/api/session');
      expect((await reader.get('/api/overview')).status).toBe(401);
    });

    it('shows what was written elsewhere when 20 ms have passed', async () => {
      await test.database.dataSource.query('delete from session');
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect((await reader.get('/api/overview')).status).toBe(401);
    });
  });
});
