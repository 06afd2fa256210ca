import fc from 'fast-check';
import { merge, overlaps, subtract, type Interval } from '../../../src/domain/time/intervals.ts';

const at = (hour: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(hour * 3_600_000);
const span = (start: number, end: number): Interval => ({ start: at(start), end: at(end) });
const hours = (intervals: readonly Interval[]): number[][] =>
  intervals.map(({ start, end }) => [start.epochMilliseconds / 3_600_000, end.epochMilliseconds / 3_600_000]);
const someSpan = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 8 }))
  .map(([a, b]) => span(a, a + b));
/** The hours that stretches cover, one by one. */
const covered = (intervals: readonly Interval[]): Set<number> =>
  new Set(hours(intervals).flatMap(([start = 0, end = 0]) => Array.from({ length: end - start }, (_, i) => start + i)));

describe('overlaps', () => {
  it.each([
    ['before, touching', span(8, 9), false],
    ['after, touching', span(10, 11), false],
    ['the same', span(9, 10), true],
    ['around', span(8, 11), true],
    ['across the start', span(8, 10), true],
    ['far', span(20, 21), false],
    ['a point at the start', span(9, 9), false],
  ])('of 9 to 10 with a stretch %s', (_, other, expected) => {
    expect(overlaps(span(9, 10), other)).toBe(expected);
    expect(overlaps(other, span(9, 10))).toBe(expected);
  });
});

describe('merge', () => {
  it('joins what overlaps or touches and drops what is empty', () => {
    expect(hours(merge([span(12, 13), span(9, 10), span(10, 11), span(8, 9), span(5, 5), span(8, 10)]))).toEqual([
      [8, 11],
      [12, 13],
    ]);
  });

  it('keeps exactly the time it was given, disjoint and in order', () => {
    fc.assert(
      fc.property(fc.array(someSpan), (spans) => {
        const merged = hours(merge(spans));
        expect(covered(merge(spans))).toEqual(new Set([...covered(spans)].sort((a, b) => a - b)));
        for (const [index, [start = 0]] of merged.entries())
          expect(start).toBeGreaterThan(merged[index - 1]?.[1] ?? -1);
      }),
    );
  });
});

describe('subtract', () => {
  it('leaves what no part takes', () => {
    expect(hours(subtract(span(8, 17), [span(7, 9), span(12, 13), span(12, 12.5), span(16, 20)]))).toEqual([
      [9, 12],
      [13, 16],
    ]);
  });

  it('leaves the whole where parts only touch it', () => {
    expect(hours(subtract(span(8, 17), [span(7, 8), span(17, 18)]))).toEqual([[8, 17]]);
  });

  it('conserves time: what is left and what was taken make the whole', () => {
    fc.assert(
      fc.property(someSpan, fc.array(someSpan), (whole, parts) => {
        const left = covered(subtract(whole, parts));
        const taken = covered(parts);
        for (const hour of covered([whole])) expect(left.has(hour)).toBe(!taken.has(hour));
        for (const hour of left) expect(covered([whole]).has(hour)).toBe(true);
      }),
    );
  });
});
