import { defaultRuleSet, RuleSet, ruleSetOn } from './rule-set.js';

describe('the rule set', () => {
  it('accepts the proposed thresholds', () => {
    expect(RuleSet.parse(defaultRuleSet)).toEqual(defaultRuleSet);
  });

  it('refuses a threshold it does not know, a rule twice, and steps out of order', () => {
    const refused = (changes: object) => RuleSet.safeParse({ ...defaultRuleSet, ...changes }).success;
    expect(refused({ monthsOfGrace: 3 })).toBeFalse();
    expect(refused({ enabled: ['S01', 'S01'] })).toBeFalse();
    expect(refused({ enabled: ['S99'] })).toBeFalse();
    expect(refused({ onlyIdeas: { materialAfterMonths: 24, criticalAfterMonths: 12 } })).toBeFalse();
  });

  it('E12: judges each date by the version valid on it', () => {
    const second = { ...defaultRuleSet, version: 2, validFrom: '2027-01-01' };
    const version = (date: string) => ruleSetOn([second, defaultRuleSet], date).version;
    expect([version('2026-12-31'), version('2027-01-01'), version('2010-01-01')]).toEqual([1, 2, 1]);
  });
});
