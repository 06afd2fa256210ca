import { isWelcomeDue } from '../../../src/domain/policy/is-welcome-due.ts';

describe('isWelcomeDue', () => {
  it.each([
    [null, '1.0', true],
    ['1.0', '1.0', false],
    ['1.0', '1.1', true],
    ['1.9', '1.10', true],
    ['1.10', '1.9', false],
    ['2.0', '1.10', false],
    ['1.10', '2.0', true],
  ])('seen %s, release %s: %s', (seen, release, due) => {
    expect(isWelcomeDue(seen, release)).toBe(due);
  });
});
