/** Says who is mailed by a booking and when, so that the screen can show it before anything is sent. */
import type { CalendarEvent, Person } from '../agenda/calendar-event.ts';
import { listPeople } from '../agenda/group-attendees.ts';
import type { Room } from '../rooms/room.ts';
import type { BookingRequest, Invitee } from './booking.ts';
import { listInvitees, uniqueByAddress } from './written-attendees.ts';

export interface MailList {
  /** Asked first. */
  readonly room: Room;
  /** Asked together with it. */
  readonly twin?: Room;
  /** Mailed after the room accepted (with `inviteAtOnce` together with it). */
  readonly people: readonly Invitee[];
}

/** Of a meeting that was there before, everybody on it too: a new place is an update to all of them. */
export function listMailed(request: BookingRequest, room: Room): MailList {
  const invited = request.existing === undefined ? [] : listPeople(request.existing);
  const told = invited.map(({ name, address, kind }): Invitee => ({
    name,
    address,
    kind: kind === 'optional' ? 'optional' : 'required',
  }));
  const { twin } = request;
  return { room, ...(twin ? { twin: twin.room } : {}), people: [...told, ...listInvitees(request, room)] };
}

/** Everybody whom a changed time, place or end, or a cancellation, is told to: people and rooms, each once, me never. */
export function listTold(event: CalendarEvent): readonly Person[] {
  return uniqueByAddress(event.attendees, [event.organizer?.address]).filter(({ address }) => address !== '');
}

/** Of a new list of people only those are mailed who come in or go out. */
export function listPeopleChange(
  event: CalendarEvent,
  people: readonly Person[],
): { readonly added: readonly Person[]; readonly removed: readonly Person[] } {
  const before = listPeople(event);
  const has = (list: readonly Person[], { address }: Person): boolean =>
    list.some((one) => one.address.toLowerCase() === address.toLowerCase());
  return {
    added: people.filter((one) => !has(before, one)),
    removed: before.filter((one) => !has(people, one)),
  };
}
