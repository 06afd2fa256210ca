/** A stretch of one calendar: the first page stands in a batch, its next pages are followed until a limit or a failure. */
import type { Window } from '../domain/agenda/agenda-sources.ts';
import type { CalendarEvent } from '../domain/agenda/calendar-event.ts';
import type { Failure } from '../domain/failure.ts';
import { requireFailure } from './batch.ts';
import { EVENT_QUERY, eventSchema, toCalendarEvent } from './event-schema.ts';
import type { CallOptions, Graph, GraphCall } from './graph.ts';
import { type Rows, parseRows } from './parse-answer.ts';

/** 1,000 is the most that Graph gives at once; 50 pages are more than any calendar shown here. */
const PAGE = 1_000;
const MAX_PAGES = 50;

export const atSecond = (instant: Temporal.Instant): string => instant.round('second').toString();

export const toViewQuery = ({ start, end }: Window): string =>
  `startDateTime=${atSecond(start)}&endDateTime=${atSecond(end)}&${EVENT_QUERY}&$orderby=start/dateTime&$top=${PAGE}`;

/** `of` is `/me` for the primary calendar or `/me/calendars/{id}`. Times carry an offset (Z), so no zone header matters. */
export function calendarViewCall(of: string, window: Window): GraphCall {
  return { method: 'GET', path: `${of}/calendarView?${toViewQuery(window)}` };
}

export interface EventsRead {
  readonly events: readonly CalendarEvent[];
  readonly skipped: number;
  /** A later page failed: what came before it is here all the same. */
  readonly failure?: Failure;
}

/** Reads `body`, the answer of a `calendarViewCall`, and what follows it. An event on two pages stands once. */
export async function readCalendarView(
  graph: Graph,
  body: unknown,
  calendarId: string,
  options?: CallOptions,
): Promise<EventsRead> {
  const events = new Map<string, CalendarEvent>();
  let skipped = 0;
  const take = (page: unknown): Rows<CalendarEvent> => {
    const rows = parseRows(eventSchema, page, (raw) => toCalendarEvent(raw, calendarId));
    for (const event of rows.rows) events.set(event.id, event);
    skipped += rows.skipped;
    return rows;
  };
  let failure: Failure | undefined;
  let { nextLink } = take(body);
  try {
    for (let pages = 1; nextLink !== undefined && pages < MAX_PAGES; pages += 1) {
      ({ nextLink } = take((await graph.send({ method: 'GET', path: nextLink }, options)).body));
    }
  } catch (error) {
    failure = requireFailure(error);
  }
  return { events: [...events.values()], skipped, ...(failure ? { failure } : {}) };
}
