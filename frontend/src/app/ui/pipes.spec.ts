import { AmountPipe } from './amount.pipe';
import { DatePipe, InstantPipe } from './date.pipe';

describe('AmountPipe', () => {
  const amount = new AmountPipe();

  it('writes kroner with no-break groups and a real minus', () => {
    expect(amount.transform(-123_456_789)).toBe('\u22121\u00a0234\u00a0567,89');
  });

  it('writes millions with one decimal', () => {
    expect(amount.transform(120_450_000_000, 'millions')).toBe('1\u00a0204,5');
  });

  it('writes a dash for what is not known, and 0 for nothing', () => {
    expect(amount.transform(null)).toBe('–');
    expect(amount.transform(0)).toBe('0');
  });
});

describe('DatePipe and InstantPipe', () => {
  it('write a date as Norwegians do', () => {
    expect(new DatePipe().transform('2026-11-23')).toBe('23.11.2026');
    expect(new DatePipe().transform(null)).toBe('–');
  });

  it('write an instant as the clock was in Norway, also when that is the next day', () => {
    expect(new InstantPipe().transform('2026-11-23T16:56:00Z')).toBe('23.11.2026 kl. 17.56');
    expect(new InstantPipe().transform('2026-07-31T22:30:00Z')).toBe('01.08.2026 kl. 00.30');
    expect(new InstantPipe().transform('2026-07-31T22:30:00Z', 'day')).toBe('01.08.2026');
  });
});
