/** The only bodies of events that this product ever writes: the page builds them, the relay refuses anything else. */
import * as v from 'valibot';

/** Our mark on a booking under way: a single-value extended property in the user's own event (Graph: singleValueLegacyExtendedProperty). */
export const HOLD_MARK_ID = 'String {6f1d8f5e-3c55-4b43-9d0a-7a0f0b8f6d21} Name OfficeShiftsHold';
/** The one `$expand` the relay lets through on events. */
export const HOLD_MARK_EXPAND = `singleValueExtendedProperties($filter=id eq '${HOLD_MARK_ID}')`;
/** Graph's own limit (event resource type). */
export const MAX_ATTENDEES = 500;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

const dateTimeTimeZone = v.strictObject({
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
    address: v.pipe(v.string(), v.maxLength(320), v.regex(/^[^\s@<>"(),;:\\[\]]+@[^\s@<>"(),;:\\[\]]+$/u)),
    name: v.optional(text(256)),
  }),
});

const fields = {
  subject: text(255),
  start: dateTimeTimeZone,
  end: dateTimeTimeZone,
  showAs: v.picklist(['tentative', 'busy']),
  location: v.strictObject({
    displayName: text(256),
    locationEmailAddress: v.optional(text(320)),
  }),
  attendees: v.pipe(v.array(attendee), v.minLength(1), v.maxLength(MAX_ATTENDEES)),
  body: v.strictObject({ contentType: v.literal('text'), content: text(32_000) }),
  isOnlineMeeting: v.literal(true),
  onlineMeetingProvider: v.literal('teamsForBusiness'),
  singleValueExtendedProperties: v.strictTuple([v.strictObject({ id: v.literal(HOLD_MARK_ID), value: text(32_000) })]),
};

/** `POST /me/events`. */
export const eventCreateSchema = v.strictObject({
  subject: fields.subject,
  start: fields.start,
  end: fields.end,
  showAs: fields.showAs,
  location: fields.location,
  attendees: fields.attendees,
  /** The idempotency key: one for each room tried. */
  transactionId: v.pipe(v.string(), v.uuid()),
  body: v.optional(fields.body),
  isOnlineMeeting: v.optional(fields.isOnlineMeeting),
  onlineMeetingProvider: v.optional(fields.onlineMeetingProvider),
  singleValueExtendedProperties: v.optional(fields.singleValueExtendedProperties),
});
export type EventCreate = v.InferOutput<typeof eventCreateSchema>;

/** `PATCH /me/events/{id}`: any of the same fields but the key. */
export const eventPatchSchema = v.partial(v.strictObject(fields));
export type EventPatch = v.InferOutput<typeof eventPatchSchema>;
