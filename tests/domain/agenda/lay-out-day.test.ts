import fc from 'fast-check';
import { buildAgenda } from '../../../src/domain/agenda/build-agenda.ts';
import type { CalendarEvent } from '../../../src/domain/agenda/calendar-event.ts';
import { findShownHours, layOutDay, type GridDay } from '../../../src/domain/agenda/lay-out-day.ts';
import type { Shift } from '../../../src/domain/shifts/shift.ts';
import { allDay, sampleEvent, timed } from '../samples/sample-event.ts';
import { sampleShift } from '../samples/sample-shift.ts';

const HOUR = 3_600_000;

function layOut(date: string, zone: string, events: readonly CalendarEvent[], shifts: readonly Shift[] = []): GridDay {
  const [day] = buildAgenda({ events, shifts, zone, from: Temporal.PlainDate.from(date), days: 1 });
  if (day === undefined) throw new Error('no day');
  return layOutDay(day, zone);
}
const at = (id: string, start: string, end: string): CalendarEvent =>
  sampleEvent({ id, time: timed(`2026-11-24T${start}:00Z`, `2026-11-24T${end}:00Z`) });
const told = ({ blocks }: GridDay): string[] =>
  blocks.map(({ entry, column, columns }) => `${entry.event.id} ${column + 1}/${columns}`);

describe('layOutDay', () => {
  it('places what overlaps side by side, and gives the rest the whole width', () => {
    const events = [
      at('a', '09:00', '11:00'),
      at('b', '10:00', '10:30'),
      at('c', '10:30', '12:00'),
      at('d', '12:00', '13:00'),
    ];
    expect(told(layOut('2026-11-24', 'UTC', events))).toEqual(['a 1/2', 'b 2/2', 'c 2/2', 'd 1/1']);
  });

  it('keeps all-day events above the hours', () => {
    const { allDay: above, blocks } = layOut('2026-11-24', 'UTC', [
      sampleEvent({ id: 'fair', time: allDay('2026-11-24', '2026-11-25') }),
    ]);
    expect([above.length, blocks.length]).toEqual([1, 0]);
  });

  it('goes on past midnight with a night shift and its events', () => {
    const night = sampleShift('2026-11-24T22:00:00Z', '2026-11-25T06:00:00Z');
    const round = sampleEvent({ id: 'round', time: timed('2026-11-25T02:00:00Z', '2026-11-25T02:30:00Z') });
    const laid = layOut('2026-11-24', 'UTC', [round], [night]);
    expect(laid.endMs).toBe(30 * HOUR);
    expect(laid.blocks).toMatchObject([{ startMs: 26 * HOUR, endMs: 26.5 * HOUR }]);
    expect(laid.hours).toHaveLength(30);
    expect(findShownHours([laid])).toEqual({ firstHour: 8, lastHour: 30 });
  });

  it('draws a night shift once, under the day on which it begins, and names it on the next', () => {
    const night = sampleShift('2026-11-24T22:00:00Z', '2026-11-25T06:00:00Z', {
      activities: [
        {
          start: Temporal.Instant.from('2026-11-25T03:00:00Z'),
          end: Temporal.Instant.from('2026-11-25T03:30:00Z'),
          label: 'Break',
        },
      ],
    });
    const [first, second] = [layOut('2026-11-24', 'UTC', [], [night]), layOut('2026-11-25', 'UTC', [], [night])];
    expect([first.bands.length, first.breaks.length, first.nightsBefore.length]).toEqual([1, 1, 0]);
    expect([second.bands.length, second.breaks.length, second.nightsBefore.length]).toEqual([0, 0, 1]);
    expect(findShownHours([second])).toEqual({ firstHour: 8, lastHour: 17 });
  });

  it('cuts a weekend on call at each midnight', () => {
    const call = sampleShift('2026-11-27T18:00:00Z', '2026-11-29T18:00:00Z');
    const days = ['2026-11-27', '2026-11-28', '2026-11-29'].map((date) => layOut(date, 'UTC', [], [call]));
    expect(days.map(({ bands: [band] }) => [band?.startMs, band?.endMs])).toEqual([
      [18 * HOUR, 24 * HOUR],
      [0, 24 * HOUR],
      [0, 18 * HOUR],
    ]);
    expect(days.map(({ nightsBefore }) => nightsBefore.length)).toEqual([0, 0, 0]);
  });

  it.each([
    ['2026-03-29', 23, ['00', '01', '03', '04']],
    ['2026-10-25', 25, ['00', '01', '02', '02']],
    ['2026-11-24', 24, ['00', '01', '02', '03']],
  ])('neither loses nor doubles an hour on %s', (date, count, first) => {
    const { hours } = layOut(date, 'Europe/Berlin', []);
    expect(hours).toHaveLength(count);
    const clock = hours
      .slice(0, 4)
      .map(({ instant }) => instant.toZonedDateTimeISO('Europe/Berlin').toPlainTime().toString().slice(0, 2));
    expect(clock).toEqual(first);
  });

  it('draws breaks inside the shift', () => {
    const shift = sampleShift('2026-11-24T07:00:00Z', '2026-11-24T15:00:00Z', {
      activities: [
        {
          start: Temporal.Instant.from('2026-11-24T11:00:00Z'),
          end: Temporal.Instant.from('2026-11-24T11:30:00Z'),
          label: 'Break',
        },
      ],
    });
    const { breaks, bands } = layOut('2026-11-24', 'UTC', [], [shift]);
    expect(breaks).toEqual([{ label: 'Break', startMs: 11 * HOUR, endMs: 11.5 * HOUR }]);
    expect(bands).toMatchObject([{ startMs: 7 * HOUR, endMs: 15 * HOUR }]);
  });

  it('never lays two events of one time over each other, loses none, and keeps their length', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland'];
    const dates = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-25', '2026-11-01', '2026-11-24'];
    const span = fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 2, max: 20 }));
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...dates),
        fc.array(span, { maxLength: 12 }),
        (zone, date, spans) => {
          const base = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
          const events = spans.map(([start, length], index) => {
            const from = Temporal.Instant.fromEpochMilliseconds(base + start * 900_000);
            return sampleEvent({
              id: `e${index}`,
              time: { kind: 'timed', start: from, end: from.add({ minutes: length * 15 }) },
            });
          });
          const { blocks } = layOut(date, zone, events);
          expect(new Set(blocks.map(({ entry }) => entry.event.id)).size).toBe(spans.length);
          const sum = blocks.reduce((total, one) => total + one.endMs - one.startMs, 0);
          expect(sum).toBe(spans.reduce((total, [, length]) => total + length * 900_000, 0));
          for (const [index, a] of blocks.entries()) {
            expect(a.column).toBeLessThan(a.columns);
            for (const b of blocks.slice(index + 1)) {
              const meet = a.startMs < b.endMs && b.startMs < a.endMs;
              expect(meet && a.column === b.column).toBe(false);
              if (meet) expect(a.columns).toBe(b.columns);
            }
          }
        },
      ),
    );
  });
});
