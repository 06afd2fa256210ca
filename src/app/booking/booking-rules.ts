/** The rules that a booking follows, gathered so that a test can break one of them and see that it is noticed. */
import type { Answer, CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { BookingRequest } from '../../domain/booking/booking.ts';
import { toMovedBackPatch, toMovedPatch, toMovePatch } from '../../domain/booking/change-bodies.ts';
import {
  toAddRoomPatch,
  toConfirmPatch,
  toHoldEvent,
  toRoomConfirmedPatch,
  toRoomRemovedPatch,
} from '../../domain/booking/event-bodies.ts';
import { Failure } from '../../domain/failure.ts';
import type { Room } from '../../domain/rooms/room.ts';

/** `missing` where somebody has taken the room out. */
export type RoomAnswer = Answer | 'missing';

export const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The room's answer in the event. */
export function findRoomAnswer(event: CalendarEvent, { address }: Pick<Room, 'address'>): RoomAnswer {
  return event.attendees.find((one) => isSame(one.address, address))?.answer ?? 'missing';
}

/** A pair, and a meeting that moves, need the word of each of their rooms: one no is a no, and all have to say yes. */
function findAnswer(event: CalendarEvent, room: Room, { moves, existing, twin }: BookingRequest): RoomAnswer {
  const isMove = moves === true && existing !== undefined;
  const held = isMove
    ? existing.attendees.filter(({ kind, answer }) => kind === 'resource' && answer !== 'declined')
    : [];
  const answers = [room, ...held, ...(twin ? [twin.room] : [])].map((one) => findRoomAnswer(event, one));
  const order: readonly RoomAnswer[] = ['declined', 'missing', 'none', 'tentative', 'accepted'];
  return order.find((answer) => answers.includes(answer)) ?? 'none';
}

/** After these nobody knows whether the call was carried out. */
const OPEN = ['offline', 'timeout', 'upstream_unavailable', 'bad_response', 'throttled', 'conflict', 'cancelled'];
const isOpen = (error: unknown): boolean => error instanceof Failure && OPEN.includes(error.code);

/** One id for each room tried: however often the hold is sent, there is one event. */
const toTransactionId = (first: string): string => first;

export const BOOKING_RULES = {
  ...{ toHoldEvent, toConfirmPatch, toAddRoomPatch, toRoomConfirmedPatch, toRoomRemovedPatch },
  ...{ toMovePatch, toMovedPatch, toMovedBackPatch },
  ...{ findAnswer, isOpen, toTransactionId },
  /** What may have reached the calendar is looked for and taken back. */
  mustTakeBack: (made: 'nothing' | 'maybe' | 'made'): boolean => made !== 'nothing',
  /** Whether the calendar, read once more after everybody was told, still shows the room's yes. */
  isKept: (answer: RoomAnswer): boolean => answer === 'accepted',
};

export type BookingRules = typeof BOOKING_RULES;
