import type { AgendaEntry } from '../../../src/domain/agenda/agenda-day.ts';
import { toFlagWords } from '../../../src/ui/agenda/flag-words.ts';
import { loadTestWords } from '../../support/render-page.tsx';
import { allDay, makeEvent, shiftAt, timed } from '../../support/screen-events.ts';

const shifts = [shiftAt('2026-11-23T07:00:00Z', '2026-11-23T15:30:00Z')];
const toEntry = (time: ReturnType<typeof timed>): AgendaEntry => ({
  key: 'k',
  event: makeEvent({ time }),
  date: Temporal.PlainDate.from('2026-11-23'),
  part: 'whole',
  flags: ['outsideShift'],
  people: { accepted: [], tentative: [], declined: [], none: [] },
  rooms: [],
});

describe('toFlagWords', () => {
  it.each([
    [
      'ends after it',
      timed('2026-11-23T15:00:00Z', '2026-11-23T16:00:00Z'),
      'Outside your shift: ends 30 mins after it',
    ],
    [
      'starts before it',
      timed('2026-11-23T06:30:00Z', '2026-11-23T08:00:00Z'),
      'Outside your shift: starts 30 mins before it',
    ],
    ['sticks out at both ends', timed('2026-11-23T06:30:00Z', '2026-11-23T16:00:00Z'), 'Outside your shift'],
    ['touches its end', timed('2026-11-23T15:30:00Z', '2026-11-23T16:00:00Z'), 'Outside your shift'],
    ['lasts all day', allDay('2026-11-23', '2026-11-24'), 'Outside your shift'],
  ] as const)('tells of an event that %s', async (_name, time, expected) => {
    expect(toFlagWords('outsideShift', toEntry(time), shifts, await loadTestWords())).toBe(expected);
  });

  it('tells of a meeting in person on a remote day', async () => {
    const entry = toEntry(timed('2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z'));
    expect(toFlagWords('inPersonOnRemoteDay', entry, shifts, await loadTestWords())).toBe(
      'In person on a day you are remote',
    );
  });

  it.each([
    ['the same day', timed('2026-11-23T08:00:00Z', '2026-11-23T09:30:00Z'), /runs until 10:30$/],
    ['a later one', timed('2026-11-23T08:00:00Z', '2026-11-25T08:00:00Z'), /runs until Wed 25 Nov, 09:00$/],
  ] as const)('says until when the other meeting of %s runs', async (_name, time, expected) => {
    const rival = makeEvent({ time });
    const entry = { ...toEntry(timed('2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z')), rival };
    expect(toFlagWords('doubleBooked', entry, shifts, await loadTestWords())).toMatch(expected);
  });
});
