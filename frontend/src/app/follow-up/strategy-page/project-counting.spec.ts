import { contributing } from '../../../testing/strategy';
import { whyNotCounting } from './project-counting';

const today = '2026-11-23';

describe('why a project does not count', () => {
  it('is nothing for one that counts', () => {
    expect(whyNotCounting(contributing, today)).toBeNull();
  });

  it('is first of all that the link is not approved', () => {
    expect(whyNotCounting({ ...contributing, counts: false, approved: false, lifecycle: 'stopped' }, today)).toBe(
      'not-approved',
    );
  });

  it('is the lifecycle where the project is over or halted', () => {
    for (const lifecycle of ['finished', 'postponed', 'stopped', 'rejected'] as const)
      expect(whyNotCounting({ ...contributing, counts: false, lifecycle }, today)).toBe(lifecycle);
  });

  it('is that the project is only an idea', () => {
    expect(whyNotCounting({ ...contributing, counts: false, category: 'concept' }, today)).toBe('early');
  });

  it('is a start more than twelve months ahead, or none', () => {
    const waiting = { ...contributing, counts: false, lifecycle: 'not-started' } as const;
    expect(whyNotCounting({ ...waiting, startsOn: '2027-11-24' }, today)).toBe('starts-late');
    expect(whyNotCounting({ ...waiting, startsOn: null }, today)).toBe('no-start');
  });
});
