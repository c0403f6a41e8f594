import { convertToParamMap } from '@angular/router';
import { addressOf, downloadOf, isFiltered, questionOf, readView, unfiltered } from './list-view';

const viewOf = (params: Record<string, string>) => readView(convertToParamMap(params));

describe('The portfolio’s address', () => {
  it('shows red projects first, fifty a page, with the usual columns, when it says nothing', () => {
    const view = viewOf({});
    expect(view.sort).toBe('-light');
    expect([view.page, view.size, view.columns]).toEqual([1, 50, null]);
    expect(isFiltered(view)).toBeFalse();
    expect(addressOf(view)).toEqual({});
  });

  it('comes out as it was read', () => {
    const address = {
      q: 'skole',
      sector: 'oppvekst,nav',
      phase: 'konsept',
      lifecycle: 'in-progress,stopped',
      light: 'red,none',
      strategy: 'BY-A1',
      manager: 'me',
      missing: 'status',
      over: 'frame',
      sort: '-frame',
      page: '3',
      size: '100',
      columns: 'sector,light,frame',
    };
    expect(addressOf(viewOf(address))).toEqual(address);
  });

  it('leaves out what it does not know, so that an old link still shows a list', () => {
    const view = viewOf({
      light: 'purple',
      lifecycle: 'asleep',
      missing: 'all',
      over: 'it',
      sort: 'colour',
      size: '7',
    });
    expect(isFiltered(view)).toBeFalse();
    expect([view.sort, view.size]).toEqual(['-light', 50]);
  });

  it('begins at page 1 where the page is no page', () => {
    expect(['0', '-1', 'x', '1.5', '100000'].map((page) => viewOf({ page }).page)).toEqual([1, 1, 1, 1, 1]);
    expect(viewOf({ page: '99999' }).page).toBe(99_999);
  });

  it('asks the API by its own names, with order and page always said, and never for columns', () => {
    expect(questionOf(viewOf({ light: 'red,yellow', columns: 'sector' }))).toEqual({
      light: 'red,yellow',
      sort: '-light',
      page: '1',
      size: '50',
    });
  });

  it('downloads all that the filter matches, in the same order', () => {
    expect(downloadOf(viewOf({ sector: 'nav', sort: 'ends', page: '4', size: '200' }))).toEqual({
      sector: 'nav',
      sort: 'ends',
    });
  });

  it('keeps order, size and columns when the filters are taken away, and goes to the first page', () => {
    const view = unfiltered(viewOf({ q: 'veg', light: 'red', sort: 'name', page: '2', size: '100', columns: 'light' }));
    expect(addressOf(view)).toEqual({ sort: 'name', size: '100', columns: 'light' });
  });

  it('puts columns in the table’s own order, and those it does not have aside', () => {
    expect(viewOf({ columns: 'frame,colour,sector' }).columns).toEqual(['sector', 'frame']);
    expect(viewOf({ columns: 'colour' }).columns).toBeNull();
  });
});
