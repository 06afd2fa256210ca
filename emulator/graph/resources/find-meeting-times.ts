/** `findMeetingTimes`: Exchange's own suggestions of when and where to meet. */
import { suggestTimes, type Participant, type Suggestion } from '../../mailbox/suggest-times.ts';
import type { Window } from '../../mailbox/event-views.ts';
import { findZone, fromLocalText, requireZone, toLocalText } from '../../mailbox/zones.ts';
import type { Call, Route } from '../call.ts';
import { requireMailbox } from '../call.ts';
import { GraphError, unknownZone } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { isRecord, readParameters } from '../model/check-body.ts';

const PARAMS = {
  attendees: 'attendeeBase[]',
  isOrganizerOptional: 'Boolean',
  locationConstraint: 'locationConstraint',
  maxCandidates: 'Int32',
  meetingDuration: 'Duration',
  minimumAttendeePercentage: 'Double',
  returnSuggestionReasons: 'Boolean',
  timeConstraint: 'timeConstraint',
};

type Members = Readonly<Record<string, unknown>>;

/** Beyond it the real service says that the organizer is unavailable (platform facts B2). */
const MAX_ATTENDEES = 100;
const DEFAULT_CANDIDATES = 20;
const DAY_MS = 86_400_000;
/** So many rooms of the directory are looked at where none is named. */
const ROOMS_TRIED = 20;
const MAX_DAYS = 62;

const invalid = (message: string): GraphError => new GraphError(400, 'ErrorInvalidParameter', message);
const toMembers = (value: unknown): Members => (isRecord(value) ? value : {});
const toList = (value: unknown): readonly Members[] => (Array.isArray(value) ? value.map(toMembers) : []);

function readMoment(value: unknown): number {
  const { dateTime, timeZone } = toMembers(value);
  const zoneName = typeof timeZone === 'string' && timeZone !== '' ? timeZone : 'UTC';
  const zone = findZone(zoneName);
  if (zone === undefined) throw unknownZone(zoneName);
  try {
    return fromLocalText(String(dateTime), zone);
  } catch {
    throw invalid(`The value '${String(dateTime)}' is not a valid date and time.`);
  }
}

/** Without slots: the coming week. */
function readSlots(call: Call, timeSlots: unknown): readonly Window[] {
  const slots = toList(timeSlots).map(({ start, end }) => ({ startMs: readMoment(start), endMs: readMoment(end) }));
  for (const { startMs, endMs } of slots)
    if (endMs <= startMs || endMs - startMs > MAX_DAYS * DAY_MS)
      throw new GraphError(400, 'ErrorInvalidTimeInterval', 'A time slot must end after its start, within 62 days.');
  const nowMs = call.world.clock.now();
  return slots.length === 0 ? [{ startMs: nowMs, endMs: nowMs + 7 * DAY_MS }] : slots;
}

/** `PT1H30M`; half an hour unless said. */
function readDuration(value: unknown): number {
  if (typeof value !== 'string') return 30 * 60_000;
  const [, sign, days = 0, hours = 0, minutes = 0] =
    /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:[\d.]+S)?)?$/.exec(value) ?? [];
  const durationMs = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000;
  if (sign === '-' || durationMs <= 0 || durationMs > DAY_MS) throw invalid(`The duration '${value}' is not valid.`);
  return durationMs;
}

function toParticipant(call: Call, address: string, name: unknown, type: unknown): Participant {
  const mailbox = call.world.mailboxes.find(address);
  const isKnown = mailbox !== undefined && mailbox.tenantId === call.person.tenantId;
  return {
    address,
    name: typeof name === 'string' ? name : isKnown ? mailbox.displayName : address,
    type: typeof type === 'string' ? type : 'required',
    mailbox: isKnown ? mailbox : undefined,
  };
}

function readAttendees(call: Call, attendees: unknown): readonly Participant[] {
  return toList(attendees).map(({ emailAddress, type }) => {
    const { address, name } = toMembers(emailAddress);
    if (typeof address !== 'string' || !address.includes('@'))
      throw new GraphError(400, 'ErrorInvalidRecipients', "At least one recipient isn't valid.");
    return toParticipant(call, address, name, type);
  });
}

/** Those named; with `suggestLocation` and none named, some of the directory. */
function readRooms(call: Call, { locations, suggestLocation }: Members): readonly Participant[] {
  const named = toList(locations).flatMap(({ locationEmailAddress, displayName }) =>
    typeof locationEmailAddress === 'string'
      ? [toParticipant(call, locationEmailAddress, displayName, 'resource')]
      : [],
  );
  if (named.length > 0 || suggestLocation !== true) return named;
  return call.world.places
    .filter(({ type, tenantId }) => type === 'room' && tenantId === call.person.tenantId)
    .slice(0, ROOMS_TRIED)
    .map(({ json }) => toParticipant(call, String(json['emailAddress']), json['displayName'], 'resource'));
}

function toJson(call: Call, suggestion: Suggestion, order: number, withReason: boolean): object {
  const zoneName = call.prefer.timeZone ?? 'UTC';
  const toZoned = (ms: number): object => ({
    dateTime: toLocalText(ms, requireZone(zoneName)),
    timeZone: zoneName,
  });
  const { startMs, endMs, confidence, organizer, attendees, rooms } = suggestion;
  return {
    ...{ confidence, order: order + 1, organizerAvailability: organizer },
    suggestionReason: withReason
      ? `Suggested because it is one of the nearest times when ${confidence === 100 ? 'all' : 'most'} attendees are available.`
      : null,
    meetingTimeSlot: { start: toZoned(startMs), end: toZoned(endMs) },
    attendeeAvailability: attendees.map(({ attendee: { type, name, address }, availability }) => ({
      availability,
      attendee: { type, emailAddress: { name, address } },
    })),
    locations: rooms.map(({ name, address }) => ({ displayName: name, locationEmailAddress: address })),
  };
}

const countOf = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback);

function findMeetingTimes(call: Call): GraphAnswer {
  const organizer = requireMailbox(call);
  const asked = readParameters(call.request.body, PARAMS);
  const { activityDomain, timeSlots } = toMembers(asked['timeConstraint']);
  const place = toMembers(asked['locationConstraint']);
  const [most, least] = [
    countOf(asked['maxCandidates'], DEFAULT_CANDIDATES),
    countOf(asked['minimumAttendeePercentage'], 50),
  ];
  if (most < 1 || least < 0 || least > 100) throw invalid('maxCandidates or minimumAttendeePercentage is not valid.');
  const attendees = readAttendees(call, asked['attendees']);
  const { found, reason } = suggestTimes({
    ...{ organizer, attendees, slots: readSlots(call, timeSlots), durationMs: readDuration(asked['meetingDuration']) },
    domain: typeof activityDomain === 'string' ? activityDomain : 'work',
    isOrganizerOptional: asked['isOrganizerOptional'] === true,
    leastAttendance: least,
    rooms: readRooms(call, place),
    isRoomRequired: place['isRequired'] === true,
  });
  const isTooMany = attendees.length > MAX_ATTENDEES;
  const withReason = asked['returnSuggestionReasons'] === true;
  const shown = isTooMany ? [] : found.slice(0, most);
  const body = {
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.meetingTimeSuggestionsResult',
    emptySuggestionsReason: isTooMany ? 'organizerUnavailable' : reason,
    meetingTimeSuggestions: shown.map((one, i) => toJson(call, one, i, withReason)),
  };
  return { status: 200, headers: call.prefer.applied, body };
}

export const findMeetingTimesRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/me/findMeetingTimes',
    area: 'outlook',
    typeName: 'meetingTimeSuggestionsResult',
    allowed: [],
    handle: findMeetingTimes,
  },
];
