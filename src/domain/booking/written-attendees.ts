/** Decides who stands in the list of attendees that we write. */
import type { Attendee, CalendarEvent, Person } from '../agenda/calendar-event.ts';
import { ADDRESS_PATTERN, MAX_ADDRESS, MAX_ATTENDEES, MAX_NAME, type EventCreate } from '../contract/event-write.ts';
import type { Room } from '../rooms/room.ts';
import type { BookingRequest, Invitee } from './booking.ts';
import { capText } from './cap-text.ts';

type WrittenAttendee = EventCreate['attendees'][number];
type Guest = Person & { readonly kind: Attendee['kind'] };

/** An address we can write; others (X.500 names, typing slips) Graph or our own relay would refuse. */
export function isWritable(address: string): boolean {
  return address.length <= MAX_ADDRESS && ADDRESS_PATTERN.test(address);
}

/** Each address once, whatever its case; the first entry stays. */
export function uniqueByAddress<Item extends { readonly address: string }>(
  items: readonly Item[],
  without: readonly (string | undefined)[] = [],
): readonly Item[] {
  const seen = new Set(without.map((address) => address?.toLowerCase()));
  return items.filter(({ address }) => {
    const key = address.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Who is to be invited besides the room: each once, never the organizer or whoever is on the meeting already. */
export function listInvitees(request: BookingRequest, room: Room): readonly Invitee[] {
  const { existing, organizerAddress, people, twin } = request;
  const invited = (existing?.attendees ?? []).map(({ address }) => address);
  const without = [room.address, twin?.room.address, organizerAddress, existing?.organizer?.address, ...invited];
  return uniqueByAddress(people, without).filter(({ address }) => isWritable(address));
}

/** The whole list, as Graph replaces it as a whole: the rooms, those on the event, further people; the organizer never. */
export function toWrittenAttendees({
  room,
  twin,
  event,
  people = [],
}: {
  readonly room?: Room;
  readonly twin?: Room | undefined;
  readonly event?: CalendarEvent;
  readonly people?: readonly Invitee[];
}): WrittenAttendee[] {
  const rooms = [room, twin].flatMap((one): Guest[] => (one === undefined ? [] : [{ ...one, kind: 'resource' }]));
  const guests: readonly Guest[] = [...rooms, ...(event?.attendees ?? []), ...people];
  return uniqueByAddress(guests, [event?.organizer?.address])
    .filter(({ address }) => isWritable(address))
    .slice(0, MAX_ATTENDEES)
    .map(toWrittenAttendee);
}

function toWrittenAttendee({ kind, address, name }: Guest): WrittenAttendee {
  const capped = capText(name, MAX_NAME);
  return { type: kind, emailAddress: capped === '' ? { address } : { address, name: capped } };
}
