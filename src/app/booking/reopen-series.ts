/** Takes up a series that an earlier visit left: what it was to be is read from its mark and from what stands in the calendar. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { expandSeries } from '../../domain/series/expand-series.ts';
import { isAtTime, isSameRoom, toSeriesDate } from '../../domain/series/read-date-states.ts';
import { MAX_YEARS } from '../../domain/series/repeat.ts';
import { fromSeriesMark } from '../../domain/series/series-mark.ts';
import { type DateChoice, type RoomName, type SeriesDate, USUAL } from '../../domain/series/series-wish.ts';
import type { Interval } from '../../domain/time/intervals.ts';
import { toIanaZone } from '../../domain/time/zones.ts';
import { findRoomAnswer } from './booking-rules.ts';
import { keepInstances, toSeriesTrip } from './series-dates.ts';
import { type Stage, type Trip, isGone, readTripEvent, requireEventId } from './trip.ts';

const DAYS = 366 * MAX_YEARS + 2;

/** As it stands there: once the room of the series was asked, nothing else was wished. */
function readChoice(instance: CalendarEvent, usual: Interval, main: RoomName): DateChoice {
  const own = instance.attendees.find(({ kind, address }) => kind === 'resource' && !isSameRoom(address, main.address));
  const { time } = instance;
  const isMoved = time.kind === 'timed' && !isAtTime(instance, usual);
  if (own === undefined && !isMoved) return USUAL;
  return {
    kind: 'other',
    ...(own === undefined ? {} : { room: { address: own.address, name: own.name } }),
    ...(isMoved ? { time: { start: time.start, end: time.end } } : {}),
  };
}

export async function reopenSeries(trip: Trip): Promise<Stage> {
  const { calls, room, mark } = trip;
  if (mark?.series === undefined) return 'takeBackCancelled';
  try {
    const master = await readTripEvent(trip);
    if (master.time.kind !== 'timed') return 'takeBackCancelled';
    const zone = toIanaZone(mark.series.zone) ?? 'UTC';
    const start = master.time.start.subtract({ hours: 24 });
    const instances = await calls.listInstances(requireEventId(trip), { start, end: start.add({ hours: 24 * DAYS }) });
    const dates = instances.map((one) => Temporal.PlainDate.from(toSeriesDate(one, zone)));
    const wished = fromSeriesMark(mark.series);
    const isAsked = findRoomAnswer(master, room) !== 'missing';
    const occurrences = expandSeries({ dates, time: master.time, zone });
    const chosen = occurrences.map((one, index): SeriesDate => {
      const instance = instances[index];
      const stands = isAsked && instance !== undefined ? readChoice(instance, one, room) : undefined;
      return { ...one, choice: stands ?? wished.get(one.date.toString()) ?? USUAL };
    });
    if (chosen.length === 0) return 'takeBackCancelled';
    trip.series = toSeriesTrip(chosen, mark.series.zone, room);
    keepInstances(trip, instances);
    return 'settleDates';
  } catch (error) {
    if (isGone(error)) return 'takeBackCancelled';
    throw error;
  }
}
