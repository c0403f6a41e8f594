import type { SessionView } from '#shared';
import { type TestApplication, testApplication } from './test-application.js';

describe('a test application', () => {
  let application: TestApplication;

  beforeAll(async () => {
    application = await testApplication();
  });

  it('is the whole application, asked as any role', async () => {
    const director = await application.as('kommunalsjef');
    const { body } = await director.get<SessionView>('/api/session');
    expect(body.account.roles).toEqual(['sector-director']);
  });

  it('is asked by somebody who is not signed in too', async () => {
    const { status, problem } = await application.nobody.get('/api/people');
    expect([status, problem.code]).toEqual([401, 'sign-in-required']);
  });
});
