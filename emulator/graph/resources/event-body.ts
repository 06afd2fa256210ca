/** Reads an event that a caller writes: Graph's shape into the mailbox's, with Exchange's refusals. */
import type { EventAttendee, EventLocation, EventTime, Mailbox, MailboxEvent } from '../../mailbox/mailbox.ts';
import type { EventChange } from '../../mailbox/meeting-actions.ts';
import { findZone, fromLocalText, startOfDate, toLocalText } from '../../mailbox/zones.ts';
import type { Call } from '../call.ts';
import { GraphError, invalidRequest, unknownZone } from '../graph-error.ts';
import { isRecord, readBody } from '../model/check-body.ts';
import { toPropertyId } from '../extended-properties.ts';
import { readRecurrence } from './recurrence-body.ts';

type Json = Readonly<Record<string, unknown>>;

const MAX_ATTENDEES = 500;
export const EXTRA = { singleValueExtendedProperties: 'singleValueLegacyExtendedProperty[]' };
const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;

const failedValidation = (): GraphError =>
  new GraphError(400, 'ErrorPropertyValidationFailure', 'At least one property failed validation.');

/** The times that Exchange's store can hold. */
const [FIRST_MS, LAST_MS] = [Date.UTC(1601, 0, 1), Date.UTC(4500, 7, 31)];

interface Moment {
  readonly text: string;
  readonly zoneName: string;
  readonly ms: number;
}

export function readMoment(value: unknown): Moment {
  if (!isRecord(value)) throw failedValidation();
  const zoneName = typeof value['timeZone'] === 'string' && value['timeZone'] !== '' ? value['timeZone'] : 'UTC';
  const zone = findZone(zoneName);
  if (zone === undefined) throw unknownZone(zoneName);
  const text = String(value['dateTime']);
  const refusal = new GraphError(400, 'ErrorInvalidParameter', `The value '${text}' is not a valid date and time.`);
  let ms: number;
  try {
    ms = fromLocalText(text, zone);
  } catch {
    throw refusal;
  }
  if (ms < FIRST_MS || ms > LAST_MS) throw refusal;
  return { text, zoneName, ms };
}

const isMidnight = (moment: Moment): boolean => /T00:00(?::00(?:\.0+)?)?Z?$/.test(moment.text);

function toTime(start: Moment, end: Moment, isAllDay: boolean, mailbox: Mailbox): EventTime {
  if (!isAllDay) {
    if (end.ms < start.ms) throw failedValidation();
    return { startMs: start.ms, endMs: end.ms };
  }
  if (!isMidnight(start) || !isMidnight(end) || start.zoneName !== end.zoneName)
    throw invalidRequest(
      'The Event.Start and Event.End properties of an all-day event need to be midnight in the same time zone.',
    );
  const [first, last] = [start.text.slice(0, 10), end.text.slice(0, 10)];
  if (last <= first) throw invalidRequest('The duration of an event marked as All day must be at least 24 hours.');
  const zone = findZone(mailbox.settings.timeZone) ?? 'UTC';
  return { startMs: startOfDate(first, zone), endMs: startOfDate(last, zone), allDay: { start: first, end: last } };
}

/** An end of an event as its writer would have put it. */
function keptMoment(before: MailboxEvent, edge: 'start' | 'end'): object {
  const { allDay, startMs, endMs } = before.time;
  const zone = findZone(before.startZone) ?? 'UTC';
  const dateTime =
    allDay === undefined ? toLocalText(edge === 'start' ? startMs : endMs, zone) : `${allDay[edge]}T00:00:00`;
  return { dateTime, timeZone: before.startZone };
}

/** Times as written, what is not written as it was. */
function readTimes(body: Json, mailbox: Mailbox, before?: MailboxEvent): EventChange {
  const isWritten = ['start', 'end', 'isAllDay'].some((name) => body[name] !== undefined);
  if (!isWritten && before !== undefined) return {};
  const kept = (edge: 'start' | 'end'): object | undefined => before && keptMoment(before, edge);
  const start = readMoment(body['start'] ?? kept('start'));
  const end = readMoment(body['end'] ?? kept('end'));
  const isAllDay = (body['isAllDay'] ?? before?.time.allDay !== undefined) === true;
  return { time: toTime(start, end, isAllDay, mailbox), startZone: start.zoneName, endZone: end.zoneName };
}

function readAttendees(value: unknown, before: readonly EventAttendee[]): readonly EventAttendee[] {
  if (!Array.isArray(value)) return [];
  if (value.length > MAX_ATTENDEES)
    throw invalidRequest(`The number of attendees exceeds the limit of ${MAX_ATTENDEES}.`);
  const found = value.filter(isRecord).map((entry): EventAttendee => {
    const mail = isRecord(entry['emailAddress']) ? entry['emailAddress'] : {};
    const address = typeof mail['address'] === 'string' ? mail['address'].trim() : '';
    if (!ADDRESS.test(address))
      throw new GraphError(
        400,
        'ErrorInvalidRecipients',
        `At least one recipient isn't valid., A message can't be sent because it contains no valid recipients: '${address}'.`,
      );
    const known = before.find((one) => one.address.toLowerCase() === address.toLowerCase());
    const name = typeof mail['name'] === 'string' && mail['name'] !== '' ? mail['name'] : (known?.name ?? address);
    const type = (entry['type'] ?? 'required') as EventAttendee['type'];
    return { type, name, address, status: known?.status ?? { response: 'none' } };
  });
  return found.filter(
    (one, index) => found.findIndex(({ address }) => address.toLowerCase() === one.address.toLowerCase()) === index,
  );
}

function readLocation(call: Call, value: unknown): EventLocation | undefined {
  if (!isRecord(value)) return undefined;
  const address = value['locationEmailAddress'] ?? value['locationUri'];
  const displayName = typeof value['displayName'] === 'string' ? value['displayName'] : '';
  const room = typeof address === 'string' ? call.world.mailboxes.peek(address) : undefined;
  if (room?.kind === 'room')
    return {
      displayName,
      locationUri: room.address,
      locationType: 'conferenceRoom',
      uniqueId: room.address,
      uniqueIdType: 'directory',
    };
  if (displayName === '') return undefined;
  return {
    displayName,
    ...(typeof address === 'string' ? { locationEmailAddress: address } : undefined),
    ...(isRecord(value['address']) ? { address: value['address'] } : undefined),
    ...(isRecord(value['coordinates']) ? { coordinates: value['coordinates'] } : undefined),
    ...{ locationType: 'default', uniqueId: displayName, uniqueIdType: 'private' },
  };
}

/** Setting `location` replaces the list, as setting the list replaces `location`. */
function readLocations(call: Call, body: Json): EventChange {
  const list: unknown = body['locations'] ?? (body['location'] === undefined ? undefined : [body['location']]);
  if (!Array.isArray(list)) return {};
  return { locations: list.map((one) => readLocation(call, one)).filter((one) => one !== undefined) };
}

function readExtended(body: Json, before?: MailboxEvent): EventChange {
  const list: unknown = body['singleValueExtendedProperties'];
  if (!Array.isArray(list)) return {};
  const written = list
    .filter(isRecord)
    .map((one): [string, string] => [toPropertyId(String(one['id'])), String(one['value'] ?? '')]);
  return { extendedProperties: { ...before?.extendedProperties, ...Object.fromEntries(written) } };
}

/** Properties that are taken as they are, `null` as their default. */
function readPlain(body: Json): EventChange {
  const pick = <T>(name: string, fallback: T): Record<string, T> =>
    body[name] === undefined ? {} : { [name]: (body[name] ?? fallback) as T };
  return {
    ...pick('subject', ''),
    ...pick('showAs', 'busy'),
    ...pick('sensitivity', 'normal'),
    ...pick('importance', 'normal'),
    ...pick('categories', []),
    ...pick('isReminderOn', true),
    ...pick('reminderMinutesBeforeStart', 15),
    ...pick('responseRequested', true),
    ...pick('allowNewTimeProposals', true),
    ...pick('hideAttendees', false),
  };
}

function readContent(body: Json): EventChange {
  if (body['body'] === undefined) return {};
  const written = isRecord(body['body']) ? body['body'] : {};
  return {
    body: {
      contentType: written['contentType'] === 'html' ? 'html' : 'text',
      content: String(written['content'] ?? ''),
    },
  };
}

/** The properties a body sets, in the mailbox's terms; a new event needs its times. */
export function readEventBody(call: Call, mailbox: Mailbox, before?: MailboxEvent): EventChange {
  const body = readBody(call.request.body, 'event', EXTRA);
  if (before === undefined && (body['start'] === undefined || body['end'] === undefined)) throw failedValidation();
  if (typeof body['subject'] === 'string' && body['subject'].length > 255) throw failedValidation();
  const times = readTimes(body, mailbox, before);
  return {
    ...readPlain(body),
    ...times,
    ...readContent(body),
    ...readLocations(call, body),
    ...readExtended(body, before),
    ...(body['attendees'] === undefined
      ? undefined
      : { attendees: readAttendees(body['attendees'], before?.attendees ?? []) }),
    ...readRecurrence(body['recurrence'], times, before),
  };
}
