import { exception } from '../../../testing/follow-up-facts.js';
import { mistakesIn, termsOf } from './exception-terms.js';
import type { ExceptionFacts, FinancialPlanFacts } from './facts.js';
import type { Finding } from './finding.js';
import { defaultRuleSet } from './rule-set.js';

const today = '2026-11-23';
const critical: Pick<Finding, 'rule' | 'severity'> = { rule: 'S01', severity: 'critical' };
const material: Pick<Finding, 'rule' | 'severity'> = { rule: 'S08', severity: 'material' };
const proposed: Partial<ExceptionFacts> = { decidedOn: null, decidedBy: null, level: null, caseNumber: null };

function mistakes(
  changes: Partial<ExceptionFacts>,
  findings = [critical, material],
  financialPlans: FinancialPlanFacts[] = [],
): string[] {
  const subject = { sector: 'samfunn', financialPlans };
  const found = mistakesIn(exception(changes), subject, findings, defaultRuleSet, today);
  return found.map(({ path, code }) => `${path}: ${code}`);
}

describe('what an exception is held to when it is registered', () => {
  const cases: { it: string; given: Partial<ExceptionFacts>; finds: string[] }[] = [
    { it: 'nothing against a complete one', given: {}, finds: [] },
    { it: 'a reason of 40 characters is enough', given: { reason: 'x'.repeat(40) }, finds: [] },
    {
      it: '39 characters are not, however many blanks stand around them',
      given: { reason: `  ${'x'.repeat(39)}  ` },
      finds: ['reason: reason-too-short'],
    },
    {
      it: 'twelve months to the day (E1)',
      given: { validFrom: '2026-02-14', validTo: '2027-02-14' },
      finds: [],
    },
    {
      it: 'not a day longer (E1)',
      given: { validFrom: '2026-02-14', validTo: '2027-02-15' },
      finds: ['validTo: exception-too-long'],
    },
    {
      it: 'one day is a time',
      given: { validFrom: '2026-02-14', validTo: '2026-02-14' },
      finds: [],
    },
    {
      it: 'an end before the beginning is none',
      given: { validFrom: '2026-02-15', validTo: '2026-02-14' },
      finds: ['validTo: valid-to-before-from'],
    },
    { it: 'from the day of the decision (E1)', given: { decidedOn: '2026-02-14' }, finds: [] },
    {
      it: 'not from the day before it (E1)',
      given: { decidedOn: '2026-02-15' },
      finds: ['validFrom: valid-before-decision'],
    },
    { it: 'decided today', given: { decidedOn: today, validFrom: today }, finds: [] },
    {
      it: 'not decided tomorrow',
      given: { decidedOn: '2026-11-24', validFrom: '2026-11-24' },
      finds: ['decidedOn: date-in-the-future'],
    },
    { it: 'rules that can be covered', given: { rules: ['S01', 'S06', 'S08'] }, finds: [] },
    { it: 'not a rule that is only ever Merknad (E7)', given: { rules: ['S09'] }, finds: ['rules: rule-not-covered'] },
    { it: 'not a rule of projects (E6)', given: { rules: ['P04'] }, finds: ['rules: rule-not-covered'] },
    { it: 'at least one rule', given: { rules: [] }, finds: ['rules: rules-required'] },
    {
      it: 'the kommunedirektør for Kritisk (E4)',
      given: { rules: ['S01'], level: 'chief-executive' },
      finds: [],
    },
    {
      it: 'a kommunalsjef is not enough for Kritisk (E4)',
      given: { rules: ['S01'], level: 'sector-director' },
      finds: ['level: level-too-low'],
    },
    { it: 'a kommunalsjef for Vesentlig', given: { rules: ['S08'], level: 'sector-director' }, finds: [] },
    {
      it: 'kommunestyret for what is not prioritised (E2)',
      given: { type: 'not-prioritised', level: 'municipal-council' },
      finds: [],
    },
    {
      it: 'not formannskapet for what is not prioritised (E2)',
      given: { type: 'not-prioritised', level: 'executive-committee' },
      finds: ['level: council-only'],
    },
    {
      it: 'no rule for what is completed, which holds the whole strategy (V5)',
      given: { type: 'completed', rules: [], level: 'municipal-council' },
      finds: [],
    },
    { it: 'nothing of the decision while it is proposed', given: proposed, finds: [] },
  ];
  for (const { it: title, given, finds } of cases) it(title, () => expect(mistakes(given)).toEqual(finds));

  it('asks a level only for the findings it names (E10)', () => {
    expect(mistakes({ rules: ['S01'], level: 'sector-director' }, [material])).toEqual([]);
  });

  it('lets the council decide to the end of the økonomiplan in force on the day of decision (E2)', () => {
    const plans = [
      { adoptedOn: '2025-12-11', lastYear: 2029 },
      { adoptedOn: '2026-12-10', lastYear: 2030 },
    ];
    const council: Partial<ExceptionFacts> = { type: 'not-prioritised', level: 'municipal-council' };
    expect(mistakes({ ...council, validTo: '2029-12-31' }, [critical], plans)).toEqual([]);
    expect(mistakes({ ...council, validTo: '2030-01-01' }, [critical], plans)).toEqual(['validTo: exception-too-long']);
    const proposal: Partial<ExceptionFacts> = { ...proposed, type: 'not-prioritised' };
    expect(mistakes({ ...proposal, validTo: '2029-12-31' }, [critical], plans)).toEqual([]);
    expect(mistakes({ ...proposal, validTo: '2030-01-01' }, [critical], plans)).toEqual([
      'validTo: exception-too-long',
    ]);
  });

  it('says beforehand what it is', () => {
    expect(termsOf(defaultRuleSet)).toEqual({
      rules: ['S01', 'S02', 'S03', 'S04', 'S06', 'S08'],
      minReasonLength: 40,
      maxMonths: 12,
    });
  });
});
