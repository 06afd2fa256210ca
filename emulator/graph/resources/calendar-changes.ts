/** Makes, renames and removes a person's own calendars. */
import type { CalendarFolder, Mailbox } from '../../mailbox/mailbox.ts';
import { dropEvent } from '../../mailbox/mailbox-store.ts';
import type { Call, Route } from '../call.ts';
import { noContent, requireMailbox } from '../call.ts';
import { accessDenied, GraphError, invalidRequest } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { isRecord, readBody } from '../model/check-body.ts';
import { answerObject } from '../odata/answer-collection.ts';
import { requireCalendar, toCalendarJson } from './calendars.ts';
import { EXTRA } from './event-body.ts';
import { toPropertyId } from '../extended-properties.ts';

/** Everything else about a calendar is the service's to say. */
const WRITABLE = ['name', 'color', 'hexColor', 'isDefaultCalendar', 'singleValueExtendedProperties'];

const failedValidation = (): GraphError =>
  new GraphError(400, 'ErrorPropertyValidationFailure', 'At least one property failed validation.');

function answerCalendar(call: Call, calendar: CalendarFolder, status: 200 | 201): GraphAnswer {
  const context = `users('${call.person.objectId}')/calendars/$entity`;
  return { ...answerObject(call, toCalendarJson(calendar), context), status };
}

/** The name, color and picked color that a body sets. */
function readChange(call: Call): Partial<CalendarFolder> {
  const body = readBody(call.request.body, 'calendar', EXTRA);
  const stranger = Object.keys(body).find((key) => !key.includes('@') && !WRITABLE.includes(key));
  if (stranger !== undefined)
    throw new GraphError(400, 'ErrorInvalidPropertySet', `The property '${stranger}' is read-only and can't be set.`);
  const { name, color, hexColor, isDefaultCalendar } = body;
  if (isDefaultCalendar === true) throw invalidRequest('Another calendar cannot be made the default one.');
  if (typeof hexColor === 'string' && !/^(?:#[0-9a-f]{6})?$/i.test(hexColor)) throw failedValidation();
  if (name !== undefined && (typeof name !== 'string' || name.trim() === '' || name.length > 255))
    throw failedValidation();
  return {
    ...(typeof name === 'string' ? { name } : undefined),
    ...(typeof color === 'string' ? { color } : undefined),
    ...(typeof hexColor === 'string' ? { hexColor } : undefined),
  };
}

/** Extended properties as they stand after a body, by their ids. */
function readExtended(call: Call, before?: CalendarFolder): Partial<CalendarFolder> {
  const list: unknown = readBody(call.request.body, 'calendar', EXTRA)['singleValueExtendedProperties'];
  if (!Array.isArray(list)) return {};
  const written = list
    .filter(isRecord)
    .map((one): [string, string] => [toPropertyId(String(one['id'])), String(one['value'] ?? '')]);
  return { extendedProperties: { ...before?.extendedProperties, ...Object.fromEntries(written) } };
}

function requireFreeName(mailbox: Mailbox, name: string | undefined, own?: CalendarFolder): void {
  const taken = mailbox.calendars.some((one) => one !== own && one.name.toLowerCase() === name?.toLowerCase());
  if (taken)
    throw new GraphError(
      409,
      'ErrorFolderExists',
      'A folder with the specified name already exists., Could not create folder.',
    );
}

function postCalendar(call: Call): GraphAnswer {
  const mailbox = requireMailbox(call);
  const change = readChange(call);
  if (change.name === undefined) throw failedValidation();
  requireFreeName(mailbox, change.name);
  const calendar: CalendarFolder = {
    ...{ id: call.world.ids.itemId('calendar', call.world.ids.next('calendar')), name: change.name },
    ...{ color: 'auto', hexColor: '', owner: { name: mailbox.displayName, address: mailbox.address } },
    ...{ isDefault: false, canEdit: true, canShare: true, canViewPrivateItems: true, isRemovable: true },
    ...change,
    ...readExtended(call),
  };
  mailbox.calendars.push(calendar);
  return answerCalendar(call, calendar, 201);
}

function patchCalendar(call: Call): GraphAnswer {
  const mailbox = requireMailbox(call);
  const before = requireCalendar(call, mailbox);
  const change = readChange(call);
  if (change.name !== undefined && (!before.canEdit || before.sharedFrom !== undefined)) throw accessDenied();
  requireFreeName(mailbox, change.name, before);
  const calendar = { ...before, ...change, ...readExtended(call, before) };
  mailbox.calendars.splice(mailbox.calendars.indexOf(before), 1, calendar);
  return answerCalendar(call, calendar, 200);
}

/** Its events go with it, and nobody is told. */
function deleteCalendar(call: Call): GraphAnswer {
  const mailbox = requireMailbox(call);
  const calendar = requireCalendar(call, mailbox);
  if (!calendar.isRemovable)
    throw new GraphError(400, 'ErrorDeleteDistinguishedFolder', 'Distinguished folders cannot be deleted.');
  for (const event of mailbox.events.values()) if (event.calendarId === calendar.id) dropEvent(mailbox, event);
  mailbox.calendars.splice(mailbox.calendars.indexOf(calendar), 1);
  return noContent(204);
}

const base = { area: 'outlook', typeName: 'calendar', allowed: [] } as const;

export const calendarChangeRoutes: readonly Route[] = [
  { ...base, method: 'POST', path: '/me/calendars', handle: postCalendar },
  { ...base, method: 'PATCH', path: '/me/calendar', handle: patchCalendar },
  { ...base, method: 'PATCH', path: '/me/calendars/{calendarId}', handle: patchCalendar },
  { ...base, method: 'DELETE', path: '/me/calendars/{calendarId}', handle: deleteCalendar },
];
