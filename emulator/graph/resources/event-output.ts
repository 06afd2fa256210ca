/** Gives events out as a call wants them: its zone, body type, selection and extended properties. */
import type { EventView } from '../../mailbox/event-views.ts';
import { EVENT_WRITERS, toEventJson, type EventFormat } from '../../mailbox/event-json.ts';
import { toNumber } from '../../mailbox/ids.ts';
import type { Call } from '../call.ts';
import { type Expansion, parseExpand } from '../extended-properties.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { readPath } from '../odata/filter.ts';
import { answerCollection } from '../odata/answer-collection.ts';
import { toCalendarJson } from './calendars.ts';
import { requireMailbox } from '../call.ts';

export const toFormat = (call: Call): EventFormat => ({
  timeZone: call.prefer.timeZone ?? 'UTC',
  bodyType: call.prefer.bodyType ?? 'html',
  hasImmutableIds: call.prefer.hasImmutableIds,
});

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
