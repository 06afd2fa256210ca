/** Finds the events of the primary calendar that carry our mark of an unsettled booking; nothing else of any event is read. */
import * as v from 'valibot';
import type { Window } from '../domain/agenda/agenda-sources.ts';
import { parseHoldMark } from '../domain/booking/hold-mark.ts';
import { HOLD_MARK_EXPAND, HOLD_MARK_ID } from '../domain/contract/event-write.ts';
import type { CallOptions, Graph } from './graph.ts';
import { parseRows, toSelect } from './parse-answer.ts';

const row = v.object({
  id: v.string(),
  singleValueExtendedProperties: v.nullish(v.array(v.object({ id: v.string(), value: v.nullish(v.string(), '') })), []),
});

const MAX_PAGES = 10;
const at = (instant: Temporal.Instant): string => instant.round('second').toString();

/** Their ids. The window must be shorter than 1,825 days (Graph docs: calendarView). */
export async function listHolds(
  graph: Graph,
  { start, end }: Window,
  options?: CallOptions,
): Promise<readonly string[]> {
  const range = `startDateTime=${at(start)}&endDateTime=${at(end)}`;
  const query = `$select=${toSelect(row)}&$expand=${encodeURIComponent(HOLD_MARK_EXPAND)}`;
  const toHeld = ({ id, singleValueExtendedProperties }: v.InferOutput<typeof row>): string | undefined => {
    const mark = singleValueExtendedProperties.find((one) => one.id.toLowerCase() === HOLD_MARK_ID.toLowerCase());
    return parseHoldMark(mark?.value ?? '') === undefined ? undefined : id;
  };
  const ids = new Set<string>();
  let path: string | undefined = `/me/calendarView?${range}&${query}&$orderby=start/dateTime&$top=1000`;
  for (let pages = 0; path !== undefined && pages < MAX_PAGES; pages += 1) {
    const { body } = await graph.send({ method: 'GET', path }, options);
    const read = parseRows(row, body, toHeld);
    for (const id of read.rows) ids.add(id);
    path = read.nextLink;
  }
  return [...ids];
}
