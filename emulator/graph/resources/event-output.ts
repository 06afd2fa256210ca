/** Gives events out as a call wants them: its zone, body type, selection and extended properties. */
import type { EventView } from '../../mailbox/event-views.ts';
import { EVENT_WRITERS, toEventJson, type EventFormat } from '../../mailbox/event-json.ts';
import { toNumber } from '../../mailbox/ids.ts';
import type { Call } from '../call.ts';
import { badRequest, GraphError } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { readPath } from '../odata/filter.ts';
import { answerCollection } from '../odata/answer-collection.ts';
import { toCalendarJson } from './calendars.ts';
import { requireMailbox } from '../call.ts';

export const toFormat = (call: Call): EventFormat => ({
  timeZone: call.prefer.timeZone ?? 'UTC',
  bodyType: call.prefer.bodyType ?? 'html',
});

const PROPERTY_ID =
  /^(?:Boolean|Currency|Double|Float|Integer|Long|Short|String|SystemTime|CLSID|Binary)(?:Array)? (?:0x[0-9a-f]{1,4}|\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\} (?:Name [^']+|Id 0x[0-9a-f]+))$/i;

/** One spelling for each extended property: its type as it is, its GUID in lower case. */
export function toPropertyId(id: string): string {
  if (!PROPERTY_ID.test(id))
    throw new GraphError(
      400,
      'ErrorInvalidExtendedProperty',
      'The extended property attribute combination is invalid.',
    );
  return id.replace(/\{[^}]*\}/, (guid) => guid.toLowerCase());
}

interface Expansion {
  readonly propertyIds: readonly string[];
  readonly hasCalendar: boolean;
  readonly hasAttachments: boolean;
}

/** `singleValueExtendedProperties($filter=id eq '…' or id eq '…')`, `calendar`, `attachments`; nothing else is expanded here. */
function parseExpand(text: string | undefined): Expansion {
  const parts = text === undefined ? [] : text.split(/,(?![^(]*\))/).map((part) => part.trim());
  const propertyIds: string[] = [];
  for (const part of parts) {
    if (part === 'calendar' || part === 'attachments') continue;
    const filter = /^singleValueExtendedProperties\(\s*\$filter\s*=\s*(.*)\)$/s.exec(part)?.[1];
    if (filter === undefined) throw badRequest(`Parsing OData Select and Expand failed: '${part}' cannot be expanded.`);
    for (const clause of filter.split(/\s+or\s+/)) {
      const id = /^\s*\(?\s*id\s+eq\s+'((?:[^']|'')*)'\s*\)?\s*$/.exec(clause)?.[1];
      if (id === undefined) throw badRequest(`Invalid filter clause: '${clause}'.`);
      propertyIds.push(toPropertyId(id.replaceAll("''", "'")));
    }
  }
  return { propertyIds, hasCalendar: parts.includes('calendar'), hasAttachments: parts.includes('attachments') };
}

function expand(call: Call, view: EventView, { propertyIds, hasCalendar, hasAttachments }: Expansion): object {
  const stored = view.event.extendedProperties;
  const found = propertyIds.filter((id) => Object.hasOwn(stored, id)).map((id) => ({ id, value: stored[id] }));
  const calendar = requireMailbox(call).calendars.find(({ id }) => id === view.calendarId);
  return {
    ...(found.length === 0 ? undefined : { singleValueExtendedProperties: found }),
    ...(hasCalendar && calendar !== undefined ? { calendar: toCalendarJson(calendar) } : undefined),
    ...(hasAttachments ? { attachments: [] } : undefined),
  };
}

const context = (call: Call): string => `users('${call.person.objectId}')/events`;

export function answerEvent(call: Call, view: EventView, status: 200 | 201 = 200): GraphAnswer {
  const json = toEventJson(view, toFormat(call), call.query.select);
  const body = {
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${context(call)}/$entity`,
    ...json,
    ...expand(call, view, parseExpand(call.query.expand)),
  };
  return { status, headers: { ...call.prefer.applied, ETag: String(json['@odata.etag']) }, body };
}

/** Unasked, events come in the order of the store, which tells nothing. */
function inStoreOrder(views: readonly EventView[]): EventView[] {
  return views
    .map((view) => ({ view, rank: toNumber(view.id, 0x7fffffff) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ view }) => view);
}

export function answerEvents(call: Call, views: readonly EventView[]): GraphAnswer {
  const format = toFormat(call);
  const expansion = parseExpand(call.query.expand);
  const read = (view: EventView, path: string): unknown => {
    const [first = '', ...rest] = path.split('/');
    // comparisons of times hold whatever zone they are shown in
    if (path === 'start/dateTime') return new Date(view.time.startMs).toISOString();
    if (path === 'end/dateTime') return new Date(view.time.endMs).toISOString();
    const value = EVENT_WRITERS[first]?.(view, format);
    return rest.length === 0 ? value : readPath(value, rest.join('/'));
  };
  return answerCollection(call, {
    items: call.query.orderBy.length === 0 ? inStoreOrder(views) : views,
    read,
    write: (view, select) => ({ ...toEventJson(view, format, select), ...expand(call, view, expansion) }),
    defaultTop: 10,
    context: context(call),
  });
}
