import { markedParts, matches, wordsOfSearch } from './word-search';

describe('searching words in the plan', () => {
  it('asks for every word, anywhere and in any order', () => {
    expect(matches('Styrke by- og bydelssentre', wordsOfSearch('sentre styrke'))).toBeTrue();
    expect(matches('Styrke by- og bydelssentre', wordsOfSearch('sentre havn'))).toBeFalse();
  });

  it('finds everything when nothing is asked for', () => {
    expect(matches('Mjøsa', wordsOfSearch('  '))).toBeTrue();
  });

  it('reads letter case and accents leniently', () => {
    expect(matches('Én vei til Campus', wordsOfSearch('EN CAMPUS'))).toBeTrue();
  });

  it('does not take å for a, nor ø for o', () => {
    expect(matches('Gård ved Mjøsa', wordsOfSearch('gard'))).toBeFalse();
    expect(matches('Gård ved Mjøsa', wordsOfSearch('mjosa'))).toBeFalse();
    expect(matches('Gård ved Mjøsa', wordsOfSearch('GÅRD'))).toBeTrue();
  });

  it('marks each place a word stands, and leaves the text as it is', () => {
    const parts = markedParts('By og bydel', wordsOfSearch('by'));
    expect(parts).toEqual([
      { text: 'By', found: true },
      { text: ' og ', found: false },
      { text: 'by', found: true },
      { text: 'del', found: false },
    ]);
  });

  it('marks what two words share as one', () => {
    expect(markedParts('sentrum', wordsOfSearch('sent entrum'))).toEqual([{ text: 'sentrum', found: true }]);
  });

  it('marks nothing without words, and has nothing of an empty text', () => {
    expect(markedParts('Mjøsa', [])).toEqual([{ text: 'Mjøsa', found: false }]);
    expect(markedParts('', ['a'])).toEqual([]);
  });
});
