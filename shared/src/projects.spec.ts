import {
  ChangeProject,
  projectMistakes,
  ProjectNumber,
  PutContribution,
  RegisterProject,
  usualCaseNumber,
} from './projects.js';
import { ProjectListQuery } from './project-list.js';

const minimal = { name: 'Ny sentrumsadkomst', sector: 'samfunnsutvikling', phase: 'planlegging' };
/** `path code` of every mistake. */
const mistakes = (input: object) => {
  const { error } = RegisterProject.safeParse({ ...minimal, ...input });
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);
};

describe('registering a project', () => {
  it('needs a name, a sector and a phase, and fills in the rest', () => {
    expect(RegisterProject.parse(minimal)).toEqual(
      jasmine.objectContaining({ lifecycle: 'not-started', startsOn: null, description: '', moneyKind: 'investment' }),
    );
    expect(mistakes({ name: '  ' })).toEqual(['name required']);
    expect(mistakes({ sector: '' })).toEqual(['sector required']);
  });

  it('takes a name of 200 characters and not of 201', () => {
    expect(mistakes({ name: 'x'.repeat(200) })).toEqual([]);
    expect(mistakes({ name: 'x'.repeat(201) })).toEqual(['name too-long']);
  });

  it('refuses a field it does not know', () => {
    expect(RegisterProject.safeParse({ ...minimal, number: '2026-001' }).success).toBeFalse();
  });

  const table: [string, object, string[]][] = [
    ['an end on the day of the start', { startsOn: '2026-08-01', endsOn: '2026-08-01' }, []],
    ['an end before the start', { startsOn: '2026-08-01', endsOn: '2026-07-31' }, ['endsOn ends-before-start']],
    ['R6: finished with a finish date', { lifecycle: 'finished', finishedOn: '2026-08-01' }, []],
    ['R6: finished without', { lifecycle: 'finished' }, ['finishedOn finish-date-required']],
    ['finished on the day it started', { lifecycle: 'finished', startsOn: '2026-08-01', finishedOn: '2026-08-01' }, []],
    [
      'finished before it started',
      { lifecycle: 'finished', startsOn: '2026-08-01', finishedOn: '2026-07-31' },
      ['finishedOn finished-before-start'],
    ],
    [
      'a finish date while under way',
      { lifecycle: 'in-progress', finishedOn: '2026-08-01' },
      ['finishedOn finish-date-only-when-finished'],
    ],
    [
      'postponed with date and reason',
      { lifecycle: 'postponed', postponedTo: '2027-01-01', lifecycleReason: 'Venter på staten.' },
      [],
    ],
    [
      'postponed without either',
      { lifecycle: 'postponed' },
      ['postponedTo postponed-date-required', 'lifecycleReason reason-required'],
    ],
    [
      'postponed with a blank reason',
      { lifecycle: 'postponed', postponedTo: '2027-01-01', lifecycleReason: '  ' },
      ['lifecycleReason reason-required'],
    ],
    [
      'stopped with reason and decider',
      { lifecycle: 'stopped', lifecycleReason: 'Ikke behov.', lifecycleDecidedBy: 'Kommunestyret' },
      [],
    ],
    [
      'stopped without either',
      { lifecycle: 'stopped' },
      ['lifecycleReason reason-required', 'lifecycleDecidedBy decider-required'],
    ],
    ['rejected alone', { lifecycle: 'rejected' }, []],
    ['a date that does not exist', { startsOn: '2026-02-30' }, ['startsOn Invalid ISO date']],
  ];
  for (const [title, input, expected] of table)
    it(`${title}: ${expected.join(', ') || 'no mistake'}`, () => expect(mistakes(input)).toEqual(expected));
});

describe('changing a project', () => {
  it('tells an absent field from one that is cleared', () => {
    expect(ChangeProject.parse({ startsOn: null })).toEqual({ startsOn: null });
    expect(ChangeProject.parse({})).toEqual({});
  });

  it('leaves the agreement of fields to be checked on the whole', () => {
    const change = ChangeProject.parse({ lifecycle: 'finished' });
    expect(projectMistakes({ startsOn: '2026-01-01', ...change })).toEqual([
      { path: 'finishedOn', code: 'finish-date-required' },
    ]);
  });
});

describe('project and case numbers', () => {
  it('of projects are a year and three to five digits', () => {
    const accepts = (text: string) => ProjectNumber.safeParse(text).success;
    expect(['2026-014', '2026-10014', '2026-14', '26-014', '2026-014 '].map(accepts)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  for (const text of ['18/1234', '2024/1234', '22/20557-2', 'KOM-179/2023', 'PS 43/26'])
    it(`knows ${text} as a usual case number`, () => expect(text).toMatch(usualCaseNumber));
  for (const text of ['1234', '18-1234', 'muntlig', '18/'])
    it(`does not know ${text}`, () => expect(text).not.toMatch(usualCaseNumber));

  it('takes an odd case number all the same', () => expect(mistakes({ caseNumber: 'muntlig' })).toEqual([]));
});

describe('linking a project', () => {
  it('needs a sentence of at least ten characters, outer blanks aside', () => {
    const accepts = (statement: string) => PutContribution.safeParse({ kind: 'main', statement }).success;
    expect([accepts('Ti tegn ok'), accepts('Ni tegn o'), accepts('Ni tegn o     ')]).toEqual([true, false, false]);
  });
});

describe('asking for projects', () => {
  it('reads several values of one filter between commas', () => {
    const { sector, light, page, size, sort } = ProjectListQuery.parse({
      sector: 'helse,,nav',
      light: 'red,none',
      page: '2',
    });
    expect([sector, light, page, size, sort]).toEqual([['helse', 'nav'], ['red', 'none'], 2, 50, 'number']);
  });

  it('refuses what it does not know', () => {
    const accepts = (query: object) => ProjectListQuery.safeParse(query).success;
    expect(accepts({ light: 'blue' })).toBeFalse();
    expect(accepts({ sort: 'colour' })).toBeFalse();
    expect(accepts({ colour: 'blue' })).toBeFalse();
    expect([accepts({ size: '200' }), accepts({ size: '201' }), accepts({ page: '0' })]).toEqual([true, false, false]);
  });
});
