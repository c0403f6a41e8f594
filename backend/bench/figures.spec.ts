import { figuresOf, percentile, table, threeFigures } from './figures.js';

describe('figures of the benchmark', () => {
  it('take the smallest time that so many in a hundred are not above', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect([percentile(hundred, 50), percentile(hundred, 95), percentile(hundred, 99)]).toEqual([50, 95, 99]);
    expect(percentile([7], 50)).toBe(7);
    expect(percentile([7], 99)).toBe(7);
    expect(percentile([], 50)).toBeNaN();
  });

  it('put rounds together: percentiles over all acts, the rate over all the time', () => {
    const figures = figuresOf([
      { times: [3, 1], seconds: 1 },
      { times: [2, 4], seconds: 3 },
    ]);
    expect(figures).toEqual({ acts: 4, p50: 2, p95: 4, p99: 4, perSecond: 1 });
  });

  it('are told with three figures, which is what is known', () => {
    expect([0.4251, 12.64, 347.9, Number.NaN].map(threeFigures)).toEqual(['0.43', '12.6', '348', '–']);
  });

  it('stand in columns as wide as their widest cell', () => {
    expect(table(['', 'M'], [['Projects', '400']])).toBe('            M\n────────  ───\nProjects  400');
  });
});
