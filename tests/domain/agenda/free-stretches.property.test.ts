import fc from 'fast-check';
import { listFreeStretches } from '../../../src/domain/agenda/free-stretches.ts';
import { suggestTimes } from '../../../src/domain/agenda/suggest-times.ts';
import { merge, overlaps, subtract } from '../../../src/domain/time/intervals.ts';
import { sampleEvent } from '../samples/sample-event.ts';
import { sampleShift } from '../samples/sample-shift.ts';

const QUARTER = 15 * 60_000;
const base = Temporal.Instant.from('2026-10-24T00:00:00Z').epochMilliseconds;
const span = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 40 })).map(([start, length]) => ({
  start: Temporal.Instant.fromEpochMilliseconds(base + start * QUARTER),
  end: Temporal.Instant.fromEpochMilliseconds(base + (start + length) * QUARTER),
}));
const spans = fc.array(span, { maxLength: 8 });
const length = (all: readonly { start: Temporal.Instant; end: Temporal.Instant }[]): number =>
  all.reduce((sum, { start, end }) => sum + end.epochMilliseconds - start.epochMilliseconds, 0);
const toShifts = (all: readonly { start: Temporal.Instant; end: Temporal.Instant }[]) =>
  all.map(({ start, end }, index) => sampleShift(start.toString(), end.toString(), { id: `s${index}` }));
const toEvents = (all: readonly { start: Temporal.Instant; end: Temporal.Instant }[]) =>
  all.map((time, index) => sampleEvent({ id: `e${index}`, time: { kind: 'timed', ...time } }));

describe('splitting and merging', () => {
  it('conserves time: what a shift has is what is taken of it and what is free', () => {
    fc.assert(
      fc.property(spans, spans, (work, taken) => {
        const shifts = toShifts(work);
        const free = listFreeStretches(shifts, toEvents(taken));
        const usedOf = merge(work).flatMap((stretch) => subtract(stretch, subtract(stretch, taken)));
        expect(length(free) + length(usedOf)).toBe(length(merge(work)));
        for (const stretch of free) {
          expect(taken.some((one) => overlaps(one, stretch))).toBe(false);
        }
      }),
    );
  });

  it('keeps breaks and training free, and counts no time off', () => {
    fc.assert(
      fc.property(spans, spans, spans, (work, breaks, off) => {
        const shifts = [
          ...toShifts(work).map((shift) => ({
            ...shift,
            activities: breaks.map((one) => ({ ...one, label: 'Break' })),
          })),
          ...off.map(({ start, end }, index) =>
            sampleShift(start.toString(), end.toString(), { id: `off${index}`, place: { kind: 'off' } }),
          ),
        ];
        const kept = work.length === 0 ? off : [...breaks, ...off];
        for (const stretch of listFreeStretches(shifts, [])) {
          expect(kept.some((one) => overlaps(one, stretch))).toBe(false);
        }
      }),
    );
  });
});

describe('suggestTimes', () => {
  it('suggests each time once, of the same length, in a shift, free, to come, nearest first', () => {
    fc.assert(
      fc.property(spans, spans, span, (work, taken, time) => {
        const event = sampleEvent({ id: 'mine', time: { kind: 'timed', ...time } });
        const now = Temporal.Instant.fromEpochMilliseconds(base + 50 * QUARTER);
        const shifts = toShifts(work);
        const found = suggestTimes({ event, shifts, events: [event, ...toEvents(taken)], now });
        const distances = found.map(({ start }) => Math.abs(start.since(time.start).total('minutes')));
        expect(distances).toEqual([...distances].sort((a, b) => a - b));
        expect(new Set(found.map(({ start }) => start.toString())).size).toBe(found.length);
        for (const one of found) {
          expect(length([one])).toBe(length([time]));
          expect(subtract(one, work)).toEqual([]);
          expect(taken.some((busy) => overlaps(busy, one))).toBe(false);
          expect(Temporal.Instant.compare(one.start, now)).toBeGreaterThanOrEqual(0);
          expect(one.start.equals(time.start)).toBe(false);
        }
      }),
    );
  });
});
