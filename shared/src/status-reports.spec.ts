import type { TrafficLight } from './projects.js';
import { overallOf, SubmitStatusReport } from './status-reports.js';

const green = {
  progress: 'green',
  economy: 'green',
  quality: 'green',
  scope: 'green',
  risk: 'green',
  overall: 'green',
  summary: 'Arbeidet går etter planen.',
};
const deviation = {
  dimension: 'progress',
  cause: 'Ny høring.',
  consequence: 'Tre måneder senere byggestart.',
  action: 'Prosjektering går parallelt.',
  responsible: 'Prosjektleder',
  dueOn: '2027-02-01',
};
/** `path code` of every mistake. */
const mistakes = (input: object) => {
  const { error } = SubmitStatusReport.safeParse({ ...green, ...input });
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);
};

describe('the overall light', () => {
  const lights: TrafficLight[] = ['green', 'yellow', 'red'];
  it('is the worst of progress, economy and quality', () => {
    for (const [at, worst] of lights.entries())
      for (const other of lights.slice(0, at + 1)) {
        expect(overallOf({ progress: worst, economy: other, quality: other })).toBe(worst);
        expect(overallOf({ progress: other, economy: worst, quality: other })).toBe(worst);
        expect(overallOf({ progress: other, economy: other, quality: worst })).toBe(worst);
      }
  });

  const yellow = { progress: 'yellow', deviations: [deviation] };
  const table: [string, object, string[]][] = [
    ['the worst of the three', { ...yellow, overall: 'yellow' }, []],
    [
      'better than the worst, without reason',
      { ...yellow, overall: 'green' },
      ['overallReason overall-reason-required'],
    ],
    [
      'better than the worst, with a reason',
      { ...yellow, overall: 'green', overallReason: 'Forsinkelsen er hentet inn.' },
      [],
    ],
    ['worse than the worst, without reason', { overall: 'red' }, ['overallReason overall-reason-required']],
    ['green beside a red risk', { risk: 'red', deviations: [{ ...deviation, dimension: 'risk' }] }, []],
  ];
  for (const [title, input, expected] of table)
    it(`${title}: ${expected.join(', ') || 'no mistake'}`, () => expect(mistakes(input)).toEqual(expected));
});

describe('a status report', () => {
  it('is accepted when all is green and there is a summary', () => expect(mistakes({})).toEqual([]));

  it('needs a summary', () => expect(mistakes({ summary: ' ' })).toEqual(['summary summary-required']));

  for (const dimension of ['progress', 'economy', 'quality', 'scope', 'risk'])
    it(`needs cause, consequence, action, responsible and deadline where ${dimension} is not green`, () => {
      const lit = { [dimension]: 'yellow', overall: ['scope', 'risk'].includes(dimension) ? 'green' : 'yellow' };
      expect(mistakes(lit)).toEqual([`deviations.${dimension} deviation-required`]);
      expect(mistakes({ ...lit, deviations: [{ ...deviation, dimension }] })).toEqual([]);
    });

  it('names each thing a deviation lacks', () => {
    const empty = { dimension: 'progress', cause: ' ', consequence: '', action: '', responsible: '', dueOn: '' };
    expect(mistakes({ progress: 'red', overall: 'red', deviations: [empty] })).toEqual([
      'deviations.0.cause cause-required',
      'deviations.0.consequence consequence-required',
      'deviations.0.action action-required',
      'deviations.0.responsible responsible-required',
      'deviations.0.dueOn due-date-required',
    ]);
  });

  it('refuses a deviation on a green light, and two on the same', () => {
    expect(mistakes({ deviations: [deviation] })).toEqual(['deviations.0.dimension dimension-is-green']);
    expect(mistakes({ progress: 'yellow', overall: 'yellow', deviations: [deviation, deviation] })).toEqual([
      'deviations.1.dimension dimension-twice',
    ]);
  });

  it('takes whole øre that are not negative', () => {
    const accepts = (finalForecastOre: number) => mistakes({ finalForecastOre }).length === 0;
    expect([accepts(0), accepts(4_820_000_000), accepts(-1), accepts(0.5)]).toEqual([true, true, false, false]);
  });
});
