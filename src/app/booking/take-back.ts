/** Takes back what was made, and says why the room refused and what could be tried next. */
import type { BookingState, RefusedRoom } from '../../domain/booking/booking.ts';
import type { RoomRule } from '../../domain/contract/admin.ts';
import { classifyRefusal } from '../../domain/booking/refusal.ts';
import { Failure } from '../../domain/failure.ts';
import type { FreeBusy } from '../../domain/rooms/free-busy.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { findPlace } from '../../domain/series/series-wish.ts';
import { type Interval, overlaps } from '../../domain/time/intervals.ts';
import { removeRoom } from './add-room.ts';
import { isSame } from './booking-rules.ts';
import { findNextRoom, findNextRooms } from './find-next-rooms.ts';
import { moveBack } from './move-meeting.ts';
import { findLostEvent } from './send-hold.ts';
import { type Refused, type SeriesTrip, type Trip, findFreeBusy, readRoomFreeBusy, toTwinView } from './trip.ts';
import { writeReceipt } from './write-receipt.ts';

async function remove(trip: Trip): Promise<void> {
  if (!trip.rules.mustTakeBack(trip.made)) return;
  if (trip.request.moves === true) return moveBack(trip);
  if (trip.request.existing) return removeRoom(trip);
  trip.eventId ??= await findLostEvent(trip);
  if (trip.eventId !== undefined) await trip.calls.deleteEvent(trip.eventId);
}

/** What was imported of the room; not knowing it makes a cause likely where it might have been known. */
async function findRule({ calls }: Trip, room: Room): Promise<RoomRule | undefined> {
  return calls.findRoomRule?.(room.address).catch(forgive);
}

/** The room's calendar as it is now, without what is our own in it. */
function findOthers(trip: Trip, room: Room): FreeBusy | undefined {
  const { request, mark } = trip;
  const freeBusy = findFreeBusy(trip, room);
  if (freeBusy?.state !== 'known' || request.moves !== true) return freeBusy;
  const previous = mark?.previousTime;
  const isOurs = ({ start, end }: Interval): boolean =>
    previous !== undefined &&
    start.equals(Temporal.Instant.from(previous.start)) &&
    end.equals(Temporal.Instant.from(previous.end));
  return { ...freeBusy, blocks: freeBusy.blocks.filter((block) => !isOurs(block)) };
}

/** Its last end, and on how many of the room's own dates somebody else has it. */
function toRefusedSeries(freeBusy: FreeBusy | undefined, room: Room, { dates }: SeriesTrip) {
  const blocks = freeBusy?.state === 'known' ? freeBusy.blocks : [];
  const places = dates.flatMap((one) => findPlace(one, room) ?? []);
  const own = places.filter((place) => isSame(place.room.address, room.address));
  const conflicts = own.filter(({ time }) => blocks.some((block) => overlaps(block, time))).length;
  return { lastEnd: dates.at(-1)?.end ?? Temporal.Instant.fromEpochMilliseconds(0), conflicts };
}

async function classify(trip: Trip, { room, seen }: Refused): Promise<RefusedRoom> {
  const { request, calls } = trip;
  const [freeBusy, rule] = [findOthers(trip, room), await findRule(trip, room)];
  const { twin } = request;
  const heads = twin !== undefined && isSame(twin.room.address, room.address) ? twin.heads : request.heads;
  const refusal = classifyRefusal({
    ...{ request: { ...request, heads }, room, now: calls.now() },
    ...(freeBusy ? { freeBusy } : {}),
    ...(trip.series ? { series: toRefusedSeries(freeBusy, room, trip.series) } : {}),
    ...(rule ? { rule } : {}),
    ...(seen ? { seen } : {}),
  });
  return { room, refusal };
}

type Next = Pick<Extract<BookingState, { phase: 'declined' }>, 'next' | 'twin'>;

async function findNext(trip: Trip, refused: readonly RefusedRoom[]): Promise<Next> {
  const { moves, twin } = trip.request;
  // of a series each date is another question
  if (moves === true || trip.series !== undefined) return {};
  if (twin === undefined) {
    const next = await findNextRoom(trip);
    return next ? { next } : {};
  }
  const pair = await findNextRooms(trip, twin.room);
  return pair ? { next: pair[0], ...toTwinView(trip, { refused, next: pair[1] }) } : toTwinView(trip, { refused });
}

/** A room said no: nothing of it stays, nor of the other room of a pair, and what is free next is offered. */
export async function takeBackDeclined(trip: Trip): Promise<undefined> {
  const { room, request, show } = trip;
  show({ phase: 'releasing', room });
  await remove(trip);
  const refused: readonly Refused[] = trip.refused.length === 0 ? [{ room }] : trip.refused;
  // a room that did not answer, and the other one of a pair, may have had it
  const mayHold = request.twin !== undefined || refused.some(({ seen }) => seen === 'noAnswer');
  const receipt = await writeReceipt(trip, trip.made !== 'nothing' && mayHold);
  if (request.moves === true) await readRoomFreeBusy(trip).catch(forgive);
  const classified: RefusedRoom[] = [];
  for (const one of refused) classified.push(await classify(trip, one));
  const refusal = classified[0]?.refusal ?? { kind: 'unknown', known: false };
  show({ phase: 'declined', room, refusal, receipt, ...(await findNext(trip, classified)) });
  return undefined;
}

function forgive(error: unknown): undefined {
  if (!(error instanceof Failure)) throw error;
  return undefined;
}

/** The user took it back. */
export async function takeBackCancelled(trip: Trip): Promise<undefined> {
  const { room, show } = trip;
  show({ phase: 'releasing', room });
  const asked = trip.made !== 'nothing';
  await remove(trip);
  const receipt = await writeReceipt(trip, asked);
  show({ phase: 'cancelled', room, receipt });
  return undefined;
}
