import type { LightFacts } from './status-lights.js';
import { explainSuggestion, suggestLights } from './status-lights.js';

const facts: LightFacts = {
  today: '2026-11-23',
  startsOn: '2026-01-01',
  endsOn: '2027-12-31',
  forecastEndsOn: null,
  approvedFrameOre: null,
  finalForecastOre: null,
};
const lightOf = (more: Partial<LightFacts>) => suggestLights({ ...facts, ...more }).map(({ light }) => light);
const reasonOf = (more: Partial<LightFacts>, language: 'nb' | 'nn' | 'en' = 'nb') =>
  suggestLights({ ...facts, ...more }).map((suggestion) => explainSuggestion(suggestion, language));
const progress = (more: Partial<LightFacts>) => lightOf(more)[0];
const economy = (frameOre: number, forecastOre: number) =>
  lightOf({ endsOn: null, approvedFrameOre: frameOre, finalForecastOre: forecastOre })[0];

describe('suggested lights', () => {
  it('are none where neither dates nor money say anything', () => {
    expect(lightOf({ endsOn: null })).toEqual([]);
    expect(lightOf({ endsOn: null, approvedFrameOre: 1 })).toEqual([]);
    expect(lightOf({ endsOn: null, finalForecastOre: 1 })).toEqual([]);
  });

  it('are green for progress to and including the planned end, and yellow the day after', () => {
    expect(progress({})).toBe('green');
    expect(progress({ forecastEndsOn: '2027-12-31' })).toBe('green');
    expect(progress({ forecastEndsOn: '2028-01-01' })).toBe('yellow');
  });

  it('turn red two months after the planned end when a tenth of the duration is less', () => {
    const short = { startsOn: '2027-01-01', endsOn: '2027-12-31' };
    expect(progress({ ...short, forecastEndsOn: '2028-02-29' })).toBe('yellow');
    expect(progress({ ...short, forecastEndsOn: '2028-03-01' })).toBe('red');
  });

  it('turn red a tenth of the duration after the planned end when that is more than two months', () => {
    // 1 000 days from start to end
    const long = { startsOn: '2027-01-01', endsOn: '2029-09-27' };
    expect(progress({ ...long, forecastEndsOn: '2030-01-05' })).toBe('yellow');
    expect(progress({ ...long, forecastEndsOn: '2030-01-06' })).toBe('red');
  });

  it('allow two months where the start is unknown', () => {
    expect(progress({ startsOn: null, forecastEndsOn: '2028-02-29' })).toBe('yellow');
    expect(progress({ startsOn: null, forecastEndsOn: '2028-03-01' })).toBe('red');
  });

  it('take today for the end when the end that was said has passed', () => {
    expect(progress({ endsOn: '2026-11-23' })).toBe('green');
    expect(progress({ endsOn: '2026-11-22' })).toBe('yellow');
    expect(progress({ endsOn: '2026-09-23', forecastEndsOn: '2026-11-01' })).toBe('yellow');
    expect(progress({ endsOn: '2026-09-22', forecastEndsOn: '2026-11-01' })).toBe('red');
  });

  it('are green for economy to and including the frame', () => {
    expect(economy(1_000_00, 1_000_00)).toBe('green');
    expect(economy(1_000_00, 1_000_01)).toBe('yellow');
  });

  it('turn red above five per cent of the frame', () => {
    expect(economy(1_000_00, 1_050_00)).toBe('yellow');
    expect(economy(1_000_00, 1_050_01)).toBe('red');
  });

  it('turn red above five million kroner, also when that is less than five per cent', () => {
    expect(economy(200_000_000_00, 205_000_000_00)).toBe('yellow');
    expect(economy(200_000_000_00, 205_000_000_01)).toBe('red');
  });

  it('are red for any forecast without a frame to hold it', () => {
    expect(economy(0, 1)).toBe('red');
    expect(economy(0, 0)).toBe('green');
  });

  it('follow the municipality’s own thresholds', () => {
    const thresholds = {
      delayMonths: 0,
      delayPercentOfDuration: 0,
      overrunPercent: 100,
      overrunOre: 9_000_000_000_000_00,
    };
    const late = { ...facts, forecastEndsOn: '2028-01-01', approvedFrameOre: 100, finalForecastOre: 200 };
    expect(suggestLights(late, thresholds).map(({ light }) => light)).toEqual(['red', 'yellow']);
  });

  it('say why in bokmål', () => {
    expect(reasonOf({})).toEqual(['Forventet slutt 31.12.2027 er ikke senere enn planlagt slutt 31.12.2027.']);
    expect(reasonOf({ forecastEndsOn: '2028-01-01' })).toEqual([
      'Forventet slutt 01.01.2028 er 1 dag etter planlagt slutt 31.12.2027. Framdriften er rød først etter 12.03.2028.',
    ]);
    expect(reasonOf({ forecastEndsOn: '2028-06-30' })).toEqual([
      'Forventet slutt 30.06.2028 er 182 dager etter planlagt slutt 31.12.2027. Framdriften er rød etter 12.03.2028.',
    ]);
    expect(reasonOf({ endsOn: '2026-11-20', startsOn: null })).toEqual([
      'Prosjektet er ikke ferdig, og planlagt slutt 20.11.2026 var for 3 dager siden. Framdriften er rød først etter 20.01.2027.',
    ]);
    const money = { endsOn: null, approvedFrameOre: 45_000_000_00 };
    expect(reasonOf({ ...money, finalForecastOre: 44_500_000_50 })).toEqual([
      'Sluttprognosen på 44\u00a0500\u00a0000,50 kr er innenfor vedtatt ramme på 45\u00a0000\u00a0000 kr.',
    ]);
    expect(reasonOf({ ...money, finalForecastOre: 46_000_000_00 })).toEqual([
      'Sluttprognosen er 1\u00a0000\u00a0000 kr over vedtatt ramme på 45\u00a0000\u00a0000 kr. Det er gult bare når inndekning er foreslått.',
    ]);
    expect(reasonOf({ ...money, finalForecastOre: 48_000_000_00 })).toEqual([
      'Sluttprognosen er 3\u00a0000\u00a0000 kr over vedtatt ramme på 45\u00a0000\u00a0000 kr, og det er mer enn grensen for gult.',
    ]);
  });

  it('say why in nynorsk and English', () => {
    expect(reasonOf({ forecastEndsOn: '2028-01-02' }, 'nn')).toEqual([
      'Forventa slutt 02.01.2028 er 2 dagar etter planlagd slutt 31.12.2027. Framdrifta er raud først etter 12.03.2028.',
    ]);
    expect(reasonOf({ endsOn: null, approvedFrameOre: 100, finalForecastOre: 200 }, 'nn')).toEqual([
      'Sluttprognosen er 1 kr over vedteken ramme på 1 kr, og det er meir enn grensa for gult.',
    ]);
    expect(reasonOf({ forecastEndsOn: '2028-01-01' }, 'en')).toEqual([
      'The expected end 01.01.2028 is 1 day after the planned end 31.12.2027. Progress is not red until after 12.03.2028.',
    ]);
    expect(reasonOf({ endsOn: null, approvedFrameOre: 100_00, finalForecastOre: 105_00 }, 'en')).toEqual([
      'The final forecast is NOK 5 above the approved frame of NOK 100. That is yellow only when cover is proposed.',
    ]);
  });
});
