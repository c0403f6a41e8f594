import type { PlanView, StrategyFollowUp } from '#shared';
import { findTargets, standsAlone, targetsOf } from './plan-targets';

const strategy = (code: string, title: string, measures: string[]) => ({
  code,
  title,
  text: `${title}, med mer ord`,
  measures: measures.map((text, index) => ({ code: `${code}.${index + 1}`, number: index + 1, text })),
});
const plan = {
  slug: 'langtidsplan-2018',
  areas: [
    {
      code: 'BY',
      title: 'Mer by',
      strategies: [
        strategy('BY-A1', 'Styrke bysentrum', ['bygge ny sentrumsadkomst', 'legge til rette for sykkel']),
        strategy('BY-A12', 'Fortette', []),
      ],
    },
    {
      code: 'KLIMA',
      title: 'Klima og miljø',
      strategies: [strategy('KLIMA-A1', 'Flere på sykkel', ['bygge sykkelveg'])],
    },
  ],
} as unknown as PlanView;
const targets = targetsOf(plan, [{ code: 'BY-A1', verdict: 'lacking' } as StrategyFollowUp]);
const found = (words: string) => findTargets(targets, words).map(({ code }) => code);

describe('What a project can contribute to', () => {
  it('is every strategy followed by its measures, with the strategy’s verdict where it is known', () => {
    expect(targets.map(({ code }) => code)).toEqual([
      'BY-A1',
      'BY-A1.1',
      'BY-A1.2',
      'BY-A12',
      'KLIMA-A1',
      'KLIMA-A1.1',
    ]);
    expect(targets.map(({ verdict }) => verdict)).toEqual(['lacking', 'lacking', 'lacking', null, null, null]);
  });

  it('is found by number, however it is typed', () => {
    expect(found('by-a1')).toEqual(['BY-A1', 'BY-A1.1', 'BY-A1.2', 'BY-A12']);
    expect(found('BY-A1.2')).toEqual(['BY-A1.2']);
  });

  it('is found by words in any order, each of which must be there', () => {
    expect(found('sykkel bygge')).toEqual(['KLIMA-A1.1']);
    expect(found('sykkel flyplass')).toEqual([]);
  });

  it('is found by its area', () => {
    expect(found('klima')).toEqual(['KLIMA-A1', 'KLIMA-A1.1']);
    expect(found('mer by sykkel')).toEqual(['BY-A1.2']);
  });

  it('is found by the strategy’s whole wording, not only its title', () => {
    expect(found('styrke mer ord')).toEqual(['BY-A1']);
  });

  it('says where a measure belongs when it does not stand under its strategy', () => {
    const sykkel = findTargets(targets, 'sykkel');
    expect(sykkel.map(({ code }) => code)).toEqual(['BY-A1.2', 'KLIMA-A1', 'KLIMA-A1.1']);
    expect(sykkel.map((_, at) => standsAlone(sykkel, at))).toEqual([true, false, false]);
  });
});
