import { countFreeRooms, findSlotStatus, listSlots, toDayWindow } from '../../../src/domain/rooms/timeline.ts';
import type { BusyBlock, BusyStatus } from '../../../src/domain/rooms/free-busy.ts';

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-11-24T${time}:00Z`);
const block = (start: string, end: string, status: BusyStatus = 'busy'): BusyBlock => ({
  start: at(start),
  end: at(end),
  status,
});

describe('the timeline of a day', () => {
  it.each([
    ['an ordinary day', '2026-11-24', 'Europe/Amsterdam', 48],
    ['the day the clock goes forward', '2026-03-29', 'Europe/Amsterdam', 46],
    ['the day the clock goes back', '2026-10-25', 'Europe/Amsterdam', 50],
    ['a day of a half-hour shift', '2026-10-04', 'Australia/Lord_Howe', 47],
    ['a day without its midnight', '2026-09-06', 'America/Santiago', 46],
  ])('has the half hours of %s', (_name, day, zone, count) => {
    expect(listSlots(toDayWindow(Temporal.PlainDate.from(day), zone))).toHaveLength(count);
  });

  it.each([
    ['nothing', [], 'free'],
    ['a block that touches', [block('09:00', '10:00'), block('10:30', '11:00')], 'free'],
    ['a minute of it', [block('10:29', '11:00')], 'busy'],
    ['the worst of two', [block('10:00', '10:30', 'tentative'), block('10:00', '10:10', 'oof')], 'oof'],
    ['something unreadable', [block('10:00', '10:30', 'unknown')], 'unknown'],
  ] as const)('shows a half hour with %s as %s', (_name, blocks, expected) => {
    expect(findSlotStatus(blocks, { start: at('10:00'), end: at('10:30') })).toBe(expected);
  });

  it('counts the rooms that are free for the whole meeting from each half hour on', () => {
    const slots = listSlots({ start: at('10:00'), end: at('12:00') });
    const rooms = [[block('11:00', '11:15')], [block('10:15', '10:30', 'tentative')]];
    expect(countFreeRooms({ rooms, slots, lengthMs: 30 * 60_000 })).toEqual([1, 2, 1, 2]);
    expect(countFreeRooms({ rooms, slots, lengthMs: 60 * 60_000 })).toEqual([1, 1, 1, 0]);
  });
});
