import * as v from 'valibot';
import { eventCreateSchema } from '../../../src/domain/contract/event-write.ts';
import { parseHoldMark } from '../../../src/domain/booking/hold-mark.ts';
import { isProofMark, toProofEvent } from '../../../src/domain/booking/proof-mark.ts';

const slot = {
  start: Temporal.Instant.from('2026-12-07T09:00:00Z'),
  end: Temporal.Instant.from('2026-12-07T09:30:00Z'),
};
const event = toProofEvent({ room: 'a@b.example', slot, transactionId: '5f0c2f4e-6a37-4a53-9d92-0f7b1c3f9c11' });
const mark = event.singleValueExtendedProperties?.[0].value;

describe('toProofEvent', () => {
  it('passes the schema that holds for all we write, and invites the room alone', () => {
    expect(v.safeParse(eventCreateSchema, event).success).toBe(true);
    expect(event.attendees).toEqual([{ type: 'resource', emailAddress: { address: 'a@b.example' } }]);
  });

  it('bears a mark that is known as a proof’s and never taken for a hold', () => {
    expect(isProofMark(mark)).toBe(true);
    expect(parseHoldMark(mark ?? '')).toBeUndefined();
    expect(isProofMark(undefined)).toBe(false);
  });
});
