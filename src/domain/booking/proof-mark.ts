/** The mark of events that a proof run makes: in the place of a hold's mark, but never taken for one. */
import type { EventCreate } from '../contract/event-write.ts';
import { HOLD_MARK_ID, MAX_NAME } from '../contract/event-write.ts';
import { toGraphDateTime } from '../time/graph-date-time.ts';
import type { Interval } from '../time/intervals.ts';

const PROOF_MARK = '{"proof":1}';

export const isProofMark = (mark: string | undefined): boolean => mark === PROOF_MARK;

interface ProofEventWish {
  readonly room: string;
  readonly slot: Interval;
  readonly transactionId: string;
}

/** `POST`: the room alone is invited, and nothing in it tells who runs the test or why. */
export function toProofEvent({ room, slot, transactionId }: ProofEventWish): EventCreate {
  return {
    subject: 'Room test',
    start: toGraphDateTime(slot.start, 'UTC'),
    end: toGraphDateTime(slot.end, 'UTC'),
    showAs: 'tentative',
    location: { displayName: room.slice(0, MAX_NAME), locationEmailAddress: room },
    attendees: [{ type: 'resource', emailAddress: { address: room } }],
    transactionId,
    body: { contentType: 'text', content: 'A test of the calendar integration; it is deleted within two minutes.' },
    singleValueExtendedProperties: [{ id: HOLD_MARK_ID, value: PROOF_MARK }],
  };
}
