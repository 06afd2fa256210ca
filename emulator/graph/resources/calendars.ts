/** `/me/calendars`, `/me/calendar`: the person's own calendars and those that others share with them. */
import type { CalendarFolder, Mailbox } from '../../mailbox/mailbox.ts';
import { defaultCalendar } from '../../mailbox/mailbox.ts';
import type { Call, Route } from '../call.ts';
import { requireMailbox } from '../call.ts';
import { itemNotFound, malformedId } from '../graph-error.ts';
import { parseExpand } from '../extended-properties.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { answerObject, answerObjects } from '../odata/answer-collection.ts';

/** The calendar that a path names, `calendarId` missing: the primary one. */
export function requireCalendar(call: Call, mailbox: Mailbox): CalendarFolder {
  const id = call.params['calendarId'];
  if (id === undefined) return defaultCalendar(mailbox);
  const found = mailbox.calendars.find((calendar) => calendar.id === id);
  if (found !== undefined) return found;
  throw id.startsWith('AAMk') ? itemNotFound() : malformedId();
}

export function toCalendarJson(calendar: CalendarFolder): Record<string, unknown> {
  const { id, name, color, hexColor, owner, isDefault, canEdit, canShare, canViewPrivateItems, isRemovable } = calendar;
  return {
    ...{ id, name, color, hexColor, isDefaultCalendar: isDefault, changeKey: `${id.slice(4, 20)}==` },
    ...{ canShare, canViewPrivateItems, canEdit, isRemovable, isTallyingResponses: isDefault },
    allowedOnlineMeetingProviders: ['teamsForBusiness'],
    defaultOnlineMeetingProvider: 'teamsForBusiness',
    owner,
  };
}

const context = (call: Call): string => `users('${call.person.objectId}')/calendars`;

function listCalendars(call: Call): GraphAnswer {
  const calendars = requireMailbox(call).calendars.map(toCalendarJson);
  return answerObjects(call, calendars, { context: context(call), defaultTop: 10 });
}

function getCalendar(call: Call): GraphAnswer {
  const calendar = requireCalendar(call, requireMailbox(call));
  const answer = answerObject(call, toCalendarJson(calendar), `${context(call)}/$entity`);
  const stored = calendar.extendedProperties ?? {};
  const { propertyIds } = parseExpand(call.query.expand);
  const found = propertyIds.filter((id) => Object.hasOwn(stored, id)).map((id) => ({ id, value: stored[id] }));
  if (found.length === 0) return answer;
  return { ...answer, body: { ...(answer.body as object), singleValueExtendedProperties: found } };
}

const base = {
  area: 'outlook',
  typeName: 'calendar',
  method: 'GET',
  permission: '/me/calendars',
  isSingle: true,
} as const;

export const calendarRoutes: readonly Route[] = [
  {
    ...base,
    isSingle: false,
    path: '/me/calendars',
    allowed: ['$select', '$filter', '$orderby', '$top', '$skip', '$count'],
    handle: listCalendars,
  },
  { ...base, path: '/me/calendar', allowed: ['$select', '$expand'], handle: getCalendar },
  {
    ...base,
    path: '/users/{userId}/calendar',
    permission: '/users/{id}/calendar',
    allowed: ['$select'],
    handle: getCalendar,
  },
  { ...base, path: '/me/calendars/{calendarId}', allowed: ['$select', '$expand'], handle: getCalendar },
];
