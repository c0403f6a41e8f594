import { addDays, addMonths, daysBetween, formatDate, osloDate, osloInstant, parseDate } from './calendar.js';
import { LocalDate } from './dates.js';

describe('months after a date (rules T11)', () => {
  const table: [string, number, string][] = [
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-01-28', 1, '2026-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ];
  for (const [date, months, expected] of table)
    it(`${months} from ${date} is ${expected}`, () => expect(addMonths(date, months)).toBe(expected));
});

describe('days', () => {
  it('go over months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('are whole also across a change to summer time', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
  });
});

describe('the date in Norway at an instant', () => {
  it('changes at midnight in winter, 23:00 in UTC', () => {
    expect(osloDate(new Date('2026-11-22T22:59:59.999Z'))).toBe('2026-11-22');
    expect(osloDate(new Date('2026-11-22T23:00:00.000Z'))).toBe('2026-11-23');
  });

  it('changes at midnight in summer, 22:00 in UTC', () => {
    expect(osloDate(new Date('2026-06-30T21:59:59.999Z'))).toBe('2026-06-30');
    expect(osloDate(new Date('2026-06-30T22:00:00.000Z'))).toBe('2026-07-01');
  });
});

describe('a date as people write it', () => {
  it('is day, month and year with points', () => {
    expect(formatDate('2026-03-01')).toBe('01.03.2026');
  });

  for (const text of ['1.3.2027', '01.03.27', ' 01.03.2027 ', '1/3/2027', '1-3-27', '1 3 2027', '2027-03-01'])
    it(`reads ${text}`, () => expect(parseDate(text)).toBe('2027-03-01'));

  for (const text of [
    '',
    '31.02.2027',
    '29.02.2027',
    '1.13.2027',
    '00.01.2027',
    '2027-02-30',
    '2027-3-1',
    'i morgen',
    '1.3',
  ])
    it(`refuses «${text}»`, () => expect(parseDate(text)).toBeNull());

  it('reads a leap day in a leap year', () => expect(parseDate('29.02.2028')).toBe('2028-02-29'));

  it('on the wire is one that exists, without a time', () => {
    const accepts = (text: string) => LocalDate.safeParse(text).success;
    expect(['2028-02-29', '2027-02-29', '2026-11-23T00:00:00Z', '23.11.2026'].map(accepts)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  for (const [date, time, instant] of [
    ['2026-11-23', '14:05', '2026-11-23T13:05:00.000Z'],
    ['2026-07-01', '14:05:30', '2026-07-01T12:05:30.000Z'],
    ['2026-03-29', '01:59:59', '2026-03-29T00:59:59.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-01-01', '00:00', '2025-12-31T23:00:00.000Z'],
  ] as const)
    it(`is ${instant} when clocks in Norway show ${time} on ${date}`, () =>
      expect(osloInstant(date, time)).toBe(instant));
});
