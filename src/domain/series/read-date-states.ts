/** Says of each date of a series how it stands in the calendar: whether it is there, in its room, and what that room said. */
import type { CalendarEvent } from '../agenda/calendar-event.ts';
import { findPlace, type RoomName, type SeriesDate } from './series-wish.ts';
import type { Interval } from '../time/intervals.ts';

export type DateAnswer =
  /** Left out, as wished. */
  | 'skipped'
  /** Wished and not in the calendar, at another time there, or left out and still there. */
  | 'amiss'
  /** Its room was not asked yet. */
  | 'unasked'
  | 'waiting'
  | 'tentative'
  | 'accepted'
  | 'declined';

export interface DateState extends Interval {
  readonly date: Temporal.PlainDate;
  readonly room: RoomName;
  readonly answer: DateAnswer;
}

/** The date of a series that one of its instances stands for, on the clock of the series. */
export function toSeriesDate({ originalStart, time }: CalendarEvent, zone: string): string {
  if (time.kind === 'allDay') return time.start.toString();
  return (originalStart ?? time.start).toZonedDateTimeISO(zone).toPlainDate().toString();
}

export interface SeriesReading {
  readonly dates: readonly SeriesDate[];
  /** As last read. */
  readonly instances: readonly CalendarEvent[];
  /** The room of the series. */
  readonly main: RoomName;
  /** IANA zone in which the series repeats. */
  readonly zone: string;
}

export function mapInstances({ instances, zone }: SeriesReading): ReadonlyMap<string, CalendarEvent> {
  return new Map(instances.filter((one) => !one.isCancelled).map((one) => [toSeriesDate(one, zone), one]));
}

export function isAtTime({ time }: CalendarEvent, wanted: Interval): boolean {
  return time.kind === 'timed' && time.start.equals(wanted.start) && time.end.equals(wanted.end);
}

export const isSameRoom = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function toAnswer(instance: CalendarEvent | undefined, place: ReturnType<typeof findPlace>): DateAnswer {
  if (place === undefined) return instance === undefined ? 'skipped' : 'amiss';
  if (instance === undefined || !isAtTime(instance, place.time)) return 'amiss';
  const room = instance.attendees.find(({ address }) => isSameRoom(address, place.room.address));
  if (room === undefined) return 'unasked';
  return room.answer === 'none' ? 'waiting' : room.answer;
}

export function readDateStates(reading: SeriesReading): readonly DateState[] {
  const found = mapInstances(reading);
  return reading.dates.map((one) => {
    const place = findPlace(one, reading.main);
    const answer = toAnswer(found.get(one.date.toString()), place);
    const { start, end } = place?.time ?? one;
    return { date: one.date, start, end, room: place?.room ?? reading.main, answer };
  });
}
