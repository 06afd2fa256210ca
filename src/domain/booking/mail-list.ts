/** Says who is mailed by a booking and when, so that the screen can show it before anything is sent. */
import { listPeople } from '../agenda/group-attendees.ts';
import type { Room } from '../rooms/room.ts';
import type { BookingRequest, Invitee } from './booking.ts';
import { listInvitees } from './written-attendees.ts';

export interface MailList {
  /** Asked first. */
  readonly room: Room;
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
  return { room, people: [...told, ...listInvitees(request, room)] };
}
