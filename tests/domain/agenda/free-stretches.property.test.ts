import fc from 'fast-check';
import { buildAgenda } from '../../../src/domain/agenda/build-agenda.ts';
import { listFreeStretches } from '../../../src/domain/agenda/free-stretches.ts';
import { suggestTimes } from '../../../src/domain/agenda/suggest-times.ts';
import { merge, overlaps, subtract } from '../../../src/domain/time/intervals.ts';
import { ASKED, sampleEvent } from '../samples/sample-event.ts';
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

  it('puts a meeting in person where the person can be: neither remote nor on the way, as long as there is such a time', () => {
    const now = Temporal.Instant.fromEpochMilliseconds(base);
    fc.assert(
      fc.property(spans, spans, span, (work, atHome, time) => {
        const home = atHome.map(({ start, end }, index) =>
          sampleShift(start.toString(), end.toString(), { id: `h${index}`, place: { kind: 'remote' } }),
        );
        const shifts = [...toShifts(work), ...home];
        const event = sampleEvent({
          ...ASKED,
          id: 'mine',
          locations: [{ name: 'Lobby' }],
          time: { kind: 'timed', ...time },
        });
        const flagsAt = (start: Temporal.Instant, end: Temporal.Instant): readonly string[] =>
          buildAgenda({
            events: [{ ...event, time: { kind: 'timed', start, end } }],
            ...{ shifts, zone: 'UTC', from: Temporal.PlainDate.from('2026-10-23'), days: 8 },
          }).flatMap(({ entries }) => entries.flatMap(({ flags }) => flags));
        const found = suggestTimes({ event, shifts, events: [event], now }).map(({ start, end }) =>
          flagsAt(start, end),
        );
        // else there is no such time at all, and they are only free
        if (found.some((flags) => flags.length === 0)) expect(found.flat()).toEqual([]);
      }),
    );
  });

  it('suggests one hour after remote work at the earliest, and remote work itself only where there is nothing else', () => {
    const home = sampleShift('2026-11-24T07:00:00Z', '2026-11-24T12:00:00Z', { id: 'h', place: { kind: 'remote' } });
    const office = sampleShift('2026-11-24T12:05:00Z', '2026-11-24T16:30:00Z', { id: 'o' });
    const time = {
      start: Temporal.Instant.from('2026-11-24T12:35:00Z'),
      end: Temporal.Instant.from('2026-11-24T12:45:00Z'),
    };
    const now = Temporal.Instant.from('2026-11-23T00:00:00Z');
    const suggest = (shifts: readonly (typeof home)[], joinUrl = ''): readonly string[] => {
      const event = sampleEvent({
        ...ASKED,
        joinUrl,
        locations: [{ name: 'Lobby' }],
        time: { kind: 'timed', ...time },
      });
      return suggestTimes({ event, shifts, events: [event], now }).map(({ start }) => start.toString().slice(11, 16));
    };
    expect(suggest([home, office])).toEqual(['13:00', '16:15']);
    expect(suggest([home, office], 'https://teams.example/1')).toEqual(['12:30', '12:45', '12:15', '11:45', '16:15']);
    expect(suggest([home])).toEqual(['11:45', '07:00']);
  });
});
