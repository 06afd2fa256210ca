/** Makes the dates of a series in the calendar what they shall be, and only then asks its room for the rest of them. */
import { Failure } from '../../domain/failure.ts';
import { type DateWork, listDateWork } from '../../domain/series/list-date-work.ts';
import { toAskRoomPatch } from '../../domain/series/series-bodies.ts';
import { findRoomAnswer } from './booking-rules.ts';
import { keepInstances, readSeries, requireSeries } from './series-dates.ts';
import { type Stage, type Trip, isGone, noteCalls, readTripEvent } from './trip.ts';

const TRIES = 5;

/** One change at a time, each shown; answers whether all of it was done. What is not known to have happened is looked up again. */
export async function doDateWork(trip: Trip, work: readonly DateWork[], show: () => void): Promise<boolean> {
  const { calls, rules, stop } = trip;
  for (const item of work) {
    if (stop.aborted) return false;
    try {
      const { instances } = requireSeries(trip);
      if (item.kind === 'remove') {
        await calls.deleteEvent(item.id);
        keepInstances(
          trip,
          instances.filter(({ id }) => id !== item.id),
        );
      } else {
        const changed = await calls.updateEvent(item, noteCalls(trip, trip.shown()));
        keepInstances(
          trip,
          instances.map((one) => (one.id === item.id ? { ...one, ...changed } : one)),
        );
      }
      show();
    } catch (error) {
      if (!rules.isOpen(error) && !isGone(error)) throw error;
      return false;
    }
  }
  return true;
}

/** The room of the series is asked last: the dates that are not its own are settled by then. */
async function askMainRoom(trip: Trip): Promise<void> {
  const { calls, room } = trip;
  const master = await readTripEvent(trip);
  if (findRoomAnswer(master, room) === 'missing') {
    const update = { id: master.id, etag: master.etag, patch: toAskRoomPatch(master, room) };
    await calls.updateEvent(update, noteCalls(trip, { phase: 'sending', room }));
  }
  requireSeries(trip).isAsked = true;
}

export async function settleDates(trip: Trip): Promise<Stage> {
  const { room, show, stop, rules, calls } = trip;
  const sending = (): void => show({ phase: 'sending', room });
  for (let tries = 1; tries <= TRIES; tries += 1) {
    sending();
    try {
      const series = await readSeries(trip);
      series.isAsked = findRoomAnswer(await readTripEvent(trip), room) !== 'missing';
      const work = listDateWork({ ...series, main: room });
      const isDone = await doDateWork(trip, work, sending);
      if (stop.aborted) return 'takeBackCancelled';
      if (isDone && series.isAsked) {
        trip.since = calls.now();
        return 'askSeries';
      }
      if (isDone) await askMainRoom(trip);
    } catch (error) {
      if (isGone(error)) return 'takeBackCancelled';
      if (!rules.isOpen(error) || tries === TRIES) throw error;
    }
  }
  throw new Failure('conflict', { path: 'the series keeps changing' });
}
