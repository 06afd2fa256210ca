import { findLastIndex } from '../../../src/domain/time/find-last.ts';

describe('findLastIndex', () => {
  it.each([
    [0, -1],
    [1, 0],
    [4, 1],
    [5, 3],
    [9, 3],
  ])('finds the last moment that is not after %i', (moment, index) => {
    expect(findLastIndex([1, 3, 5, 5], moment, (item) => item)).toBe(index);
  });

  it('finds nothing in nothing', () => {
    expect(findLastIndex([], 1, Number)).toBe(-1);
  });
});
