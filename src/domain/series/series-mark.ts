/** What the hold's mark keeps of a series: its differing dates, so that a closed page can be finished by the next. */
import { capText } from '../booking/cap-text.ts';
import type { SeriesMark } from './series-mark-schema.ts';
import type { DateChoice, RoomName, SeriesWish } from './series-wish.ts';

/** Of the mark's 32,000 characters, people take 24,000 at most. */
const MAX_SERIES_TEXT = 6_000;
const MAX_ROOM_NAME = 40;

export function toSeriesMark({ dates, recurrence }: SeriesWish): SeriesMark {
  const rooms: RoomName[] = [];
  const toIndex = ({ address, name }: RoomName): number => {
    const known = rooms.findIndex((room) => room.address.toLowerCase() === address.toLowerCase());
    return known >= 0 ? known : rooms.push({ address, name: capText(name, MAX_ROOM_NAME) }) - 1;
  };
  const changes = dates.flatMap(({ date, choice }) => {
    if (choice.kind === 'usual') return [];
    if (choice.kind === 'skip') return [date.toString()];
    const room = choice.room === undefined ? '' : String(toIndex(choice.room));
    const { time } = choice;
    if (time === undefined) return [`${date.toString()}/${room}`];
    const minutes = Math.round((time.end.epochMilliseconds - time.start.epochMilliseconds) / 60_000);
    return [`${date.toString()}/${room}/${time.start.toString({ smallestUnit: 'minute' })}/${minutes}`];
  });
  return { zone: recurrence.range.recurrenceTimeZone, rooms, changes };
}

export const fitsSeriesMark = (series: SeriesWish): boolean =>
  JSON.stringify(toSeriesMark(series)).length <= MAX_SERIES_TEXT;

/** By date; what can't be read is left out, so that the date follows its series. */
export function fromSeriesMark({ rooms, changes }: SeriesMark): ReadonlyMap<string, DateChoice> {
  return new Map(
    changes.flatMap((text): [string, DateChoice][] => {
      const [date = '', room, start, minutes] = text.split('/');
      if (room === undefined) return [[date, { kind: 'skip' }]];
      const named = room === '' ? undefined : rooms[Number(room)];
      const time = start === undefined ? undefined : toTime(start, Number(minutes));
      if (named === undefined && time === undefined) return [];
      return [[date, { kind: 'other', ...(named ? { room: named } : {}), ...(time ? { time } : {}) }]];
    }),
  );
}

function toTime(text: string, minutes: number) {
  try {
    const start = Temporal.Instant.from(text);
    return { start, end: start.add({ minutes }) };
  } catch {
    return undefined;
  }
}
