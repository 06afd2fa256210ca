/** Changes a booking in one step and looks afterwards what became of the room. */
import type { Answer, CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Invitee } from '../../domain/booking/booking.ts';
import { toEndEarlyPatch, toGivenBackPatch, toPeoplePatch } from '../../domain/booking/change-bodies.ts';
import { listHeldRooms } from '../../domain/booking/list-held-rooms.ts';
import { Failure } from '../../domain/failure.ts';
import type { FreeBusy } from '../../domain/rooms/free-busy.ts';
import { type Interval, overlaps } from '../../domain/time/intervals.ts';
import type { Services } from '../services.ts';
import type { BookingsServices } from './bookings-services.ts';

export interface ChangeCalls
  extends
    Pick<BookingsServices, 'readEvent' | 'updateEvent' | 'cancelEvent' | 'sleep'>,
    Pick<Services, 'readFreeBusy'> {}

/** A room needs a moment to let go. */
const LOOKS_MS = [0, 700, 1_500, 3_000];

async function wait(calls: ChangeCalls, ms: number): Promise<void> {
  if (ms > 0) await calls.sleep(ms, new AbortController().signal);
}

const isFree = (all: readonly FreeBusy[], window: Interval): boolean =>
  all.length > 0 && all.every((one) => one.state === 'known' && !one.blocks.some((block) => overlaps(block, window)));

/** Whether every room shows as free in this time; false too where it could not be seen. */
async function seeFree(calls: ChangeCalls, rooms: readonly string[], window: Interval): Promise<boolean> {
  try {
    for (const ms of LOOKS_MS) {
      await wait(calls, ms);
      if (isFree(await calls.readFreeBusy(rooms, window), window)) return true;
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
  return false;
}

const addresses = (event: CalendarEvent): readonly string[] => listHeldRooms(event).map(({ address }) => address);

/** Tells whether the rooms show as free again. */
export async function cancelMeeting(calls: ChangeCalls, event: CalendarEvent, comment: string): Promise<boolean> {
  await calls.cancelEvent(event.id, comment);
  return event.time.kind === 'timed' && seeFree(calls, addresses(event), event.time);
}

/** Tells whether the rooms show as free from `end` on. */
export async function endEarly(
  calls: ChangeCalls,
  event: CalendarEvent,
  wish: { readonly end: Temporal.Instant; readonly graphZone: string },
): Promise<boolean> {
  const { end, graphZone } = wish;
  if (event.time.kind !== 'timed') return false;
  const until = event.time.end;
  await calls.updateEvent({ id: event.id, etag: event.etag, patch: toEndEarlyPatch(event, end, graphZone) });
  return seeFree(calls, addresses(event), { start: end, end: until });
}

/** The room's answer after the people have changed; the worst of several. */
export async function changePeople(
  calls: ChangeCalls,
  event: CalendarEvent,
  people: readonly Invitee[],
): Promise<Answer> {
  await calls.updateEvent({ id: event.id, etag: event.etag, patch: toPeoplePatch(event, people) });
  const before = listHeldRooms(event);
  let answers: readonly Answer[] = [];
  for (const ms of LOOKS_MS) {
    await wait(calls, ms);
    const { attendees } = await calls.readEvent(event.id);
    const find = (address: string): Answer =>
      attendees.find((one) => one.address.toLowerCase() === address.toLowerCase())?.answer ?? 'none';
    answers = before.map(({ address }) => find(address));
    if (answers.every((answer) => answer === 'accepted')) return 'accepted';
    if (answers.includes('declined')) return 'declined';
  }
  return answers.includes('none') ? 'none' : 'tentative';
}

/** Takes one room out; the meeting stays. Tells whether the room shows as free. */
export async function giveBack(
  calls: ChangeCalls,
  event: CalendarEvent,
  room: { readonly address: string; readonly name: string },
): Promise<boolean> {
  // as it is now: what others changed meanwhile must not be lost
  const fresh = await calls.readEvent(event.id);
  await calls.updateEvent({ id: fresh.id, etag: fresh.etag, patch: toGivenBackPatch(fresh, room) });
  return fresh.time.kind === 'timed' && seeFree(calls, [room.address], fresh.time);
}
