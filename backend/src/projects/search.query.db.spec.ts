import type { SearchAnswer } from '#shared';
import { refusal, registerProject } from '../../testing/projects.js';
import { type Client, type TestApplication, testApplication } from '../../testing/test-application.js';

describe('searching', () => {
  let application: TestApplication;
  let client: Client;

  beforeAll(async () => {
    application = await testApplication();
    client = await application.as('prosjektleder');
    await registerProject(client, { name: 'Huntonarmen', description: 'Ny adkomst til sentrum' });
    await registerProject(client, { name: 'Ny sentrumsadkomst', caseNumber: '26/1234' });
    for (let n = 0; n < 9; n += 1) await registerProject(client, { name: `Skoleveg 100_${n}` });
  });

  const find = async (q: string) => (await client.get<SearchAnswer>(`/api/search?q=${encodeURIComponent(q)}`)).body;

  it('finds a strategy by its code before its measures, and a measure by its own', async () => {
    const { strategies } = await find('by-a1');
    expect(strategies.slice(0, 2).map(({ code }) => code)).toEqual(['BY-A1', 'BY-A1.1']);
    expect(strategies.every(({ strategyCode }) => strategyCode.startsWith('BY-A1'))).toBeTrue();
    expect((await find('BY-A1.3')).strategies[0]).toEqual(
      jasmine.objectContaining({ plan: 'langtidsplan-2018', code: 'BY-A1.3', strategyCode: 'BY-A1' }),
    );
  });

  it('finds strategies by all of the words, wherever they stand', async () => {
    const { strategies } = await find('gjøvik UNIVERSITETSBY identitet');
    expect(strategies.map(({ code }) => code)).toEqual(['BY-I1']);
  });

  it('finds projects by number, by name before description, and by case number', async () => {
    const { projects } = await find('adkomst');
    expect(projects.map(({ name }) => name)).toEqual(['Ny sentrumsadkomst', 'Huntonarmen']);
    const year = projects[0]!.number.slice(0, 4);
    expect((await find(`${year}-001`)).projects[0]!.name).toBe('Huntonarmen');
    expect((await find('26/1234')).projects.map(({ name }) => name)).toEqual(['Ny sentrumsadkomst']);
  });

  it('shows at most eight of a kind', async () => {
    const { projects, strategies } = await find('e');
    expect([projects.length, strategies.length]).toEqual([8, 8]);
  });

  it('takes what is typed as it stands', async () => {
    expect((await find('100%0')).projects).toEqual([]);
    expect((await find('100_3')).projects.map(({ name }) => name)).toEqual(['Skoleveg 100_3']);
    expect((await find('\\')).projects).toEqual([]);
    expect((await find(`' or 1=1 --`)).projects).toEqual([]);
  });

  it('needs something to look for', async () => {
    expect(refusal(await client.get('/api/search?q=%20'))).toEqual([400, 'invalid-input', 'q: required']);
  });
});
