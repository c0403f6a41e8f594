import { deviation, formatKroner, formatMillions, formatThousands, largestOre, parseKroner } from './kroner.js';
import { Ore } from './money.js';

describe('kroner as people type them', () => {
  const read: [string, string, number][] = [
    ['spaces between groups', '1 234 567,89', 123_456_789],
    ['no-break spaces', '1\u00a0234\u00a0567,89', 123_456_789],
    ['narrow no-break spaces', '1\u202f234\u202f567,89', 123_456_789],
    ['thin spaces', '1\u2009234\u2009567,89', 123_456_789],
    ['no groups', '1234567,89', 123_456_789],
    ['no decimals', '48 200 000', 4_820_000_000],
    ['one decimal', '0,5', 50],
    ['a minus sign', '\u22121 234,50', -123_450],
    ['a hyphen for minus', '-1 234,50', -123_450],
    ['a hyphen and a space', '- 200', -20_000],
    ['kr before', 'kr 1 200', 120_000],
    ['kr. before', 'kr. 1 200', 120_000],
    ['kr after', '1 200 kr', 120_000],
    ['kr. after', '1 200 kr.', 120_000],
    ['outer blanks', '  12\u00a0', 1_200],
    ['zero', '0', 0],
    ['an amount that floats would round', '0,29', 29],
    ['the largest', '9 000 000 000 000', largestOre],
  ];
  for (const [title, text, ore] of read) it(`reads ${title}`, () => expect(parseKroner(text)).toEqual({ ore }));

  it('never gives minus zero', () => {
    const result = parseKroner('−0');
    expect('ore' in result && Object.is(result.ore, 0)).toBeTrue();
  });

  const refused: [string, string][] = [
    ['', 'empty'],
    ['  ', 'empty'],
    ['kr', 'empty'],
    ['1.234', 'ambiguous-point'],
    ['1.234,50', 'ambiguous-point'],
    ['1234.50', 'ambiguous-point'],
    ['1,234', 'too-many-decimals'],
    ['12,345', 'too-many-decimals'],
    ['12 34', 'not-a-number'],
    ['1 2345', 'not-a-number'],
    ['1234 567', 'not-a-number'],
    ['12,', 'not-a-number'],
    [',5', 'not-a-number'],
    ['1,2,3', 'not-a-number'],
    ['--1', 'not-a-number'],
    ['ti', 'not-a-number'],
    ['1e6', 'not-a-number'],
    ['9 000 000 000 000,01', 'too-large'],
    ['99999999999999999999', 'too-large'],
  ];
  for (const [text, mistake] of refused)
    it(`refuses «${text}» as ${mistake}`, () => expect(parseKroner(text)).toEqual({ mistake } as never));
});

describe('kroner as they are written', () => {
  it('have no-break spaces, a decimal comma and a real minus', () => {
    expect(formatKroner(123_456_789)).toBe('1\u00a0234\u00a0567,89');
    expect(formatKroner(-123_450)).toBe('\u22121\u00a0234,50');
  });

  it('leave out øre that are zero', () => {
    expect([formatKroner(0), formatKroner(100), formatKroner(99_900), formatKroner(100_000)]).toEqual([
      '0',
      '1',
      '999',
      '1\u00a0000',
    ]);
  });

  it('keep small amounts whole', () => {
    expect([formatKroner(5), formatKroner(-5), formatKroner(50)]).toEqual(['0,05', '\u22120,05', '0,50']);
  });

  it('are read back as they were', () => {
    for (const ore of [0, 1, -1, 99, 100, 123_456_789, -4_820_000_000, largestOre, -largestOre])
      expect(parseKroner(formatKroner(ore))).toEqual({ ore });
  });

  it('in millions have one decimal, rounded half away from zero', () => {
    expect([formatMillions(4_999_999), formatMillions(5_000_000), formatMillions(-5_000_000)]).toEqual([
      '0,0',
      '0,1',
      '\u22120,1',
    ]);
    expect(formatMillions(120_450_000_000)).toBe('1\u00a0204,5');
    expect(formatMillions(-1)).toBe('0,0');
  });

  it('in thousands have none', () => {
    expect([formatThousands(49_999), formatThousands(50_000), formatThousands(-50_000)]).toEqual(['0', '1', '\u22121']);
    expect(formatThousands(120_400_000)).toBe('1\u00a0204');
  });
});

describe('amounts in øre', () => {
  it('are whole and no larger than 9 000 mrd. kr', () => {
    const accepts = (ore: number) => Ore.safeParse(ore).success;
    expect([0.5, largestOre, -largestOre, largestOre + 1].map(accepts)).toEqual([false, true, true, false]);
    expect(Number.isSafeInteger(largestOre)).toBeTrue();
  });

  it('deviate by budget less forecast: negative is merforbruk', () => {
    expect(deviation(100_00, 120_00)).toBe(-20_00);
    expect(deviation(120_00, 100_00)).toBe(20_00);
    expect([deviation(null, 100), deviation(100, null), deviation(0, 0)]).toEqual([null, null, 0]);
  });
});
