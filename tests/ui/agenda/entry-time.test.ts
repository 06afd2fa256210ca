import type { AgendaEntry } from '../../../src/domain/agenda/agenda-day.ts';
import { toEntryTime } from '../../../src/ui/agenda/entry-time.ts';
import { loadTestWords } from '../../support/render-page.tsx';
import { allDay, makeEvent, timed } from '../../support/screen-events.ts';

const toEntry = (time: ReturnType<typeof timed>, date: string, part: AgendaEntry['part']): AgendaEntry => ({
  key: 'k',
  event: makeEvent({ time }),
  date: Temporal.PlainDate.from(date),
  part,
  flags: [],
  people: { accepted: [], tentative: [], declined: [], none: [] },
  rooms: [],
});

describe('toEntryTime', () => {
  const conference = timed('2026-11-23T12:00:00Z', '2026-11-25T11:00:00Z');
  it.each([
    ['an hour', timed('2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z'), '2026-11-23', 'whole', '10:00–11:00', undefined],
    [
      'one that ends at midnight',
      timed('2026-11-23T21:00:00Z', '2026-11-23T23:00:00Z'),
      '2026-11-23',
      'whole',
      '22:00–00:00',
      undefined,
    ],
    [
      'one of no length',
      timed('2026-11-23T09:00:00Z', '2026-11-23T09:00:00Z'),
      '2026-11-23',
      'whole',
      '10:00–10:00',
      undefined,
    ],
    ['the first day of three', conference, '2026-11-23', 'first', 'from 13:00', 'Day 1 of 3'],
    ['the day between', conference, '2026-11-24', 'middle', 'All day', 'Day 2 of 3'],
    ['the last day', conference, '2026-11-25', 'last', 'until 12:00', 'Day 3 of 3'],
    ['an all-day event', allDay('2026-11-23', '2026-11-24'), '2026-11-23', 'whole', 'All day', undefined],
    [
      'an all-day event over the change of the clock',
      allDay('2026-10-24', '2026-10-27'),
      '2026-10-25',
      'middle',
      'All day',
      'Day 2 of 3',
    ],
  ] as const)('says when %s is', async (_name, time, date, part, text, partText) => {
    const said = toEntryTime(toEntry(time, date, part), Temporal.PlainDate.from(date), await loadTestWords());
    expect([said.text, said.part]).toEqual([text, partText]);
  });

  it('says the weekday of an event that stands under the night before', async () => {
    const entry = toEntry(timed('2026-11-27T01:00:00Z', '2026-11-27T01:30:00Z'), '2026-11-27', 'whole');
    expect(toEntryTime(entry, Temporal.PlainDate.from('2026-11-26'), await loadTestWords()).text).toBe(
      'Fri 02:00–02:30',
    );
  });
});
