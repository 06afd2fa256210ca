/** Ten rules of bookings and one of pairs, each broken in one way that would hurt somebody. */
import { BOOKING_RULES, type BookingRules } from '../../src/app/booking/booking-rules.ts';

let lastId = 0;
const { toHoldEvent, toConfirmPatch, toRoomConfirmedPatch, toAddRoomPatch, toRoomRemovedPatch, toMovedBackPatch } =
  BOOKING_RULES;

function withoutMark<Patch extends { singleValueExtendedProperties?: unknown }>(patch: Patch): Patch {
  const copy = { ...patch };
  delete copy.singleValueExtendedProperties;
  return copy;
}

export const BUGS: Readonly<Record<string, Partial<BookingRules>>> = {
  '201 is a booking': {
    findAnswer: (event, room, request) => {
      const answer = BOOKING_RULES.findAnswer(event, room, request);
      return answer === 'none' ? 'accepted' : answer;
    },
  },
  'a decline leaves the hold': { mustTakeBack: () => false },
  'tentative counts as yes': {
    findAnswer: (event, room, request) => {
      const answer = BOOKING_RULES.findAnswer(event, room, request);
      return answer === 'tentative' ? 'accepted' : answer;
    },
  },
  'one yes of two is enough': {
    findAnswer: (event, room, { twin, ...request }) => {
      const answers = [room, ...(twin ? [twin.room] : [])].map((one) => BOOKING_RULES.findAnswer(event, one, request));
      return answers.includes('accepted') ? 'accepted' : (answers[0] ?? 'none');
    },
  },
  'people are invited with the room': {
    toHoldEvent: (request, room, transactionId, now) => {
      const hold = toHoldEvent(request, room, transactionId, now);
      const people = request.people.map(({ address }) => ({ type: 'required' as const, emailAddress: { address } }));
      return { ...hold, attendees: [...hold.attendees, ...people] };
    },
  },
  'each sending has an id of its own': {
    toTransactionId: () => `11111111-0000-4000-8000-${String((lastId += 1)).padStart(12, '0')}`,
  },
  'a lost answer is taken for a refusal': { isOpen: () => false },
  'the mark stays in the event': {
    toConfirmPatch: (mark, room, event) => {
      return withoutMark(toConfirmPatch(mark, room, event));
    },
    toRoomConfirmedPatch: (event, room, mark) => {
      return withoutMark(toRoomConfirmedPatch(event, room, mark));
    },
  },
  'the last person is forgotten': {
    toConfirmPatch: (mark, room, event) => toConfirmPatch({ ...mark, people: mark.people.slice(0, -1) }, room, event),
  },
  'a later no is not looked for': { isKept: () => true },
  'the old room goes before the new one has answered, and a move stays': {
    toAddRoomPatch: (event, room, request, now) => {
      const attendees = event.attendees.filter(({ address }) => address !== request.replaces);
      return toAddRoomPatch({ ...event, attendees }, room, request, now);
    },
    toRoomRemovedPatch: (event, room, mark) => toRoomRemovedPatch(event, room, mark),
    toMovedBackPatch: (previous, zone) => {
      const { singleValueExtendedProperties } = toMovedBackPatch(previous, zone);
      return { ...(singleValueExtendedProperties ? { singleValueExtendedProperties } : {}) };
    },
  },
};
