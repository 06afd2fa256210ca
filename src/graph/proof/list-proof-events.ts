/** Finds what proof runs have left in the user's own primary calendar, by the mark that they put on their events. */
import * as v from 'valibot';
import { HOLD_MARK_EXPAND } from '../../domain/contract/event-write.ts';
import { isProofMark } from '../../domain/booking/proof-mark.ts';
import type { Interval } from '../../domain/time/intervals.ts';
import type { CallOptions, Graph } from '../graph.ts';
import { parseRows } from '../parse-answer.ts';

const marked = v.object({
  id: v.string(),
  singleValueExtendedProperties: v.nullish(v.array(v.object({ value: v.nullish(v.string(), '') })), []),
});
const MAX_PAGES = 20;

/** Ids. */
export async function listProofEvents(
  graph: Graph,
  window: Interval,
  options?: CallOptions,
): Promise<readonly string[]> {
  const at = (instant: Temporal.Instant): string => instant.round('second').toString();
  const range = `startDateTime=${at(window.start)}&endDateTime=${at(window.end)}`;
  const expand = `$expand=${encodeURIComponent(HOLD_MARK_EXPAND)}`;
  let path: string | undefined =
    `/me/calendar/calendarView?${range}&$select=id&${expand}&$orderby=start/dateTime&$top=1000`;
  const found: string[] = [];
  for (let pages = 0; path !== undefined && pages < MAX_PAGES; pages += 1) {
    const { body } = await graph.send({ method: 'GET', path }, options);
    const page = parseRows(marked, body, ({ id, singleValueExtendedProperties }) =>
      singleValueExtendedProperties.some(({ value }) => isProofMark(value)) ? id : undefined,
    );
    found.push(...page.rows);
    path = page.nextLink;
  }
  return found;
}
