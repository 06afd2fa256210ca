/** How Graph describes an event, read tolerantly, and how the rest of the product knows it. */
import * as v from 'valibot';
import type { Answer, Attendee, CalendarEvent, EventLocation, EventTime } from '../domain/agenda/calendar-event.ts';
import { HOLD_MARK_EXPAND, HOLD_MARK_ID } from '../domain/contract/event-write.ts';
import { toInstant } from '../domain/time/graph-date-time.ts';
import { toIanaZone } from '../domain/time/zones.ts';
import { toSelect } from './parse-answer.ts';

const text = v.nullish(v.string(), '');
/** Members that Graph adds later must not cost the row. */
const oneOf = <const T extends readonly string[], const F extends T[number]>(members: T, otherwise: F) =>
  v.fallback(v.picklist(members), otherwise);

export const dateTimeSchema = v.object({
  dateTime: v.string(),
  /** UTC is what we ask for (no `Prefer`), so a missing zone can be nothing else. */
  timeZone: v.nullish(v.string(), 'UTC'),
});
const emailAddress = v.nullish(v.object({ name: text, address: text }), { name: '', address: '' });
const location = v.object({
  displayName: text,
  locationEmailAddress: v.nullish(v.string()),
  locationUri: v.nullish(v.string()),
});
const property = v.object({ id: v.string(), value: text });

export const eventSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  '@odata.etag': text,
  subject: text,
  start: dateTimeSchema,
  end: dateTimeSchema,
  isAllDay: v.nullish(v.boolean(), false),
  isCancelled: v.nullish(v.boolean(), false),
  isOrganizer: v.nullish(v.boolean(), false),
  type: v.nullish(v.string(), 'singleInstance'),
  seriesMasterId: v.nullish(v.string()),
  originalStart: v.nullish(v.string()),
  showAs: oneOf(['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown'], 'unknown'),
  // a sensitivity we do not know is kept as closely as the closest one we do
  sensitivity: v.nullish(oneOf(['normal', 'personal', 'private', 'confidential'], 'private'), 'normal'),
  responseStatus: v.nullish(v.object({ response: v.nullish(v.string(), 'none') })),
  allowNewTimeProposals: v.nullish(v.boolean(), true),
  originalStartTimeZone: text,
  organizer: v.nullish(v.object({ emailAddress })),
  attendees: v.nullish(
    v.array(
      v.object({
        type: oneOf(['required', 'optional', 'resource'], 'required'),
        status: v.nullish(v.object({ response: v.nullish(v.string(), 'none') })),
        emailAddress,
      }),
    ),
    [],
  ),
  location: v.nullish(location),
  locations: v.nullish(v.array(location), []),
  onlineMeeting: v.nullish(v.object({ joinUrl: v.nullish(v.string()) })),
  webLink: v.nullish(v.string()),
  singleValueExtendedProperties: v.nullish(v.array(property), []),
});
type RawEvent = v.InferOutput<typeof eventSchema>;

/** The query that every read of an event shares. */
export const EVENT_QUERY = `$select=${toSelect(eventSchema)}&$expand=${encodeURIComponent(HOLD_MARK_EXPAND)}`;

const ANSWERS: Readonly<Record<string, Answer>> = {
  accepted: 'accepted',
  tentativelyAccepted: 'tentative',
  declined: 'declined',
};
const toAnswer = (response: string | undefined): Answer => ANSWERS[response ?? ''] ?? 'none';

/** Half-open; an all-day event's days are taken from the text, for they belong to no zone. */
function toEventTime(raw: RawEvent): EventTime {
  if (!raw.isAllDay) {
    const start = toInstant(raw.start);
    const end = toInstant(raw.end);
    if (Temporal.Instant.compare(end, start) < 0) throw new RangeError('an event that ends before it starts');
    return { kind: 'timed', start, end };
  }
  const start = Temporal.PlainDate.from(raw.start.dateTime.slice(0, 10));
  const end = Temporal.PlainDate.from(raw.end.dateTime.slice(0, 10));
  return { kind: 'allDay', start, end: Temporal.PlainDate.compare(end, start) > 0 ? end : start.add({ days: 1 }) };
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function toAttendees(raw: RawEvent): readonly Attendee[] {
  const organizer = raw.organizer?.emailAddress.address ?? '';
  return raw.attendees
    .filter(({ type, emailAddress: who }) => type === 'resource' || organizer === '' || !same(who.address, organizer))
    .map(({ type, status, emailAddress: who }) => ({ ...who, kind: type, answer: toAnswer(status?.response) }));
}

function toLocations(raw: RawEvent): readonly EventLocation[] {
  const all = raw.locations.length > 0 ? raw.locations : [raw.location ?? { displayName: '' }];
  return all
    .map(({ displayName, locationEmailAddress, locationUri }) => {
      const address = [locationEmailAddress, locationUri].find((one) => one?.includes('@') === true);
      return { name: displayName || (address ?? ''), ...(address ? { address } : {}) };
    })
    .filter(({ name }) => name !== '');
}

/** With an offset, unlike the other times of an event; one that can't be read is as good as none. */
function toOriginalStart(text: string | null | undefined): Temporal.Instant | undefined {
  try {
    return text ? Temporal.Instant.from(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Only links that a browser opens as pages; Graph's fields carry whatever a sender wrote. */
function toWebAddress(link: string | null | undefined): string | undefined {
  return link && /^https?:\/\//i.test(link) && URL.canParse(link) ? link : undefined;
}

/** Throws a RangeError for a time or zone that can't be read. */
export function toCalendarEvent(raw: RawEvent, calendarId: string): CalendarEvent {
  const response = raw.responseStatus?.response;
  const joinUrl = toWebAddress(raw.onlineMeeting?.joinUrl);
  const webLink = toWebAddress(raw.webLink);
  const madeIn = raw.originalStartTimeZone === '' ? undefined : toIanaZone(raw.originalStartTimeZone);
  const originalStart = toOriginalStart(raw.originalStart);
  const mark = raw.singleValueExtendedProperties.find(({ id }) => same(id, HOLD_MARK_ID))?.value;
  return {
    id: raw.id,
    calendarId,
    etag: raw['@odata.etag'],
    time: toEventTime(raw),
    subject: raw.subject,
    sensitivity: raw.sensitivity,
    showAs: raw.showAs,
    isCancelled: raw.isCancelled,
    isOrganizer: raw.isOrganizer,
    isRecurring: raw.type !== 'singleInstance',
    ...(raw.seriesMasterId ? { seriesMasterId: raw.seriesMasterId } : {}),
    ...(originalStart ? { originalStart } : {}),
    myAnswer: raw.isOrganizer || response === 'organizer' ? 'organizer' : toAnswer(response),
    ...(raw.allowNewTimeProposals ? {} : { refusesProposals: true as const }),
    ...(madeIn === undefined || madeIn === 'UTC' ? {} : { madeIn }),
    ...(raw.organizer ? { organizer: raw.organizer.emailAddress } : {}),
    attendees: toAttendees(raw),
    locations: toLocations(raw),
    ...(joinUrl ? { joinUrl } : {}),
    ...(webLink ? { webLink } : {}),
    ...(mark ? { holdMark: mark } : {}),
  };
}
