import { changesOf, emptyDraft, inputOf, type ProjectDraft, Registrable } from './project-draft';

const huntonarmen: ProjectDraft = {
  ...emptyDraft,
  name: 'Ny sentrumsadkomst (Huntonarmen)',
  sector: 'samfunnsutvikling',
  phase: 'planlegging',
};
const mistakesIn = (draft: ProjectDraft) =>
  (Registrable.safeParse(draft).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('What the project form sends', () => {
  it('is nothing where nothing was chosen, and people by their id', () => {
    const id = '5e3b0d5e-8b43-4a4e-9c4b-0f9d6d2f2a10';
    const input = inputOf({ ...huntonarmen, manager: { id, name: 'Kari Moen' }, caseNumber: '  ' });
    expect([input.managerId, input.ownerId, input.committee, input.caseNumber]).toEqual([id, null, null, null]);
  });

  it('leaves out what was typed for another lifecycle', () => {
    const typed = { ...huntonarmen, finishedOn: '2026-06-30', postponedTo: '2027-03-01', lifecycleReason: 'Venter' };
    expect(inputOf({ ...typed, lifecycle: 'in-progress' }).finishedOn).toBeNull();
    expect(inputOf({ ...typed, lifecycle: 'in-progress' }).lifecycleReason).toBe('');
    expect(inputOf({ ...typed, lifecycle: 'postponed' })).toEqual(
      jasmine.objectContaining({ finishedOn: null, postponedTo: '2027-03-01', lifecycleReason: 'Venter' }),
    );
    expect(inputOf({ ...typed, lifecycle: 'finished' }).finishedOn).toBe('2026-06-30');
  });

  it('needs name, sector and phase, and no more', () => {
    expect(mistakesIn(huntonarmen)).toEqual([]);
    expect(mistakesIn(emptyDraft)).toEqual(['name: required', 'sector: required', 'phase: required']);
  });

  it('needs what the lifecycle needs', () => {
    expect(mistakesIn({ ...huntonarmen, lifecycle: 'finished' })).toEqual(['finishedOn: finish-date-required']);
    expect(mistakesIn({ ...huntonarmen, lifecycle: 'postponed' })).toEqual([
      'postponedTo: postponed-date-required',
      'lifecycleReason: reason-required',
    ]);
    expect(mistakesIn({ ...huntonarmen, lifecycle: 'stopped' })).toEqual([
      'lifecycleReason: reason-required',
      'lifecycleDecidedBy: decider-required',
    ]);
    expect(mistakesIn({ ...huntonarmen, lifecycle: 'rejected' })).toEqual([]);
  });

  it('may end the day it starts, and not before', () => {
    const starts = { ...huntonarmen, startsOn: '2026-08-01' };
    expect(mistakesIn({ ...starts, endsOn: '2026-08-01' })).toEqual([]);
    expect(mistakesIn({ ...starts, endsOn: '2026-07-31' })).toEqual(['endsOn: ends-before-start']);
  });

  it('is, for a change, only what differs', () => {
    expect(changesOf(huntonarmen, { ...huntonarmen })).toEqual({});
    expect(changesOf(huntonarmen, { ...huntonarmen, endsOn: '2029-12-31', place: 'Sentrum' })).toEqual({
      endsOn: '2029-12-31',
      place: 'Sentrum',
    });
  });

  it('clears what no longer belongs when a postponed project goes on', () => {
    const postponed: ProjectDraft = {
      ...huntonarmen,
      lifecycle: 'postponed',
      postponedTo: '2027-03-01',
      lifecycleReason: 'Venter på reguleringsplan',
    };
    expect(changesOf(postponed, { ...postponed, lifecycle: 'in-progress' })).toEqual({
      lifecycle: 'in-progress',
      postponedTo: null,
      lifecycleReason: '',
    });
  });
});
