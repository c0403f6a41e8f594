import { IcuMessage } from './icu-message';

const say = (message: string, values = {}, locale = 'nb-NO') => new IcuMessage(message, locale).format(values);

describe('IcuMessage', () => {
  it('puts arguments in, and groups what is said to be a number', () => {
    expect(say('{name} har {count, number}', { name: 'Gjøvik', count: 2000 })).toBe('Gjøvik har 2\u00a0000');
  });

  it('takes the exact number before the plural’s class, and other when there is none', () => {
    const message = '{count, plural, =0 {ingen} one {# strategi} other {# strategier}}';
    expect([0, 1, 2].map((count) => say(message, { count }))).toEqual(['ingen', '1 strategi', '2 strategier']);
    expect(say('{count, plural, other {# prosjekt}}', { count: 1 })).toBe('1 prosjekt');
  });

  it('chooses by name, and other for a name it does not know', () => {
    const message = '{change, select, more {flere} other {}}';
    expect([say(message, { change: 'more' }), say(message, { change: 'x' })]).toEqual(['flere', '']);
  });

  it('keeps the number of the plural around a tag', () => {
    const parts = new IcuMessage('{red, plural, other {<red># røde</red>}}.', 'nb-NO').parts(
      { red: 4 },
      {
        red: (text) => ({ text }),
      },
    );
    expect(parts).toEqual([{ text: '4 røde' }, '.']);
  });

  it('is the text within a tag that nobody makes anything of', () => {
    expect(say('<all>{total}</all> strategier', { total: 71 })).toBe('71 strategier');
  });

  for (const broken of ['{name', 'navn}', '{count, plural, one {#}', '<a>uten slutt', '{count, date}'])
    it(`refuses ${broken}`, () => {
      expect(() => say(broken)).toThrowError(/^Unreadable message/);
    });
});
