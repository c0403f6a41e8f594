import type { StrategyFollowUp } from '#shared';
import { type TestApplication, testApplication } from '../../testing/test-application.js';

describe('the demonstration', () => {
  let test: TestApplication;

  beforeAll(async () => {
    test = await testApplication({ PLANSPOR_DEMO: 'on' });
  });

  it('leaves BY-A1 and its measures without any link', async () => {
    const leader = await test.as('kommunedirektor');
    const followUp = await leader.get<StrategyFollowUp[]>('/api/plans/langtidsplan-2018/follow-up');
    const strategy = followUp.body.find(({ code }) => code === 'BY-A1')!;
    expect(strategy.projects).toEqual([]);
    expect(strategy.findings.map(({ rule }) => rule)).toContain('S01');
  });
});
