import { balanceOf } from './balance';

describe('balanceOf', () => {
  it('is over the frame from one øre too much, under from one to spare, even between', () => {
    expect(balanceOf(-1)).toEqual({ side: 'over', ore: 1 });
    expect(balanceOf(1)).toEqual({ side: 'under', ore: 1 });
    expect(balanceOf(0)).toEqual({ side: 'even', ore: 0 });
  });

  it('is not taken for even where the amounts are too large to be added up', () => {
    expect(balanceOf(null).side).toBe('unknown');
  });
});
