/** Compares what the screens say of bookings with what people's and rooms' mailboxes hold. */
import type { MailboxEvent } from '../../emulator/mailbox/mailbox.ts';
import type { RunningBooking } from '../../src/app/booking/run-booking.ts';
import type { BookingRequest } from '../../src/domain/booking/booking.ts';
import { HOLD_MARK_ID } from '../../src/domain/contract/event-write.ts';
import { type FuzzWorld, PEOPLE, type PersonKey, ROOMS, toAddress } from './random-bookings.ts';

export interface Played {
  readonly person: PersonKey;
  readonly request: BookingRequest;
  readonly booking: RunningBooking;
  /** The person let everybody know before the room had answered. */
  chose: boolean;
}

export const SETTLED = ['booked', 'invitedUnconfirmed', 'declined', 'cancelled', 'failed'];

export const toMark = (event: MailboxEvent): string => {
  const found = Object.entries(event.extendedProperties).find(
    ([id]) => id.toLowerCase() === HOLD_MARK_ID.toLowerCase(),
  );
  return found?.[1] ?? '';
};
const isUnsettled = (event: MailboxEvent): boolean => toMark(event) !== '' || event.subject.startsWith('HOLD');
const answerOf = (event: MailboxEvent, address: string): string =>
  event.attendees.find((one) => one.address.toLowerCase() === address.toLowerCase())?.status.response ?? 'missing';

export const listOwn = (world: FuzzWorld, person: PersonKey): readonly MailboxEvent[] =>
  [...world.mailbox(person).events.values()].filter(({ isOrganizer }) => isOrganizer);

export function checkRooms(world: FuzzWorld): readonly string[] {
  return ROOMS.flatMap((key) => {
    const held = [...world.mailbox(key).events.values()].filter((one) => one.responseStatus.response === 'accepted');
    const pairs = held.flatMap((a, index) => held.slice(index + 1).map((b) => [a, b] as const));
    const twice = pairs.filter(([a, b]) => a.time.startMs < b.time.endMs && b.time.startMs < a.time.endMs);
    return twice.map(() => `${key} is booked twice`);
  });
}

/** What the screen says of one booking, against what its owner's mailbox and the room's hold. */
export function checkOne(world: FuzzWorld, { person, request, booking, chose }: Played): readonly string[] {
  const state = booking.state();
  const { phase } = state;
  const own = listOwn(world, person).find(({ id }) => id === booking.eventId());
  const wrong: string[] = [];
  const about = `${request.subject} (${phase})`;
  if (!SETTLED.includes(phase)) wrong.push(`${about}: never settled`);
  if (phase === 'booked') {
    if (own === undefined) return [`${about}: no event`];
    if (answerOf(own, state.room.address) !== 'accepted') wrong.push(`${about}: the room has not said yes`);
    if (request.twin !== undefined && state.twin === undefined) wrong.push(`${about}: the second room is forgotten`);
    if (state.twin !== undefined && answerOf(own, state.twin.room.address) !== 'accepted')
      wrong.push(`${about}: the second room has not said yes`);
    if (isUnsettled(own)) wrong.push(`${about}: still marked as a hold`);
    const missing = request.people.filter(({ address }) => answerOf(own, address) === 'missing');
    if (missing.length > 0) wrong.push(`${about}: somebody is not invited`);
    const { start, end } = request;
    const isThere = own.time.startMs === start.epochMilliseconds && own.time.endMs === end.epochMilliseconds;
    if (!isThere) wrong.push(`${about}: at another time`);
    if (request.replaces !== undefined && answerOf(own, request.replaces) !== 'missing')
      wrong.push(`${about}: the old room is still held`);
  }
  if (phase === 'invitedUnconfirmed' && !chose && !request.inviteAtOnce) wrong.push(`${about}: nobody chose that`);
  if (phase === 'declined' || phase === 'cancelled') wrong.push(...checkTakenBack(request, state, own, about));
  if (phase === 'failed' && state.left === 'nothing' && request.existing === undefined && own !== undefined)
    wrong.push(`${about}: something is left`);
  return wrong;
}

function checkTakenBack(
  request: BookingRequest,
  state: Extract<ReturnType<RunningBooking['state']>, { phase: 'declined' | 'cancelled' }>,
  own: MailboxEvent | undefined,
  about: string,
): readonly string[] {
  const { existing } = request;
  const { ownEvent, room } = state.receipt;
  if (existing === undefined) {
    return own !== undefined && ownEvent.outcome !== 'left' ? [`${about}: the event is still there`] : [];
  }
  if (own === undefined) return [`${about}: the meeting is gone`];
  const wrong: string[] = [];
  const isAsBefore = ownEvent.outcome === 'asBefore';
  if (isAsBefore && isUnsettled(own)) wrong.push(`${about}: still marked`);
  if (isAsBefore && request.moves !== true && answerOf(own, state.room.address) !== 'missing')
    wrong.push(`${about}: the refused room is still asked`);
  const former = request.replaces === undefined ? 'none' : answerOf(own, request.replaces);
  if (former === 'missing') wrong.push(`${about}: the old room is gone`);
  const wasKept = existing.attendees.some(
    ({ address, answer }) => address === request.replaces && answer === 'accepted',
  );
  if (wasKept && former !== 'accepted' && !['lost', 'unchecked'].includes(room.outcome))
    wrong.push(`${about}: the old room is not as before`);
  const before = existing.time.kind === 'timed' ? existing.time.start.epochMilliseconds : NaN;
  if (request.moves === true && own.time.startMs !== before) wrong.push(`${about}: not back at its old time`);
  if (request.moves === true && room.outcome === 'kept' && answerOf(own, state.room.address) !== 'accepted')
    wrong.push(`${about}: the room was not kept`);
  return wrong;
}

/** Every own event belongs to one booking whose screen knows of it. */
function checkOrphans(world: FuzzWorld, all: readonly Played[]): readonly string[] {
  return PEOPLE.flatMap((person) => {
    const mine = all.filter((played) => played.person === person);
    const known = new Map<string | undefined, string[]>();
    for (const { booking } of mine)
      known.set(booking.eventId(), [...(known.get(booking.eventId()) ?? []), booking.state().phase]);
    return listOwn(world, person).flatMap((event) => {
      const phases = known.get(event.id) ?? [];
      const mayBeLeft = mine.some(({ booking }) => isLeft(booking));
      if (phases.length === 0 && !mayBeLeft) return [`${event.subject}: nobody knows of this event`];
      return isUnsettled(event) && !mayBeLeft ? [`${event.subject}: an orphan hold (${phases.join()})`] : [];
    });
  });
}

/** The screen says that something is, or may be, left. */
function isLeft(booking: RunningBooking): boolean {
  const state = booking.state();
  if (state.phase === 'failed') return state.left !== 'nothing';
  const isOver = state.phase === 'declined' || state.phase === 'cancelled';
  return isOver && ['left', 'unchecked'].includes(state.receipt.ownEvent.outcome);
}

/** Hears of each invitation as it arrives: the room must have said yes by then, or the person chosen not to wait. */
export function watchInvitations(world: FuzzWorld, all: readonly Played[], wrong: string[]): void {
  const seen = new Set<string>();
  world.onWrite.hear = () => {
    for (const person of PEOPLE) {
      for (const copy of world.mailbox(person).events.values()) {
        const key = `${copy.meetingId} ${person}`;
        if (copy.isOrganizer || seen.has(key)) continue;
        seen.add(key);
        const meeting = PEOPLE.flatMap((key2) => listOwn(world, key2)).find((one) => one.meetingId === copy.meetingId);
        const rooms = meeting?.attendees.filter(({ type }) => type === 'resource') ?? [];
        const isYes = rooms.length > 0 && rooms.every(({ status }) => status.response === 'accepted');
        const subject = meeting?.subject.replace('HOLD · ', '') ?? '';
        const owner = all.filter(({ request }) => request.subject === subject);
        const isChosen = owner.some(({ chose, request }) => chose || request.inviteAtOnce);
        if (meeting !== undefined && !isYes && !isChosen)
          wrong.push(`${subject}: ${person} invited before the room said yes`);
      }
    }
  };
}

export const check = (world: FuzzWorld, all: readonly Played[]): readonly string[] => [
  ...checkRooms(world),
  ...all.flatMap((one) => checkOne(world, one)),
  ...checkOrphans(world, all),
];

/** No room holds what is in nobody's calendar, or was taken out of it. */
export function checkLeftInRooms(world: FuzzWorld): readonly string[] {
  const own = PEOPLE.flatMap((person) => listOwn(world, person));
  return ROOMS.flatMap((key) =>
    [...world.mailbox(key).events.values()]
      .filter(({ responseStatus, isCancelled }) => responseStatus.response !== 'declined' && !isCancelled)
      .filter(({ meetingId }) => {
        const meeting = own.find((event) => event.meetingId === meetingId);
        return meeting === undefined || answerOf(meeting, toAddress(key)) === 'missing';
      })
      .map(({ subject }) => `${key} still holds ${subject}`),
  );
}
