/** Reads how the dates of a series stand, before anything is sent and after. */
import type { BookingRequest } from '../../domain/booking/booking.ts';
import { Failure } from '../../domain/failure.ts';
import { type DateAnswer, type DateState, readDateStates } from '../../domain/series/read-date-states.ts';
import { findPlace, type SeriesDate } from '../../domain/series/series-wish.ts';
import { overlaps } from '../../domain/time/intervals.ts';
import { toIanaZone } from '../../domain/time/zones.ts';
import { type SeriesTrip, type Trip, findFreeBusy, readRoomFreeBusy, requireEventId, toSeriesWindow } from './trip.ts';

/** Before anything is known of the calendar. */
function toFirstStates(dates: readonly SeriesDate[], room: Trip['room']): readonly DateState[] {
  return dates.map((one) => {
    const place = findPlace(one, room);
    const answer: DateAnswer = place === undefined ? 'skipped' : 'unasked';
    const { start, end } = place?.time ?? one;
    return { date: one.date, start, end, room: place?.room ?? room, answer };
  });
}

export function toSeriesTrip(
  dates: readonly SeriesDate[],
  graphZone: BookingRequest['graphZone'],
  room: Trip['room'],
): SeriesTrip {
  return {
    ...{ dates, graphZone, zone: toIanaZone(graphZone) ?? 'UTC', instances: [], isAsked: false, rounds: 0 },
    states: toFirstStates(dates, room),
  };
}

export function requireSeries({ series }: Trip): SeriesTrip {
  if (series === undefined) throw new Failure('internal', { path: 'a series without its dates' });
  return series;
}

/** Takes over what was read or done of single dates. */
export function keepInstances(trip: Trip, instances: SeriesTrip['instances']): SeriesTrip {
  const series = requireSeries(trip);
  series.instances = instances;
  series.states = readDateStates({ ...series, main: trip.room });
  return series;
}

export async function readSeries(trip: Trip): Promise<SeriesTrip> {
  const window = toSeriesWindow(requireSeries(trip));
  return keepInstances(trip, await trip.calls.listInstances(requireEventId(trip), window));
}

/** Each date whose room is taken by now stands as declined; true where there is none. A room that does not answer has the last word itself. */
export async function isSeriesFree(trip: Trip): Promise<boolean> {
  await readRoomFreeBusy(trip);
  const series = requireSeries(trip);
  series.states = toFirstStates(series.dates, trip.room).map((state) => {
    const freeBusy = findFreeBusy(trip, state.room);
    const isTaken = freeBusy?.state === 'known' && freeBusy.blocks.some((block) => overlaps(block, state));
    return state.answer === 'unasked' && isTaken ? { ...state, answer: 'declined' } : state;
  });
  return series.states.every(({ answer }) => answer !== 'declined');
}
