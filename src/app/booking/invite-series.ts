/** After the yes to every date: people are invited to the series, then to the dates that have attendees of their own; and all of it is read back. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { type HoldMark, HOLD_PREFIX, parseHoldMark } from '../../domain/booking/hold-mark.ts';
import { listInvitees } from '../../domain/booking/written-attendees.ts';
import { Failure } from '../../domain/failure.ts';
import { listInviteWork } from '../../domain/series/list-date-work.ts';
import { toSeriesDonePatch, toSeriesInvitePatch } from '../../domain/series/series-bodies.ts';
import { isSame } from './booking-rules.ts';
import { toOnline } from './invite-people.ts';
import { readSeries, requireSeries } from './series-dates.ts';
import { doDateWork } from './settle-dates.ts';
import { type Stage, type Trip, isGone, keepEvent, noteCalls, readTripEvent, requireEventId } from './trip.ts';

const TRIES = 5;

function requireMark({ mark, withoutOnline }: Trip): HoldMark {
  if (mark === undefined) throw new Failure('internal', { path: 'a hold without its mark' });
  return withoutOnline ? { ...mark, online: false } : mark;
}

/** An earlier try, whose answer was lost, has done it. */
function isInvited({ request, room }: Trip, master: CalendarEvent, mark: HoldMark): boolean {
  const people = listInvitees({ ...request, people: mark.people }, room);
  const isThere = (address: string): boolean => master.attendees.some((one) => isSame(one.address, address));
  const isOnline = !mark.online || master.joinUrl !== undefined;
  return isOnline && !master.subject.startsWith(HOLD_PREFIX) && people.every(({ address }) => isThere(address));
}

async function inviteToSeries(trip: Trip, master: CalendarEvent): Promise<void> {
  const mark = requireMark(trip);
  if (isInvited(trip, master, mark)) return;
  const patch = toSeriesInvitePatch(mark, trip.room, master);
  try {
    const { onNote } = noteCalls(trip, trip.shown());
    const update = { id: master.id, etag: master.etag, patch };
    // heard out even when the user cancels: what is taken back then must be known
    keepEvent(trip, await trip.calls.updateEvent(update, onNote && { onNote }));
  } catch (error) {
    const isOnlineRefused = error instanceof Failure && error.code === 'bad_request' && mark.online;
    if (!isOnlineRefused) throw error;
    trip.withoutOnline = true;
    await inviteToSeries(trip, master);
  }
}

export async function inviteSeries(trip: Trip): Promise<Stage> {
  const { room, show, stop, rules, calls, choice } = trip;
  const eventId = requireEventId(trip);
  const inviting = (): void => show({ phase: 'inviting', room, eventId });
  inviting();
  for (let tries = 1; tries <= TRIES; tries += 1) {
    if (stop.aborted) return 'takeBackCancelled';
    try {
      const master = await readTripEvent(trip);
      if (trip.sawMark && parseHoldMark(master.holdMark ?? '') === undefined) return 'verifySeries';
      const { states } = await readSeries(trip);
      const isAgreed = states.every(({ answer }) => answer === 'accepted' || answer === 'skipped');
      // changed in Outlook meanwhile, so that a room has to answer anew
      if (choice !== 'inviteNow' && !isAgreed) return 'askSeries';
      await inviteToSeries(trip, master);
      const series = await readSeries(trip);
      const work = listInviteWork({ ...series, main: room, mark: requireMark(trip), request: trip.request });
      if (!(await doDateWork(trip, work, inviting))) continue;
      // last, so that a page closed before it leaves something to be finished
      await calls.updateEvent({ id: eventId, patch: toSeriesDonePatch() });
      return 'verifySeries';
    } catch (error) {
      if (isGone(error)) return 'takeBackCancelled';
      if (!rules.isOpen(error) || tries === TRIES) throw error;
    }
  }
  throw new Failure('conflict', { path: 'the series keeps changing' });
}

const READS_MS = [0, 700, 1_500, 3_000, 3_000, 3_000];

/** Exchange may have copied our mark onto a date that was changed: it goes there too. */
async function emptyMarks(trip: Trip): Promise<void> {
  const marked = requireSeries(trip).instances.filter(({ holdMark }) => parseHoldMark(holdMark ?? '') !== undefined);
  for (const { id } of marked) await trip.calls.updateEvent({ id, patch: toSeriesDonePatch() });
}

/** Booked only when each date, read once more, is where it shall be and has its room's yes. */
export async function verifySeries(trip: Trip): Promise<Stage | undefined> {
  const { room, show } = trip;
  const eventId = requireEventId(trip);
  let online: 'none' | 'made' | 'missing' = 'none';
  let isKept = false;
  for (const waitMs of READS_MS) {
    if (waitMs > 0) await trip.rest(waitMs);
    if (trip.stop.aborted) return 'takeBackCancelled';
    const master = await readTripEvent(trip);
    const { states } = await readSeries(trip);
    online = toOnline(trip, master);
    isKept = states.every(({ answer }) => answer === 'accepted' || answer === 'skipped');
    if ((isKept || trip.choice === 'inviteNow') && (online !== 'missing' || trip.withoutOnline)) break;
  }
  await emptyMarks(trip);
  show(isKept ? { phase: 'booked', room, eventId, online } : { phase: 'invitedUnconfirmed', room, eventId });
  return undefined;
}
