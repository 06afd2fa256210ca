import { findGridMove } from '../../../src/ui/grid/find-grid-move.ts';

const order = [['a', 'b', 'c'], [], ['d']];

describe('findGridMove', () => {
  it.each([
    ['a', 'ArrowDown', false, 'b'],
    ['c', 'ArrowDown', false, undefined],
    ['b', 'ArrowUp', false, 'a'],
    ['a', 'ArrowUp', false, undefined],
    ['c', 'ArrowRight', false, 'd'],
    ['d', 'ArrowLeft', false, 'a'],
    ['d', 'ArrowRight', true, 'a'],
    ['c', 'Home', false, 'a'],
    ['a', 'End', false, 'c'],
    ['a', 'Enter', false, undefined],
    ['gone', 'ArrowDown', false, undefined],
  ])('from %s by %s (right to left: %s) leads to %s', (from, key, isRightToLeft, expected) => {
    expect(findGridMove(order, from, key, isRightToLeft)).toBe(expected);
  });
});
