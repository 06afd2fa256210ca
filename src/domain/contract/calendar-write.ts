/** All that this product ever writes to a calendar itself: what the person's own mailbox remembers about rooms, and what they want to see. */
import * as v from 'valibot';
import { AGENDA_FLAGS } from '../agenda/agenda-day.ts';
import { ADDRESS_PATTERN, MAX_ADDRESS } from './event-write.ts';

/** Favourites and recents: one single-value extended property of the user's own default calendar. */
export const ROOM_MEMORY_ID = 'String {6f1d8f5e-3c55-4b43-9d0a-7a0f0b8f6d21} Name OfficeShiftsRooms';
/** Calendars and flags that the person switched off, kept the same way. */
export const AGENDA_CHOICES_ID = 'String {6f1d8f5e-3c55-4b43-9d0a-7a0f0b8f6d21} Name OfficeShiftsAgenda';
/** The two `$expand` the relay lets through on the calendar. */
export const toMemoryExpand = (id: string): string => `singleValueExtendedProperties($filter=id eq '${id}')`;
export const MAX_ROOM_MEMORY = 16_000;

const address = v.pipe(v.string(), v.maxLength(MAX_ADDRESS), v.regex(ADDRESS_PATTERN));

/** JSON text that holds addresses of rooms and numbers of floors, and nothing else. */
export const roomMemorySchema = v.pipe(
  v.string(),
  v.maxLength(MAX_ROOM_MEMORY),
  v.parseJson(),
  v.strictObject({
    v: v.literal(1),
    favourites: v.pipe(v.array(address), v.maxLength(100)),
    recents: v.pipe(v.array(address), v.maxLength(12)),
    floors: v.pipe(
      v.array(
        v.strictObject({
          building: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
          floor: v.pipe(v.number(), v.integer(), v.minValue(-1000), v.maxValue(1000)),
        }),
      ),
      v.maxLength(30),
    ),
  }),
);

const MAX_CHOICES = 16_000;

/** JSON text that holds names of flags and Graph's ids of own calendars, and nothing else. */
export const agendaChoicesSchema = v.pipe(
  v.string(),
  v.maxLength(MAX_CHOICES),
  v.parseJson(),
  v.strictObject({
    v: v.literal(1),
    calendars: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_=+/-]{1,512}$/))), v.maxLength(25)),
    flags: v.pipe(v.array(v.picklist(AGENDA_FLAGS)), v.maxLength(AGENDA_FLAGS.length)),
  }),
);

const isOf =
  (schema: v.GenericSchema) =>
  (text: string): boolean =>
    v.safeParse(schema, text).success;

/** `PATCH /me/calendar`: one memory and nothing of the calendar's own; its name and colour are not ours to change. */
export const calendarPatchSchema = v.strictObject({
  singleValueExtendedProperties: v.strictTuple([
    v.variant('id', [
      v.strictObject({
        id: v.literal(ROOM_MEMORY_ID),
        value: v.pipe(v.string(), v.check(isOf(roomMemorySchema), 'no memory of rooms')),
      }),
      v.strictObject({
        id: v.literal(AGENDA_CHOICES_ID),
        value: v.pipe(v.string(), v.check(isOf(agendaChoicesSchema), 'no choices for the agenda')),
      }),
    ]),
  ]),
});
