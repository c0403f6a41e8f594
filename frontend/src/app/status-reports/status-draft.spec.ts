import { huntonarmen, statusReport } from '../../testing/projects';
import {
  atDraft,
  draftFrom,
  mistakesIn,
  overallIn,
  repeated,
  repeatingAfter,
  reportOf,
  type StatusDraft,
} from './status-draft';

const late = {
  dimension: 'progress' as const,
  cause: 'Ny høring.',
  consequence: 'Senere byggestart.',
  action: 'Prosjektering går parallelt.',
  responsible: 'Prosjektleder',
  dueOn: '2027-02-01',
};
const yellow = statusReport({ progress: 'yellow', overall: 'yellow', deviations: [late] });
const codesIn = (draft: StatusDraft) => mistakesIn(draft).map(({ path, code }) => `${path} ${code}`);

describe('a status draft', () => {
  it('is filled in from the last report, deviations too', () => {
    const draft = draftFrom(yellow, huntonarmen);
    expect([draft.progress, draft.economy, draft.summary]).toEqual(['yellow', 'green', 'Arbeidet følger planen.']);
    expect([draft.forecastEndsOn, draft.finalForecastOre]).toEqual(['2027-06-30', 4_800_000_000]);
    expect(draft.deviations.progress.cause).toBe('Ny høring.');
    expect(codesIn(draft)).toEqual([]);
  });

  it('has only what the project says when nobody has reported', () => {
    const draft = draftFrom(null, huntonarmen);
    expect([draft.progress, draft.summary]).toEqual([null, '']);
    expect([draft.forecastEndsOn, draft.finalForecastOre]).toEqual(['2027-06-30', 4_800_000_000]);
    expect(draft.deviations.progress).toEqual({
      cause: '',
      consequence: '',
      action: '',
      responsible: 'Kari Leder',
      dueOn: null,
    });
    expect(codesIn(draft)).toEqual([
      'progress light-required',
      'economy light-required',
      'quality light-required',
      'scope light-required',
      'risk light-required',
      'summary summary-required',
    ]);
  });

  it('is sent as the contract wants it, without the words of lights that are green', () => {
    const draft = { ...draftFrom(yellow, huntonarmen), progress: 'green' as const };
    expect(reportOf(draft, '2026-T2')).toEqual(
      jasmine.objectContaining({
        period: '2026-T2',
        progress: 'green',
        overall: 'green',
        deviations: [],
        unchanged: false,
      }),
    );
  });

  it('finds what a yellow light lacks at the light’s own fields', () => {
    const draft = { ...draftFrom(statusReport(), huntonarmen), quality: 'yellow' as const };
    expect(codesIn(draft)).toEqual([
      'deviations.quality.cause cause-required',
      'deviations.quality.consequence consequence-required',
      'deviations.quality.action action-required',
      'deviations.quality.dueOn due-date-required',
    ]);
  });

  it('takes the API’s numbered deviations to the light they are about', () => {
    const draft = { ...draftFrom(yellow, huntonarmen), risk: 'red' as const };
    const at = (path: string) => atDraft({ path, code: 'too-long', message: '' }, draft).path;
    expect([at('deviations.0.cause'), at('deviations.1.cause'), at('summary')]).toEqual([
      'deviations.progress.cause',
      'deviations.risk.cause',
      'summary',
    ]);
  });
});

describe('samlet', () => {
  const draft = draftFrom(yellow, huntonarmen);

  it('follows the worst of framdrift, økonomi and kvalitet, and of no other', () => {
    expect(overallIn(draft)).toBe('yellow');
    expect(overallIn({ ...draft, economy: 'red' })).toBe('red');
    expect(overallIn({ ...draft, risk: 'red', scope: 'red' })).toBe('yellow');
    expect(overallIn({ ...draft, quality: null })).toBeNull();
  });

  it('set by hand asks for a reason, and holds without one only while the worst is what it was', () => {
    const byHand = { ...draft, overallChosen: 'green' as const, overallAgainst: 'yellow' as const };
    expect(overallIn(byHand)).toBe('green');
    expect(codesIn(byHand)).toEqual(['overallReason overall-reason-required']);
    expect(overallIn({ ...byHand, economy: 'red' })).toBe('red');
    expect(overallIn({ ...byHand, economy: 'red', overallReason: 'Dekkes av fond.' })).toBe('green');
  });

  it('is filled in as it was set by hand, with its reason', () => {
    const before = statusReport({
      progress: 'yellow',
      overall: 'green',
      overallReason: 'Tas igjen.',
      deviations: [late],
    });
    const again = draftFrom(before, huntonarmen);
    expect(overallIn(again)).toBe('green');
    expect(reportOf(again, null).overallReason).toBe('Tas igjen.');
  });
});

describe('«ingen endring»', () => {
  it('repeats the last report for the period that is open', () => {
    const report = repeated(yellow, '2026-T3');
    expect(report).toEqual(
      jasmine.objectContaining({ period: '2026-T3', unchanged: true, progress: 'yellow', deviations: [late] }),
    );
    expect(Object.keys(report)).not.toContain('submittedAt');
  });

  it('needs a report to repeat, and is offered twice in a row and not a third time', () => {
    const unchanged = statusReport({ unchanged: true });
    expect(repeatingAfter([])).toBe('nothing-to-repeat');
    expect(repeatingAfter([yellow])).toBe('offered');
    expect(repeatingAfter([unchanged, yellow])).toBe('offered');
    expect(repeatingAfter([unchanged, unchanged])).toBe('twice-already');
    expect(repeatingAfter([yellow, unchanged])).toBe('offered');
  });
});
