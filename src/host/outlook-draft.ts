/** The appointment that is being written in Outlook: read as a whole, changed piece by piece; Outlook alone sends it. */
import * as v from 'valibot';
import type { Invitee } from '../domain/booking/booking.ts';
import { Failure } from '../domain/failure.ts';
import type { Interval } from '../domain/time/intervals.ts';
import { callOffice } from './office-call.ts';

export interface DraftPlace {
  /** A room's SMTP address, or what was typed. */
  readonly id: string;
  readonly isRoom: boolean;
  readonly name: string;
}

export interface DraftValues extends Interval {
  readonly subject: string;
  readonly people: readonly Invitee[];
  readonly places: readonly DraftPlace[];
  /** As Graph names it, where it is in the calendar already, be it as a draft. */
  readonly eventId?: string;
}

export interface OutlookDraft {
  readonly read: () => Promise<DraftValues>;
  /** Outlook before Mailbox 1.8 can hold no room. */
  readonly canHoldRooms: boolean;
  readonly addRoom: (address: string) => Promise<void>;
  readonly removeRoom: (address: string) => Promise<void>;
  readonly setTimes: (times: Interval) => Promise<void>;
  /** Hears of each change, whoever made it; answers a way to stop. */
  readonly onChange: (listener: () => void) => () => void;
}

export interface DraftSetup {
  readonly item: Office.AppointmentCompose;
  readonly canHoldRooms: boolean;
  readonly eventTypes: readonly Office.EventType[];
  /** From Outlook's name of an item to Graph's. */
  readonly toEventId: (itemId: string) => string;
}

const people = v.array(v.object({ displayName: v.optional(v.string(), ''), emailAddress: v.optional(v.string(), '') }));
const places = v.array(
  v.object({
    locationIdentifier: v.object({ id: v.string(), type: v.string() }),
    displayName: v.optional(v.nullable(v.string()), ''),
  }),
);
const date = v.date();

function parse<const S extends v.GenericSchema>(schema: S, value: unknown, path: string): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new Failure('bad_response', { path: `Office ${path}` });
  return parsed.output;
}

const toInstant = (value: unknown, path: string): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(parse(date, value, path).getTime());

const toInvitees = (value: unknown, kind: Invitee['kind']): readonly Invitee[] =>
  parse(people, value, kind).map(({ displayName, emailAddress }) => ({
    name: displayName,
    address: emailAddress,
    kind,
  }));

async function readPlaces(item: Office.AppointmentCompose): Promise<readonly DraftPlace[]> {
  const found = parse(places, await callOffice((done) => item.enhancedLocation.getAsync(done)), 'enhancedLocation');
  return found.map(({ locationIdentifier: { id, type }, displayName }) => ({
    ...{ id, isRoom: type === 'room' },
    name: displayName || id,
  }));
}

/** As Outlook names it; undefined for what was never saved, and where it can't be asked. */
export async function readItemId(item: Office.AppointmentCompose): Promise<string | undefined> {
  try {
    return parse(v.string(), await callOffice<unknown>((done) => item.getItemIdAsync(done)), 'itemId') || undefined;
  } catch {
    return undefined;
  }
}

async function readDraft({ item, canHoldRooms, toEventId }: DraftSetup): Promise<DraftValues> {
  const [subject, start, end, required, optional, found, saved] = await Promise.all([
    callOffice<unknown>((done) => item.subject.getAsync(done)),
    callOffice<unknown>((done) => item.start.getAsync(done)),
    callOffice<unknown>((done) => item.end.getAsync(done)),
    callOffice<unknown>((done) => item.requiredAttendees.getAsync(done)),
    callOffice<unknown>((done) => item.optionalAttendees.getAsync(done)),
    canHoldRooms ? readPlaces(item) : [],
    readItemId(item),
  ]);
  const rooms = new Set(found.filter(({ isRoom }) => isRoom).map(({ id }) => id.toLowerCase()));
  return {
    subject: parse(v.string(), subject, 'subject'),
    start: toInstant(start, 'start'),
    end: toInstant(end, 'end'),
    // some Outlooks list a room among the people as well
    people: [...toInvitees(required, 'required'), ...toInvitees(optional, 'optional')].filter(
      ({ address }) => !rooms.has(address.toLowerCase()),
    ),
    places: found,
    ...(saved === undefined ? {} : { eventId: toEventId(saved) }),
  };
}

/** One that knows no such event says so in its answer; the pane's own changes are read anew all the same. */
function follow(item: Office.AppointmentCompose, types: readonly Office.EventType[], listener: () => void): () => void {
  let isWanted = true;
  for (const type of types) item.addHandlerAsync(type, () => isWanted && listener());
  return () => {
    isWanted = false;
  };
}

export function openOutlookDraft(setup: DraftSetup): OutlookDraft {
  const { item, canHoldRooms, eventTypes } = setup;
  const { Room } = { Room: 'room' as Office.MailboxEnums.LocationType };
  return {
    canHoldRooms,
    read: () => readDraft(setup),
    addRoom: (address) => callOffice((done) => item.enhancedLocation.addAsync([{ id: address, type: Room }], done)),
    removeRoom: (address) =>
      callOffice((done) => item.enhancedLocation.removeAsync([{ id: address, type: Room }], done)),
    // Outlook moves the end along with the start: the end is set last (platform facts H3)
    setTimes: async ({ start, end }) => {
      await callOffice((done) => item.start.setAsync(new Date(start.epochMilliseconds), done));
      await callOffice((done) => item.end.setAsync(new Date(end.epochMilliseconds), done));
    },
    onChange: (listener) => follow(item, eventTypes, listener),
  };
}
