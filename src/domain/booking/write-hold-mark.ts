/** Writes the note that a hold carries; only who books needs to. */
import { MAX_HOLD_MARK } from '../contract/event-write.ts';
import type { Invitee } from './booking.ts';
import { HOLD_MARK_VERSION, type HoldMark, type PackedPeople, splitAddress } from './hold-mark.ts';
import { isWritable } from './written-attendees.ts';

/** What people may take of the mark; the rest holds subject, room and place at their longest. */
const MAX_PEOPLE_TEXT = 24_000;

/** The mark as text that fits Graph. Names of people go first when it would not; throws RangeError where even that is too long. */
export function writeHoldMark(mark: HoldMark): string {
  const whole = JSON.stringify({ v: HOLD_MARK_VERSION, ...mark });
  if (whole.length <= MAX_HOLD_MARK) return whole;
  const short = JSON.stringify({ v: HOLD_MARK_VERSION, ...mark, people: pack(mark.people) });
  if (short.length > MAX_HOLD_MARK) throw new RangeError('hold mark too long');
  return short;
}

/** Whether a mark could keep all these people, whatever subject and room are called. */
export function fitsHoldMark(people: readonly Invitee[]): boolean {
  return JSON.stringify(pack(people)).length <= MAX_PEOPLE_TEXT;
}

function pack(people: readonly Invitee[]): PackedPeople {
  const writable = people.filter(({ address }) => isWritable(address));
  const domains = [...new Set(writable.map(({ address }) => splitAddress(address).domain))];
  const numbers = new Map(domains.map((domain, index) => [domain, index]));
  const addresses = writable.map(({ address }) => {
    const { local, domain } = splitAddress(address);
    return `${local}@${numbers.get(domain) ?? 0}`;
  });
  const kinds = writable.map(({ kind }) => (kind === 'optional' ? 'o' : 'r'));
  return { domains, kinds: kinds.join(''), addresses: addresses.join(' ') };
}
