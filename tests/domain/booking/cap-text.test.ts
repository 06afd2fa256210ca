import { capText } from '../../../src/domain/booking/cap-text.ts';

describe('capText', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'abc'],
    ['', 3, ''],
    ['ab😀', 4, 'ab😀'],
    ['ab😀', 3, 'ab'],
    ['😀😀', 3, '😀'],
  ])('of %j at %i is %j', (text, max, expected) => {
    expect(capText(text, max)).toBe(expected);
  });
});
