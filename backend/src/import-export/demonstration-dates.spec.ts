import { caseNumberOf, dateAt, endAt, meetingAt, startAt, withDates } from './demonstration-dates.js';

describe('dates of the demonstration', () => {
  it('are reckoned in calendar months or days from a day', () => {
    expect(dateAt('-18m', '2026-11-23')).toBe('2025-05-23');
    expect(dateAt('+3m', '2026-11-30')).toBe('2027-02-28');
    expect(dateAt('+21d', '2026-11-23')).toBe('2026-12-14');
  });

  it('begin and end work with a month, and keep days that are given as days', () => {
    expect(startAt('-18m', '2026-11-23')).toBe('2025-05-01');
    expect(endAt('+3m', '2026-11-23')).toBe('2027-02-28');
    expect(startAt('+21d', '2026-11-23')).toBe('2026-12-14');
    expect(endAt('-12d', '2026-11-23')).toBe('2026-11-11');
  });

  it('let councils decide on the last Thursday not after the day', () => {
    expect(meetingAt('-4d', '2026-11-23')).toBe('2026-11-19'); // a Thursday itself
    expect(meetingAt('-5d', '2026-11-23')).toBe('2026-11-12');
  });

  it('give case numbers the year of their decision', () => {
    expect(caseNumberOf(1187, '2024-11-21')).toBe('24/1187');
  });

  it('stand in texts as Norwegians write them', () => {
    expect(withDates('Vedtatt {-21d}, gjelder for {year} og {year+1}.', '2026-11-23')).toBe(
      'Vedtatt 02.11.2026, gjelder for 2026 og 2027.',
    );
    expect(withDates('Økt med 4,5 mill. kr.', '2026-11-23')).toBe('Økt med 4,5 mill. kr.');
  });
});
