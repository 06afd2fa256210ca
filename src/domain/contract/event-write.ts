/** The only bodies of events that this product ever writes: the page builds them, the relay refuses anything else. */
import * as v from 'valibot';

/** Our mark on a booking under way: a single-value extended property in the user's own event (Graph: singleValueLegacyExtendedProperty). */
export const HOLD_MARK_ID = 'String {6f1d8f5e-3c55-4b43-9d0a-7a0f0b8f6d21} Name OfficeShiftsHold';
/** The one `$expand` the relay lets through on events. */
export const HOLD_MARK_EXPAND = `singleValueExtendedProperties($filter=id eq '${HOLD_MARK_ID}')`;
/** Graph's own limit (event resource type). */
export const MAX_ATTENDEES = 500;
/** What we take for an SMTP address; anything else can't be invited by us. */
export const ADDRESS_PATTERN = /^[^\s@<>"(),;:\\[\]]+@[^\s@<>"(),;:\\[\]]+$/u;
export const MAX_ADDRESS = 320;
export const MAX_NAME = 256;
export const MAX_SUBJECT = 255;
export const MAX_HOLD_MARK = 32_000;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

export const dateTimeTimeZone = v.strictObject({
  /** Local date and time without an offset, to the second. */
  dateTime: v.pipe(
    v.string(),
    v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.0{1,7})?$/),
  ),
  /** A Windows or IANA zone name. */
  timeZone: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
});

const attendee = v.strictObject({
  type: v.picklist(['required', 'optional', 'resource']),
  emailAddress: v.strictObject({
    address: v.pipe(v.string(), v.maxLength(MAX_ADDRESS), v.regex(ADDRESS_PATTERN)),
    name: v.optional(text(MAX_NAME)),
  }),
});

const fields = {
  subject: text(MAX_SUBJECT),
  start: dateTimeTimeZone,
  end: dateTimeTimeZone,
  showAs: v.picklist(['tentative', 'busy']),
  location: v.strictObject({
    displayName: text(MAX_NAME),
    locationEmailAddress: v.optional(text(MAX_ADDRESS)),
  }),
  attendees: v.pipe(v.array(attendee), v.minLength(1), v.maxLength(MAX_ATTENDEES)),
  body: v.strictObject({ contentType: v.literal('text'), content: text(32_000) }),
  isOnlineMeeting: v.literal(true),
  onlineMeetingProvider: v.literal('teamsForBusiness'),
  singleValueExtendedProperties: v.strictTuple([
    v.strictObject({ id: v.literal(HOLD_MARK_ID), value: text(MAX_HOLD_MARK) }),
  ]),
};

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const date = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
const wholeUpTo = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(max));

/** The three patterns we write, each with an end. Which dates they may fall on is checked beside the times. */
const recurrence = v.strictObject({
  pattern: v.variant('type', [
    v.strictObject({ type: v.literal('daily'), interval: wholeUpTo(12) }),
    v.strictObject({
      type: v.literal('weekly'),
      interval: wholeUpTo(12),
      daysOfWeek: v.pipe(v.array(v.picklist(DAYS)), v.minLength(1), v.maxLength(7)),
      firstDayOfWeek: v.literal('monday'),
    }),
    v.strictObject({ type: v.literal('absoluteMonthly'), interval: wholeUpTo(12), dayOfMonth: wholeUpTo(31) }),
  ]),
  range: v.strictObject({
    type: v.literal('endDate'),
    startDate: date,
    endDate: date,
    recurrenceTimeZone: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  }),
});
export type Recurrence = v.InferOutput<typeof recurrence>;

const createFields = v.strictObject({
  subject: fields.subject,
  start: fields.start,
  end: fields.end,
  showAs: fields.showAs,
  location: v.optional(fields.location),
  attendees: v.pipe(v.array(attendee), v.maxLength(MAX_ATTENDEES)),
  recurrence: v.optional(recurrence),
  /** The idempotency key: one for each room tried. */
  transactionId: v.pipe(v.string(), v.uuid()),
  body: v.optional(fields.body),
  isOnlineMeeting: v.optional(fields.isOnlineMeeting),
  onlineMeetingProvider: v.optional(fields.onlineMeetingProvider),
  singleValueExtendedProperties: v.optional(fields.singleValueExtendedProperties),
});

/** `POST /me/events`. Only the hold of a series may begin with nobody: its single dates are settled before a room is asked. */
export const eventCreateSchema = v.pipe(
  createFields,
  v.check(
    ({ attendees, recurrence: series, singleValueExtendedProperties: mark }) =>
      attendees.length > 0 || (series !== undefined && (mark?.[0].value ?? '') !== ''),
    'no attendee',
  ),
  // only an online meeting that asks no room has no place
  v.check(
    ({ location, isOnlineMeeting, attendees }) =>
      location !== undefined || (isOnlineMeeting === true && attendees.every(({ type }) => type !== 'resource')),
    'no place',
  ),
);
export type EventCreate = v.InferOutput<typeof eventCreateSchema>;

/**
 * `PATCH /me/events/{id}`: any of the same fields but the key. The list of attendees may become empty only together
 * with an emptied mark: an appointment of nobody but its owner gets back what it was before a room was asked.
 */
export const eventPatchSchema = v.pipe(
  v.partial(v.strictObject({ ...fields, attendees: v.pipe(v.array(attendee), v.maxLength(MAX_ATTENDEES)) })),
  v.check(
    (patch) => patch.attendees?.length !== 0 || patch.singleValueExtendedProperties?.[0].value === '',
    'no attendee',
  ),
);
export type EventPatch = v.InferOutput<typeof eventPatchSchema>;
