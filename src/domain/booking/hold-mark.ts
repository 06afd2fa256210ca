/** The note that we leave in the user's own event while a room is asked, so that a closed page loses nothing. */
import * as v from 'valibot';
import type { EventLocation } from '../agenda/calendar-event.ts';
import { MAX_HOLD_MARK } from '../contract/event-write.ts';
import type { Invitee } from './booking.ts';
import { isWritable } from './written-attendees.ts';

/** Opens the subject of an event whose room has not answered yet. */
export const HOLD_PREFIX = 'HOLD · ';

export interface HoldMark {
  /** The final subject. */
  readonly subject: string;
  /** To be invited once the room accepted. Very many people are kept without their names. */
  readonly people: readonly Invitee[];
  /** A Teams meeting is to be added. */
  readonly online: boolean;
  readonly room: { readonly address: string; readonly name: string };
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** The room is for a meeting that was there before. */
  readonly existing: boolean;
  /** The place of such a meeting before the room was asked. */
  readonly previousLocation?: EventLocation;
}

const VERSION = 1;
/** What people may take of the mark; the rest holds subject, room and place at their longest. */
const MAX_PEOPLE_TEXT = 24_000;

const inviteeSchema = v.object({
  name: v.string(),
  address: v.string(),
  kind: v.picklist(['required', 'optional']),
});

/** People without names, for when there are many: `{local part}@{number of the domain}`, blank between; kinds as r and o. */
const packedSchema = v.object({ domains: v.array(v.string()), kinds: v.string(), addresses: v.string() });
type Packed = v.InferOutput<typeof packedSchema>;

const markSchema = v.object({
  v: v.literal(VERSION),
  subject: v.string(),
  people: v.union([v.array(inviteeSchema), packedSchema]),
  online: v.boolean(),
  room: v.object({ address: v.string(), name: v.string() }),
  startedAt: v.pipe(v.string(), v.isoTimestamp()),
  existing: v.boolean(),
  previousLocation: v.optional(v.object({ name: v.string(), address: v.optional(v.string()) })),
});

/** The mark as text that fits Graph. Names of people go first when it would not; throws RangeError where even that is too long. */
export function writeHoldMark(mark: HoldMark): string {
  const whole = JSON.stringify({ v: VERSION, ...mark });
  if (whole.length <= MAX_HOLD_MARK) return whole;
  const short = JSON.stringify({ v: VERSION, ...mark, people: pack(mark.people) });
  if (short.length > MAX_HOLD_MARK) throw new RangeError('hold mark too long');
  return short;
}

/** Whether a mark could keep all these people, whatever subject and room are called. */
export function fitsHoldMark(people: readonly Invitee[]): boolean {
  return JSON.stringify(pack(people)).length <= MAX_PEOPLE_TEXT;
}

/** Undefined for an emptied mark, and for whatever we did not write or a later version wrote. */
export function parseHoldMark(text: string): HoldMark | undefined {
  const parsed = v.safeParse(markSchema, parseJson(text));
  if (!parsed.success) return undefined;
  const { v: version, people, ...mark } = parsed.output;
  return version === VERSION ? { ...mark, people: Array.isArray(people) ? people : unpack(people) } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pack(people: readonly Invitee[]): Packed {
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

function unpack({ domains, kinds, addresses }: Packed): readonly Invitee[] {
  return addresses.split(' ').flatMap((each, index) => {
    const { local, domain: number } = splitAddress(each);
    const domain = domains[Number(number)];
    if (local === '' || domain === undefined) return [];
    return [{ name: '', address: `${local}@${domain}`, kind: kinds[index] === 'o' ? 'optional' : 'required' }];
  });
}

function splitAddress(address: string): { readonly local: string; readonly domain: string } {
  const at = address.lastIndexOf('@');
  return { local: address.slice(0, Math.max(0, at)), domain: address.slice(at + 1) };
}
