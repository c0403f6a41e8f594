import { followUp, plan } from '../../testing/plan';
import { type PlanFilter, readPlan } from './plan-reading';

const everything: PlanFilter = { words: [], verdicts: [], area: null };
const read = (filter: Partial<PlanFilter>) => readPlan(plan, followUp, { ...everything, ...filter });
const codesOf = (filter: Partial<PlanFilter>) =>
  read(filter).areas.flatMap(({ strategies }) => strategies.map(({ strategy }) => strategy.code));

describe('reading a plan by a filter', () => {
  it('shows the whole plan when nothing is chosen', () => {
    const reading = read({});
    expect(reading.filtered).toBeFalse();
    expect(reading.hits).toBe(1 + 1 + 1 + 1 + 1 + (1 + 1 + 1 + 2) + (1 + 1 + 1));
    expect(reading.foreword).toEqual([{ code: 'F1', text: 'Gjøvik kommune ønsker offensiv samfunnsutvikling.' }]);
    expect(codesOf({})).toEqual(['BY-A1', 'BY-A2', 'KLIMA-I5']);
  });

  it('leaves strategies alone when a verdict is chosen, and any of several verdicts', () => {
    const reading = read({ verdicts: ['lacking', 'weak'] });
    expect(codesOf({ verdicts: ['lacking', 'weak'] })).toEqual(['BY-A1', 'BY-A2']);
    expect([reading.foreword, reading.vision, reading.goals, reading.areas[0]!.desired]).toEqual([[], [], [], []]);
    expect(reading.hits).toBe(2);
  });

  it('leaves one area, with its own prose, when an area is chosen', () => {
    const reading = read({ area: 'KLIMA-I' });
    expect(reading.areas.map(({ anchor }) => anchor)).toEqual(['KLIMA-I']);
    expect(reading.areas[0]!.signs).toEqual([{ code: 'KLIMA-K1', text: 'Kjennetegn er lavere utslipp.' }]);
    expect(reading.vision).toEqual([]);
  });

  it('finds a strategy by a word in one of its measures, and by its code', () => {
    expect(codesOf({ words: ['huntonarmen'] })).toEqual(['BY-A1']);
    expect(codesOf({ words: ['klima-i5'] })).toEqual(['KLIMA-I5']);
  });

  it('shows every strategy of an area whose title is searched for', () => {
    expect(codesOf({ words: ['mer', 'by'] })).toEqual(['BY-A1', 'BY-A2']);
  });

  it('leaves out areas where nothing is found', () => {
    expect(read({ words: ['nettotilflytting'] })).toEqual(jasmine.objectContaining({ areas: [], hits: 1 }));
  });

  it('finds no strategy by verdict before follow-up is known', () => {
    expect(readPlan(plan, null, { ...everything, verdicts: ['lacking'] }).hits).toBe(0);
    expect(readPlan(plan, null, everything).areas[0]!.strategies[0]!.followUp).toBeNull();
  });
});
