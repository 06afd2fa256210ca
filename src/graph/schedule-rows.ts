/** What the lists of a team's schedule have in common: pages, stretches of time, whose they are. */
import type { Window } from '../domain/agenda/agenda-sources.ts';
import type { CallOptions, Graph } from './graph.ts';
import type { Rows } from './parse-answer.ts';

const MAX_PAGES = 20;

/** The rows of `body`, the answer of a call, and of the pages that follow it. */
export async function readSchedulePages<T>(
  graph: Graph,
  body: unknown,
  toRows: (body: unknown) => Rows<T>,
  options?: CallOptions,
): Promise<Rows<T>> {
  const rows: T[] = [];
  let skipped = 0;
  let page = toRows(body);
  for (let pages = 1; ; pages += 1) {
    rows.push(...page.rows);
    skipped += page.skipped;
    if (page.nextLink === undefined || pages >= MAX_PAGES) return { rows, skipped };
    page = toRows((await graph.send({ method: 'GET', path: page.nextLink }, options)).body);
  }
}

/** Half-open; throws a RangeError for a bad time or no length at all. */
export function toSpan(startDateTime: string, endDateTime: string): Window {
  const start = Temporal.Instant.from(startDateTime);
  const end = Temporal.Instant.from(endDateTime);
  if (Temporal.Instant.compare(start, end) >= 0) throw new RangeError('an entry without length');
  return { start, end };
}

export function isInWindow({ start, end }: Window, window: Window): boolean {
  return Temporal.Instant.compare(end, window.start) > 0 && Temporal.Instant.compare(start, window.end) < 0;
}

export const isSameId = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
