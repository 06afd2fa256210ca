import { parseHoldMark } from '../../../src/domain/booking/hold-mark.ts';
import { writeHoldMark } from '../../../src/domain/booking/write-hold-mark.ts';
import { fitsSeriesMark, fromSeriesMark, toSeriesMark } from '../../../src/domain/series/series-mark.ts';
import type { DateChoice, SeriesWish } from '../../../src/domain/series/series-wish.ts';

const start = Temporal.Instant.from('2026-12-01T09:00:00Z');
const wish = (choices: readonly DateChoice[]): SeriesWish => ({
  recurrence: {
    pattern: { type: 'daily', interval: 1 },
    range: { type: 'endDate', startDate: '2026-12-01', endDate: '2026-12-09', recurrenceTimeZone: 'UTC' },
  },
  dates: choices.map((choice, index) => {
    const from = start.add({ hours: 24 * index });
    const date = Temporal.PlainDate.from('2026-12-01').add({ days: index });
    return { date, start: from, end: from.add({ minutes: 30 }), clock: 'usual', choice };
  }),
});
const room = { address: 'b@contoso.example', name: 'B' };
const time = { start: start.add({ hours: 49 }), end: start.add({ hours: 50 }) };

describe('the mark of a series', () => {
  it('keeps what differs from the rest, and gives it back', () => {
    const series = wish([
      { kind: 'usual' },
      { kind: 'skip' },
      { kind: 'other', time },
      { kind: 'other', room },
      { kind: 'other', room, time },
    ]);
    const text = writeHoldMark({
      ...{ subject: 'Sync', people: [], online: false, room, existing: false, series: toSeriesMark(series) },
      startedAt: '2026-11-30T09:00:00Z',
    });
    const mark = parseHoldMark(text)?.series;
    expect(mark?.changes).toEqual([
      ...['2026-12-02', '2026-12-03//2026-12-03T10:00Z/60', '2026-12-04/0', '2026-12-05/0/2026-12-03T10:00Z/60'],
    ]);
    expect([...fromSeriesMark(mark ?? { zone: '', rooms: [], changes: [] })]).toEqual([
      ['2026-12-02', { kind: 'skip' }],
      ['2026-12-03', { kind: 'other', time }],
      ['2026-12-04', { kind: 'other', room }],
      ['2026-12-05', { kind: 'other', room, time }],
    ]);
  });

  it('leaves out what it can’t read', () => {
    const broken = { zone: 'UTC', rooms: [], changes: ['2026-12-02/7', '2026-12-03//never/30', ''] };
    expect([...fromSeriesMark(broken).keys()]).toEqual(['']);
  });

  it('says when too much differs to be kept', () => {
    const rooms = Array.from({ length: 60 }, (_, index) => ({
      address: `${'r'.repeat(90)}${index}@b.example`,
      name: 'x',
    }));
    expect(fitsSeriesMark(wish([{ kind: 'skip' }, { kind: 'other', room, time }]))).toBe(true);
    expect(fitsSeriesMark(wish(rooms.map((one): DateChoice => ({ kind: 'other', room: one }))))).toBe(false);
  });
});
