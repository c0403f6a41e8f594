import { draftWith, fieldsThatDiffer } from './merge-drafts';
import { emptyDraft, type ProjectDraft } from './project-draft';

const before: ProjectDraft = { ...emptyDraft, name: 'Heimdalsgate', endsOn: '2027-06-30', place: 'Sentrum' };

describe('Two who changed the same project', () => {
  it('part what only one of them touched from what both did', () => {
    const mine = { ...before, endsOn: '2027-09-30', caseNumber: '26/4321' };
    const theirs = { ...before, endsOn: '2027-08-15', place: 'Heimdalsgate' };
    expect(fieldsThatDiffer(before, mine, theirs)).toEqual({
      mine: ['caseNumber'],
      theirs: ['place'],
      both: ['endsOn'],
    });
  });

  it('do not disagree where both did the same', () => {
    const same = { ...before, endsOn: '2027-09-30' };
    expect(fieldsThatDiffer(before, same, { ...same })).toEqual({ mine: [], theirs: [], both: [] });
  });

  it('mean the same person whatever the name is written as', () => {
    const kari = { id: 'a', name: 'Kari Moen' };
    const mine = { ...before, manager: kari };
    expect(fieldsThatDiffer(mine, { ...mine, manager: { ...kari, name: 'K. Moen' } }, mine).mine).toEqual([]);
  });

  it('keep what one changed when the other’s version is taken for the rest', () => {
    const theirs = { ...before, place: 'Heimdalsgate' };
    const mine = { ...before, caseNumber: '26/4321' };
    expect(draftWith(theirs, mine, ['caseNumber'])).toEqual({
      ...before,
      place: 'Heimdalsgate',
      caseNumber: '26/4321',
    });
  });
});
