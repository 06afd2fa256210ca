/** Events of the own calendars: list, read, create, change, delete, and the instances of a series. */
import {
  createEvent,
  changeEvent,
  removeEvent,
  type EventChange,
  type EventDraft,
} from '../../mailbox/meeting-actions.ts';
import { toEtag } from '../../mailbox/event-json.ts';
import { NEW_EVENT } from '../../mailbox/new-event.ts';
import { findView, listInstances, toView, type EventView } from '../../mailbox/event-views.ts';
import type { Mailbox, MailboxEvent } from '../../mailbox/mailbox.ts';
import { defaultCalendar } from '../../mailbox/mailbox.ts';
import { listRecurrenceDates } from '../../mailbox/recurrence-dates.ts';
import { addDays, requireZone, toLocalDate } from '../../mailbox/zones.ts';
import type { Call, Route } from '../call.ts';
import { noContent, requireMailbox } from '../call.ts';
import { accessDenied, badRequest, GraphError, invalidRequest, itemNotFound, malformedId } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { isRecord } from '../model/check-body.ts';
import { requireCalendar } from './calendars.ts';
import { findSharer, fromSharedId, redact, requireWindow, shareView } from './calendar-view.ts';
import { readEventBody } from './event-body.ts';
import { parseExpand } from '../extended-properties.ts';
import { answerEvent, answerEvents } from './event-output.ts';
import { addOnlineMeeting, keepOnlineMeeting } from './online-meeting.ts';

/** The event a path names. One in a shared calendar is found only through that calendar. */
export function requireView(call: Call, mailbox: Mailbox): EventView {
  const id = call.params['eventId'] ?? '';
  if (!/^AA(?:Mk|kALg)[\w-]+=$/.test(id)) throw malformedId();
  const calendar = call.params['calendarId'] === undefined ? undefined : requireCalendar(call, mailbox);
  const sharer = calendar === undefined ? undefined : findSharer(call, calendar);
  if (calendar !== undefined && sharer !== undefined) {
    const shared = findView(sharer, fromSharedId(id) ?? '');
    if (shared === undefined || shared.calendarId !== defaultCalendar(sharer).id) throw itemNotFound();
    return shareView(shared, calendar);
  }
  const view = findView(mailbox, id);
  if (view === undefined || (calendar !== undefined && view.calendarId !== calendar.id)) throw itemNotFound();
  return view;
}

/** The event a path names, for writing: what others share is read-only here. */
export function requireOwnView(call: Call, mailbox: Mailbox): EventView {
  const view = requireView(call, mailbox);
  const calendar = mailbox.calendars.find(({ id }) => id === view.calendarId);
  if (calendar?.sharedFrom !== undefined) throw accessDenied();
  return view;
}

export function checkMatch(call: Call, view: EventView): void {
  const wanted = call.request.headers['if-match'];
  if (wanted === undefined || wanted.trim() === '*') return;
  if (!wanted.split(',').some((etag) => etag.trim() === toEtag(view)))
    throw new GraphError(
      412,
      'ErrorIrresolvableConflict',
      'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
    );
}

/** Under `/users/{userId}`, where private items show their times alone. */
const isOthers = (call: Call): boolean => call.params['userId'] !== undefined;

function getEvent(call: Call): GraphAnswer {
  const view = requireView(call, requireMailbox(call));
  return answerEvent(call, isOthers(call) ? redact(view) : view);
}

function listEvents(call: Call): GraphAnswer {
  const mailbox = requireMailbox(call);
  const calendar = requireCalendar(call, mailbox);
  const source = findSharer(call, calendar);
  const folderId = defaultCalendar(source ?? mailbox).id;
  const events = [...(source ?? mailbox).events.values()].filter(
    ({ calendarId }) => calendarId === (source === undefined ? calendar.id : folderId),
  );
  const views = events.map(toView).map((view) => (isOthers(call) ? redact(view) : view));
  return answerEvents(call, source === undefined ? views : views.map((view) => shareView(view, calendar)));
}

function toDraft(change: EventChange, mailbox: Mailbox): EventDraft {
  const { time, startZone = 'UTC', endZone = 'UTC' } = change;
  if (time === undefined) throw invalidRequest('The event has no time.');
  const organizer = { name: mailbox.displayName, address: mailbox.address };
  return { ...NEW_EVENT, ...change, time, startZone, endZone, organizer };
}

/** A transaction id seen before gives the event it made, not another one. */
function findTransaction(mailbox: Mailbox, transactionId: string | null): MailboxEvent | undefined {
  return transactionId === null ? undefined : mailbox.events.get(mailbox.idByTransaction.get(transactionId) ?? '');
}

function postEvent(call: Call): GraphAnswer {
  const mailbox = requireMailbox(call);
  const calendar = requireCalendar(call, mailbox);
  if (!calendar.canEdit || calendar.sharedFrom !== undefined) throw accessDenied();
  // before anything is written
  parseExpand(call.query.expand);
  const change = readEventBody(call, mailbox);
  const body = call.request.body as Readonly<Record<string, unknown>>;
  const transactionId = typeof body['transactionId'] === 'string' ? body['transactionId'] : null;
  const first = findTransaction(mailbox, transactionId);
  if (first !== undefined) return answerEvent(call, toView(first), 201);
  const draft = addOnlineMeeting(call, toDraft(change, mailbox), body);
  const event = createEvent(call.world, mailbox, { draft, calendarId: calendar.id, transactionId });
  return answerEvent(call, toView(event), 201);
}

/** An occurrence stays between its neighbours. */
function checkNeighbours(view: EventView, change: EventChange, mailbox: Mailbox): void {
  const master = mailbox.events.get(view.seriesMasterId ?? '');
  if (!master?.recurrence || view.originalDate === undefined || change.time === undefined) return;
  const date = change.time.allDay?.start ?? toLocalDate(change.time.startMs, requireZone(master.startZone));
  const dates = listRecurrenceDates(master.recurrence, addDays(view.originalDate, 800));
  const at = dates.indexOf(view.originalDate);
  const [before, after] = [dates[at - 1], dates[at + 1]];
  if ((before !== undefined && date <= before) || (after !== undefined && date >= after))
    throw new GraphError(
      400,
      'ErrorOccurrenceCrossingBoundary',
      'Modified occurrence is crossing or overlapping adjacent occurrence.',
    );
}

function patchEvent(call: Call): GraphAnswer {
  const mailbox = requireMailbox(call);
  const view = requireOwnView(call, mailbox);
  checkMatch(call, view);
  parseExpand(call.query.expand);
  const shown: MailboxEvent = { ...view.event, time: view.time };
  const read = readEventBody(call, mailbox, shown);
  const body = call.request.body as Readonly<Record<string, unknown>>;
  if (isRecord(body) && 'transactionId' in body && body['transactionId'] !== view.event.transactionId)
    throw badRequest('The transactionId of an event cannot be changed.');
  if (view.originalDate !== undefined && (read.recurrence ?? null) !== null)
    throw invalidRequest('An occurrence cannot recur.');
  checkNeighbours(view, read, mailbox);
  changeEvent(call.world, mailbox, view, keepOnlineMeeting(call, shown, read, body));
  const changed = findView(mailbox, view.id);
  if (changed === undefined) throw itemNotFound();
  return answerEvent(call, changed);
}

function deleteEvent(call: Call): GraphAnswer {
  const mailbox = requireMailbox(call);
  const view = requireOwnView(call, mailbox);
  checkMatch(call, view);
  removeEvent(call.world, mailbox, view);
  return noContent(204);
}

function listEventInstances(call: Call): GraphAnswer {
  const mailbox = requireMailbox(call);
  const view = requireOwnView(call, mailbox);
  if (view.type !== 'seriesMaster')
    throw new GraphError(
      400,
      'ErrorInvalidOperation',
      "Your request can't be completed. You can only view instances of a recurring series.",
    );
  return answerEvents(call, listInstances(mailbox, view.event, requireWindow(call.query.own)));
}

const LIST = ['$select', '$filter', '$orderby', '$top', '$skip', '$count', '$expand'];
const base = { area: 'outlook', typeName: 'event' } as const;

const ownRoutes = ['/me', '/me/calendar', '/me/calendars/{calendarId}'].flatMap((home): Route[] => {
  const [many, one] = [`${home}/events`, `${home}/events/{eventId}`];
  return [
    { ...base, method: 'GET', path: many, allowed: LIST, handle: listEvents },
    { ...base, method: 'POST', path: many, allowed: ['$select', '$expand'], handle: postEvent },
    { ...base, method: 'GET', path: one, allowed: ['$select', '$expand'], isSingle: true, handle: getEvent },
    { ...base, method: 'PATCH', path: one, allowed: ['$select', '$expand'], handle: patchEvent },
    { ...base, method: 'DELETE', path: one, allowed: [], handle: deleteEvent },
    {
      ...base,
      method: 'GET',
      path: `${one}/instances`,
      allowed: ['startDateTime', 'endDateTime', ...LIST],
      handle: listEventInstances,
    },
  ];
});

export const eventRoutes: readonly Route[] = [
  ...ownRoutes,
  ...['/users/{userId}', '/users/{userId}/calendar'].map((home): Route => ({
    ...base,
    method: 'GET',
    path: `${home}/events`,
    allowed: LIST,
    handle: listEvents,
  })),
  {
    ...base,
    method: 'GET',
    path: '/users/{userId}/events/{eventId}',
    allowed: ['$select', '$expand'],
    isSingle: true,
    handle: getEvent,
  },
];
