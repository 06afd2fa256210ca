import { toEventDay } from '../../../src/app/pane/use-day.ts';
import { makeEvent, shiftAt, timed } from '../../support/screen-events.ts';

const ZONE = 'Europe/Amsterdam';
const shift = shiftAt('2026-11-24T07:00:00Z', '2026-11-24T15:00:00Z');
const draft = makeEvent({ id: 'draft', time: timed('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z') });
const other = makeEvent({ id: 'other', time: timed('2026-11-24T09:30:00Z', '2026-11-24T11:00:00Z') });

const free = (others: readonly (typeof other)[]): string | undefined =>
  toEventDay(draft, others, [shift], ZONE)
    ?.day.free.map(({ start, end }) => `${start.toString().slice(11, 16)}–${end.toString().slice(11, 16)}`)
    .join(' ');

describe('toEventDay', () => {
  it('leaves free what neither the event nor the rest of its day takes', () => {
    expect(free([])).toBe('07:00–09:00 10:00–15:00');
    expect(free([other])).toBe('07:00–09:00 11:00–15:00');
  });

  it('tells of the event alone, with what it collides with', () => {
    const before = makeEvent({ id: 'before', time: timed('2026-11-24T08:00:00Z', '2026-11-24T09:30:00Z') });
    const found = toEventDay(draft, [before], [shift], ZONE);
    expect(found?.entry.event).toBe(draft);
    expect(found?.entry.flags).toContain('doubleBooked');
    expect(found?.entry.rival).toBe(before);
  });

  it('takes the draft for the event under whose name it was saved', () => {
    const saved = makeEvent({ id: 'draft', time: timed('2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z') });
    expect(free([saved])).toBe('07:00–09:00 10:00–15:00');
  });

  it('finds an event of a night shift on the day on which the shift begins', () => {
    const night = shiftAt('2026-11-23T21:00:00Z', '2026-11-24T05:00:00Z');
    const early = makeEvent({ id: 'early', time: timed('2026-11-24T01:00:00Z', '2026-11-24T01:30:00Z') });
    expect(toEventDay(early, [], [night], ZONE)?.day.date.toString()).toBe('2026-11-23');
  });
});
