import type { MoneyRow } from './council-figures.query.js';
import { moneyOf, sumsOf } from './money-sums.js';

const none = {
  sector: { code: 'kultur', name: 'Kultur' },
  phase: 'Planlegging',
  category: 'planning',
  lifecycle: 'in-progress',
  kind: 'investment',
  approvedFrameOre: null,
  accountsEarlierOre: 0,
  originalBudgetOre: null,
  revisedBudgetOre: null,
  accountsThisYearOre: null,
  deviationThisYearOre: null,
  accountsToDateOre: 0,
  finalForecastOre: null,
  deviationOre: null,
  endsOn: null,
  lights: null,
} as const;
const row = (number: string, amounts: Partial<MoneyRow>): MoneyRow => ({ ...none, number, name: number, ...amounts });
const overFrame = row('2026-001', { approvedFrameOre: 10_001, finalForecastOre: 10_003, deviationOre: -2 });
const underFrame = row('2026-002', { approvedFrameOre: 500, finalForecastOre: 499, deviationOre: 1 });
const withoutForecast = row('2026-003', { approvedFrameOre: 7 });
const withoutFrame = row('2026-004', { finalForecastOre: 9, accountsThisYearOre: 3, accountsToDateOre: 3 });

describe('sums of money', () => {
  it('hold against their frame only the projects that have both frame and forecast', () => {
    const { measured } = sumsOf([overFrame, underFrame, withoutForecast, withoutFrame]);
    expect(measured).toEqual(
      jasmine.objectContaining({ projects: 2, approvedFrameOre: 10_501, finalForecastOre: 10_502, deviationOre: -1 }),
    );
  });

  it('keep the others in a line of their own, without a deviation', () => {
    const { unmeasured, all } = sumsOf([overFrame, underFrame, withoutForecast, withoutFrame]);
    expect(unmeasured).toEqual(
      jasmine.objectContaining({ projects: 2, approvedFrameOre: 7, finalForecastOre: 9, deviationOre: null }),
    );
    expect(all).toEqual(
      jasmine.objectContaining({ projects: 4, approvedFrameOre: 10_508, finalForecastOre: 10_511, deviationOre: null }),
    );
    expect(all.accountsToDateOre).toBe(3);
  });

  it('give a deviation for all when every project has both', () => {
    const { unmeasured, all } = sumsOf([overFrame, underFrame]);
    expect([unmeasured.projects, all.projects, all.deviationOre]).toEqual([0, 2, -1]);
  });

  it('are nought where there are no projects', () => {
    expect(sumsOf([]).all).toEqual(jasmine.objectContaining({ projects: 0, approvedFrameOre: 0, deviationOre: 0 }));
  });

  it('add rows and decisions of one kind only', () => {
    const decision = {
      number: '2026-001',
      name: '2026-001',
      decidedOn: '2026-03-01',
      decidedBy: 'Kommunestyret',
      caseNumber: '26/1',
      reason: 'Prisvekst',
    };
    const { rows, frameChanges, frameChangesOre } = moneyOf(
      'investment',
      [overFrame, { ...underFrame, kind: 'operations' }],
      [
        { ...decision, kind: 'investment', amountOre: 300 },
        { ...decision, kind: 'investment', amountOre: -101 },
        { ...decision, kind: 'operations', amountOre: 5 },
      ],
    );
    expect([rows.length, frameChanges.length, frameChangesOre]).toEqual([1, 2, 199]);
  });
});
