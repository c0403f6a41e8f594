import { csvLine, dateCell, kronerCell, textCell } from './csv.js';

describe('a line of CSV', () => {
  it('has semicolons between the cells and ends as Windows ends lines', () => {
    expect(csvLine(['2026-001', 'Ny veg', ''])).toBe('2026-001;Ny veg;\r\n');
  });

  it('has quotes around what would otherwise part cells or lines', () => {
    expect(csvLine(['a;b', 'sa «hei»', 'sa "hei"', 'to\nlinjer', 'a,b'])).toBe(
      '"a;b";sa «hei»;"sa ""hei""";"to\nlinjer";a,b\r\n',
    );
  });
});

describe('a cell', () => {
  it('of text is no formula to a spreadsheet', () => {
    for (const formula of ['=1+1', '+47 99', '-1', '@SUM(A1)', '\t=1', '\r=1'])
      expect(textCell(formula)).toBe(`'${formula}`);
    for (const text of ['Ny veg', '1-1', 'a=b', '', '−1']) expect(textCell(text)).toBe(text);
    expect(textCell(null)).toBe('');
  });

  it('of money is a number, also when it is negative', () => {
    expect(kronerCell(123_456_789)).toBe('1234567,89');
    expect(kronerCell(-100)).toBe('-1,00');
    expect([kronerCell(0), kronerCell(5), kronerCell(-5), kronerCell(50)]).toEqual(['0,00', '0,05', '-0,05', '0,50']);
    expect(kronerCell(null)).toBe('');
  });

  it('of a date is written as Norwegians write it', () => {
    expect(dateCell('2026-03-01')).toBe('01.03.2026');
    expect(dateCell(null)).toBe('');
  });
});
