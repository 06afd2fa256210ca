/** The note that we leave in the user's own event while a room is asked, so that a closed page loses nothing. */
import * as v from 'valibot';
import type { EventLocation } from '../agenda/calendar-event.ts';
import { type SeriesMark, seriesMarkSchema } from '../series/series-mark-schema.ts';
import type { Invitee } from './booking.ts';

/** Opens the subject of an event whose room has not answered yet. */
export const HOLD_PREFIX = 'HOLD · ';

interface MarkedRoom {
  readonly address: string;
  readonly name: string;
}

export interface HoldMark {
  /** The final subject. */
  readonly subject: string;
  /** To be invited once the room accepted. Very many people are kept without their names. */
  readonly people: readonly Invitee[];
  /** A Teams meeting is to be added. */
  readonly online: boolean;
  readonly room: MarkedRoom;
  /** The room in the other building that is held with it. */
  readonly twin?: MarkedRoom;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** The room is for a meeting that was there before. */
  readonly existing: boolean;
  /** The place of such a meeting before the room was asked. */
  readonly previousLocation?: EventLocation;
  /** Address of the room that is given back once this one has accepted. */
  readonly replaces?: string;
  /** The meeting was moved and goes back where its rooms decline: its time before, ISO 8601, UTC. */
  readonly previousTime?: { readonly start: string; readonly end: string };
  /** The hold is a series; its dates that differ from the rest. */
  readonly series?: SeriesMark;
}

export const HOLD_MARK_VERSION = 1;

const inviteeSchema = v.object({
  name: v.string(),
  address: v.string(),
  kind: v.picklist(['required', 'optional']),
});

/** People without names, for when there are many: `{local part}@{number of the domain}`, blank between; kinds as r and o. */
const packedSchema = v.object({ domains: v.array(v.string()), kinds: v.string(), addresses: v.string() });
export type PackedPeople = v.InferOutput<typeof packedSchema>;

const markedRoomSchema = v.object({ address: v.string(), name: v.string() });

const markSchema = v.object({
  v: v.literal(HOLD_MARK_VERSION),
  subject: v.string(),
  people: v.union([v.array(inviteeSchema), packedSchema]),
  online: v.boolean(),
  room: markedRoomSchema,
  twin: v.optional(markedRoomSchema),
  startedAt: v.pipe(v.string(), v.isoTimestamp()),
  existing: v.boolean(),
  previousLocation: v.optional(v.object({ name: v.string(), address: v.optional(v.string()) })),
  replaces: v.optional(v.string()),
  previousTime: v.optional(
    v.object({ start: v.pipe(v.string(), v.isoTimestamp()), end: v.pipe(v.string(), v.isoTimestamp()) }),
  ),
  series: v.optional(seriesMarkSchema),
});

/** Undefined for an emptied mark, and for whatever we did not write or a later version wrote. */
export function parseHoldMark(text: string): HoldMark | undefined {
  const parsed = v.safeParse(markSchema, parseJson(text));
  if (!parsed.success) return undefined;
  const { v: version, people, ...mark } = parsed.output;
  return version === HOLD_MARK_VERSION
    ? { ...mark, people: Array.isArray(people) ? people : unpack(people) }
    : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unpack({ domains, kinds, addresses }: PackedPeople): readonly Invitee[] {
  return addresses.split(' ').flatMap((each, index) => {
    const { local, domain: number } = splitAddress(each);
    const domain = domains[Number(number)];
    if (local === '' || domain === undefined) return [];
    return [{ name: '', address: `${local}@${domain}`, kind: kinds[index] === 'o' ? 'optional' : 'required' }];
  });
}

/** By its last at sign. */
export function splitAddress(address: string): { readonly local: string; readonly domain: string } {
  const at = address.lastIndexOf('@');
  return { local: address.slice(0, Math.max(0, at)), domain: address.slice(at + 1) };
}
