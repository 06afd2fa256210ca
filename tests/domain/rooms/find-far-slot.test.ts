import { findFarSlot, toFarWindow } from '../../../src/domain/rooms/find-far-slot.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const hours = (zone: string, start = 9, end = 11) => ({
  ...{ zone, daysOfWeek: [1, 2, 3, 4, 5], start: new Temporal.PlainTime(start), end: new Temporal.PlainTime(end) },
});
/** A Sunday. */
const NOW = at('2026-11-22T23:30:00Z');
const find = (zone: string, busy: [string, string][] = [], open = hours(zone)): string | undefined => {
  const blocks = busy.map(([start, end]) => ({ start: at(start), end: at(end) }));
  return findFarSlot(toFarWindow(NOW, zone), open, blocks)?.start.toString();
};

describe('toFarWindow', () => {
  it('begins with the 15th day of the zone, and stays under the 62 days that may be asked', () => {
    expect(String(toFarWindow(NOW, 'UTC').start)).toBe('2026-12-07T00:00:00Z');
    // it is the 23rd there already
    expect(String(toFarWindow(NOW, 'Europe/Berlin').start)).toBe('2026-12-07T23:00:00Z');
    expect(String(toFarWindow(NOW, 'UTC').end)).toBe('2027-01-04T00:00:00Z');
  });
});

describe('findFarSlot', () => {
  it('takes the first half hour of the first working day', () => {
    expect(find('UTC')).toBe('2026-12-07T09:00:00Z');
    expect(find('Europe/Berlin')).toBe('2026-12-08T08:00:00Z');
  });

  it('takes what begins as something else ends', () => {
    expect(find('UTC', [['2026-12-07T09:00:00Z', '2026-12-07T10:00:00Z']])).toBe('2026-12-07T10:00:00Z');
  });

  it('goes on to the next working day past a weekend', () => {
    expect(find('UTC', [['2026-12-07T00:00:00Z', '2026-12-12T00:00:00Z']])).toBe('2026-12-14T09:00:00Z');
  });

  it('finds none where all is taken, nobody works, or no half hour fits', () => {
    expect(find('UTC', [['2026-12-01T00:00:00Z', '2027-02-01T00:00:00Z']])).toBeUndefined();
    expect(find('UTC', [], { ...hours('UTC'), daysOfWeek: [] })).toBeUndefined();
    expect(find('UTC', [], { ...hours('UTC'), end: new Temporal.PlainTime(9, 29) })).toBeUndefined();
  });

  it('keeps to the clock of the zone over a clock change', () => {
    const window = { start: at('2026-03-27T23:00:00Z'), end: at('2026-04-20T00:00:00Z') };
    const slot = findFarSlot(window, hours('Europe/Berlin'), []);
    expect(slot?.start.toString()).toBe('2026-03-30T07:00:00Z');
  });
});
