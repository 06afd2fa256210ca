/** `calendarView`: everything that touches a window of time in one calendar, series unrolled. */
import type { EventView, Window } from '../../mailbox/event-views.ts';
import { listViews } from '../../mailbox/event-views.ts';
import type { CalendarFolder, Mailbox } from '../../mailbox/mailbox.ts';
import { defaultCalendar } from '../../mailbox/mailbox.ts';
import { fromLocalText } from '../../mailbox/zones.ts';
import type { Call, Route } from '../call.ts';
import { requireMailbox } from '../call.ts';
import { badRequest, GraphError, invalidRequest } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { requireCalendar } from './calendars.ts';
import { answerEvents } from './event-output.ts';

const MAX_DAYS = 1825;

/** Text without an offset means UTC, whatever zone is preferred. */
export function parseMoment(text: string, name: string): number {
  const full = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00` : text;
  try {
    return fromLocalText(full, 'UTC');
  } catch {
    throw new GraphError(400, 'ErrorInvalidParameter', `The value '${text}' of parameter '${name}' is invalid.`);
  }
}

export function requireWindow(own: Readonly<Record<string, string>>): Window {
  const [start, end] = [own['startDateTime'], own['endDateTime']];
  if (start === undefined || end === undefined)
    throw invalidRequest(
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
    );
  const window = { startMs: parseMoment(start, 'StartDateTime'), endMs: parseMoment(end, 'EndDateTime') };
  if (window.endMs < window.startMs) throw invalidRequest("The 'EndDateTime' must be later than the 'StartDateTime'.");
  if (window.endMs - window.startMs > MAX_DAYS * 86_400_000)
    throw invalidRequest(
      `Your request can't be completed. The range between the start and end dates is greater than the allowed range. Maximum number of days: ${MAX_DAYS}`,
    );
  return window;
}

/** Times of a private item of somebody else, and nothing more. */
export function redact(view: EventView): EventView {
  if (view.event.sensitivity === 'normal' || view.event.sensitivity === 'personal') return view;
  const hidden = { subject: 'Private Appointment', body: { contentType: 'html', content: '' } as const, joinUrl: null };
  return { ...view, event: { ...view.event, ...hidden, attendees: [], locations: [], isOnlineMeeting: false } };
}

/** Ids of a shared calendar are valid in that calendar alone. */
export const toSharedId = (id: string): string => `AAMkS${id.slice(4)}`;
/** Undefined for an id that is no shared calendar's. */
export function fromSharedId(id: string): string | undefined {
  const found = /^(AAMk|AAkALg)S(.*)$/.exec(id);
  return found === null ? undefined : `${found[1]}${found[2]}`;
}

/** The mailbox behind a calendar of the list, where somebody else shares it. */
export function findSharer(call: Call, calendar: CalendarFolder): Mailbox | undefined {
  return calendar.sharedFrom === undefined ? undefined : call.world.mailboxes.find(calendar.sharedFrom);
}

export function shareView(view: EventView, calendar: CalendarFolder): EventView {
  const shown = calendar.canViewPrivateItems ? view : redact(view);
  const masterId = view.seriesMasterId;
  return {
    ...shown,
    id: toSharedId(view.id),
    calendarId: calendar.id,
    ...(masterId === undefined ? undefined : { seriesMasterId: toSharedId(masterId) }),
  };
}

function viewCalendar(call: Call): GraphAnswer {
  const mailbox = requireMailbox(call);
  const calendar = requireCalendar(call, mailbox);
  const window = requireWindow(call.query.own);
  const unselectable = call.query.select?.find((name) => name === 'createdDateTime' || name === 'lastModifiedDateTime');
  if (unselectable !== undefined)
    throw badRequest(`The property '${unselectable}' does not support $select on calendarView.`);
  const sharer = findSharer(call, calendar);
  if (sharer === undefined) {
    const views = listViews(mailbox, window, calendar);
    return answerEvents(call, call.params['userId'] === undefined ? views : views.map(redact));
  }
  const shared = listViews(sharer, window, defaultCalendar(sharer));
  return answerEvents(
    call,
    shared.map((view) => shareView(view, calendar)),
  );
}

const OPTIONS = [
  'startDateTime',
  'endDateTime',
  '$select',
  '$filter',
  '$orderby',
  '$top',
  '$skip',
  '$count',
  '$expand',
];

export const calendarViewRoutes: readonly Route[] = [
  { path: '/me/calendarView', permission: '/me/calendar/calendarview' },
  { path: '/me/calendar/calendarView' },
  { path: '/me/calendars/{calendarId}/calendarView' },
  { path: '/users/{userId}/calendarView' },
  { path: '/users/{userId}/calendar/calendarView' },
].map((one) => ({
  ...one,
  method: 'GET',
  area: 'outlook',
  typeName: 'event',
  allowed: OPTIONS,
  handle: viewCalendar,
}));
