import { readAsOf } from './instant.js';

describe('as-of', () => {
  const now = new Date('2026-11-23T10:00:00.000Z');

  for (const [date, season, instant] of [
    ['2026-11-22', 'in winter', '2026-11-22T22:59:59.999999Z'],
    ['2026-08-31', 'in summer', '2026-08-31T21:59:59.999999Z'],
    ['2026-03-29', 'when the clock goes forward', '2026-03-29T21:59:59.999999Z'],
    ['2026-03-28', 'the day before it does', '2026-03-28T22:59:59.999999Z'],
    ['2026-10-25', 'when the clock goes back', '2026-10-25T22:59:59.999999Z'],
    ['2026-10-24', 'the day before it does', '2026-10-24T21:59:59.999999Z'],
  ] as const)
    it(`a date is the end of that day in Norway: ${date}, ${season}`, () => {
      expect(readAsOf(date, now)).toEqual({ instant, date });
    });

  it('an instant is that instant, and the date it falls on in Norway', () => {
    expect(readAsOf('2026-08-31T22:30:00+00:00', now)).toEqual({
      instant: '2026-08-31T22:30:00+00:00',
      date: '2026-09-01',
    });
    expect(readAsOf(now.toISOString(), now)?.date).toBe('2026-11-23');
  });

  it('today’s date is now, and so is no date at all', () => {
    expect(readAsOf('2026-11-23', now)).toBeNull();
    expect(readAsOf(undefined, now)).toBeNull();
  });

  it('is never ahead of now', () => {
    for (const ahead of ['2026-11-24', '2026-11-23T10:00:00.001Z'])
      expect(() => readAsOf(ahead, now)).toThrowMatching(({ code }) => code === 'as-of-in-the-future');
  });

  it('is today in Norway while the day before still runs in UTC', () => {
    expect(readAsOf('2026-11-24', new Date('2026-11-23T23:00:00.000Z'))).toBeNull();
  });
});
