/** Writes an event as Graph shows it: one writer a property, so that a `$select` costs only what it asks for. */
import type { EventView } from './event-views.ts';
import type { Answer, EventAttendee, EventLocation, MailAddress } from './mailbox.ts';
import { toImmutableId } from './ids.ts';
import { requireZone, toLocalText } from './zones.ts';

export interface EventFormat {
  /** Zone of start and end as the caller named it; times are written on its clocks. */
  readonly timeZone: string;
  readonly bodyType: 'html' | 'text';
  /** Ids in the form that stays when an event moves. */
  readonly hasImmutableIds?: boolean;
}

export const UTC_HTML: EventFormat = { timeZone: 'UTC', bodyType: 'html' };

const NEVER = '0001-01-01T00:00:00Z';
const toIso = (ms: number): string => new Date(ms).toISOString();
const toSeconds = (ms: number): string => `${toIso(ms).slice(0, 19)}Z`;

export function toAnswerJson(answer: Answer): object {
  return { response: answer.response, time: answer.atMs === undefined ? NEVER : toSeconds(answer.atMs) };
}

const toRecipient = ({ name, address }: MailAddress): object => ({ emailAddress: { name, address } });
const toZoned = (ms: number, name: string): object => ({
  dateTime: toLocalText(ms, requireZone(name)),
  timeZone: name,
});

function toAttendee(attendee: EventAttendee): object {
  const { proposed } = attendee.status;
  return {
    type: attendee.type,
    status: toAnswerJson(attendee.status),
    ...toRecipient(attendee),
    ...(proposed === undefined
      ? undefined
      : { proposedNewTime: { start: toZoned(proposed.startMs, 'UTC'), end: toZoned(proposed.endMs, 'UTC') } }),
  };
}

const EMPTY_LOCATION: EventLocation = { displayName: '', locationType: 'default', uniqueIdType: 'unknown' };

function toLocation({ address, coordinates, ...location }: EventLocation): object {
  return { ...location, address: address ?? {}, coordinates: coordinates ?? {} };
}

function toRecurrence({ event }: EventView): object | null {
  if (event.recurrence === null) return null;
  const { pattern, range } = event.recurrence;
  const endDate = range.type === 'endDate' ? range.endDate : '0001-01-01';
  return { pattern: { ...pattern }, range: { ...range, endDate } };
}

function toTime({ time }: EventView, edge: 'start' | 'end', format: EventFormat): object {
  if (time.allDay !== undefined)
    return { dateTime: `${time.allDay[edge]}T00:00:00.0000000`, timeZone: format.timeZone };
  return toZoned(edge === 'start' ? time.startMs : time.endMs, format.timeZone);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&nbsp;': ' ',
};

export function toPlainText(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, '')
    .replace(/<br\s*\/?>|<\/p>|<\/div>/gi, '\r\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|amp|quot|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

const ESCAPES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
const escapeHtml = (text: string): string => text.replace(/[&<>]/g, (one) => ESCAPES[one] ?? one);

function toBody({ event }: EventView, { bodyType }: EventFormat): object {
  const { contentType, content } = event.body;
  if (contentType === bodyType) return { contentType, content };
  const text = bodyType === 'text' ? toPlainText(content) : `<html><body>${escapeHtml(content)}</body></html>`;
  return { contentType: bodyType, content: content === '' ? '' : text };
}

function toPreview({ event }: EventView): string {
  return (event.body.contentType === 'html' ? toPlainText(event.body.content) : event.body.content).slice(0, 255);
}

const toOnlineMeeting = ({ event }: EventView): object | null =>
  event.joinUrl === null ? null : { joinUrl: event.joinUrl };

/** Real keys hold the store's change number; ours says which item and which version. */
export function toChangeKey(view: EventView): string {
  const item = view.id.slice(4, 16);
  return `${Buffer.from(`${item}:${view.originalDate ?? ''}:${view.event.version}`).toString('base64url')}==`;
}

export const toEtag = (view: EventView): string => `W/"${toChangeKey(view)}"`;

/** An id of the event (its own, its series', that of one date) as the caller wants ids. */
function toIdText({ event }: EventView, id: string, { hasImmutableIds }: EventFormat): string {
  if (hasImmutableIds !== true) return id;
  const text = toImmutableId(id);
  const stayed = event.immutableId;
  return stayed === undefined ? text : text.replace(event.id.slice(4, -1), stayed.slice(6, -1));
}

type Writer = (view: EventView, format: EventFormat) => unknown;

/** In the order in which Graph writes them. */
export const EVENT_WRITERS: Readonly<Record<string, Writer>> = {
  id: (view, format) => toIdText(view, view.id, format),
  createdDateTime: ({ event }) => toIso(event.createdMs),
  lastModifiedDateTime: ({ event }) => toIso(event.modifiedMs),
  changeKey: toChangeKey,
  categories: ({ event }) => event.categories,
  transactionId: ({ event }) => event.transactionId,
  originalStartTimeZone: ({ event }) => event.startZone,
  originalEndTimeZone: ({ event }) => event.endZone,
  iCalUId: (view) => view.iCalUId,
  reminderMinutesBeforeStart: ({ event }) => event.reminderMinutesBeforeStart,
  isReminderOn: ({ event }) => event.isReminderOn,
  hasAttachments: () => false,
  subject: ({ event }) => event.subject,
  bodyPreview: toPreview,
  importance: ({ event }) => event.importance,
  sensitivity: ({ event }) => event.sensitivity,
  isAllDay: ({ time }) => time.allDay !== undefined,
  isCancelled: ({ event }) => event.isCancelled,
  isOrganizer: ({ event }) => event.isOrganizer,
  responseRequested: ({ event }) => event.responseRequested,
  seriesMasterId: (view, format) =>
    view.seriesMasterId === undefined ? null : toIdText(view, view.seriesMasterId, format),
  showAs: ({ event }) => event.showAs,
  type: (view) => view.type,
  webLink: ({ id }) =>
    `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
  onlineMeetingUrl: () => null,
  isOnlineMeeting: ({ event }) => event.isOnlineMeeting,
  onlineMeetingProvider: ({ event }) => (event.isOnlineMeeting ? 'teamsForBusiness' : 'unknown'),
  allowNewTimeProposals: ({ event }) => event.allowNewTimeProposals,
  isDraft: ({ event }) => event.isDraft === true,
  hideAttendees: ({ event }) => event.hideAttendees,
  originalStart: ({ originalStartMs }) => (originalStartMs === undefined ? undefined : toSeconds(originalStartMs)),
  responseStatus: ({ event }) => toAnswerJson(event.responseStatus),
  body: toBody,
  start: (view, format) => toTime(view, 'start', format),
  end: (view, format) => toTime(view, 'end', format),
  location: ({ event }) => toLocation(event.locations[0] ?? EMPTY_LOCATION),
  locations: ({ event }) => event.locations.map(toLocation),
  recurrence: toRecurrence,
  attendees: ({ event }) => event.attendees.map(toAttendee),
  organizer: ({ event }) => toRecipient(event.organizer),
  onlineMeeting: toOnlineMeeting,
};

/** Only in a master's own `$select`. */
export function toCancelledOccurrences({ event }: EventView): readonly string[] {
  const gone = [...event.overrides].filter(([, override]) => override.kind === 'gone').map(([date]) => date);
  return gone.map((date) => `OID.${event.id}.${date}`);
}

/** The named properties of an event, or all of them; id and ETag come always. */
export function toEventJson(view: EventView, format: EventFormat, select?: readonly string[]): Record<string, unknown> {
  const json: Record<string, unknown> = { '@odata.etag': toEtag(view), id: toIdText(view, view.id, format) };
  for (const name of select ?? Object.keys(EVENT_WRITERS)) {
    const value = name === 'cancelledOccurrences' ? toCancelledOccurrences(view) : EVENT_WRITERS[name]?.(view, format);
    if (value !== undefined) json[name] = value;
  }
  return json;
}
