/** Finds the event that a lost answer may have made, by the transaction id under which it was sent. */
import * as v from 'valibot';
import type { Window } from '../domain/agenda/agenda-sources.ts';
import type { CallOptions, Graph } from './graph.ts';
import { parseRows, toSelect } from './parse-answer.ts';

const row = v.object({ id: v.string(), transactionId: v.nullish(v.string()), seriesMasterId: v.nullish(v.string()) });

export interface LostEvent {
  readonly window: Window;
  readonly transactionId: string;
}

/** Its id (of a series that of the whole), or undefined where nothing was made. Graph tells a transaction id to the app that set it alone. */
export async function findEvent(
  graph: Graph,
  { window, transactionId }: LostEvent,
  options?: CallOptions,
): Promise<string | undefined> {
  const at = (instant: Temporal.Instant): string => instant.round('second').toString();
  const range = `startDateTime=${at(window.start)}&endDateTime=${at(window.end)}`;
  const path = `/me/calendarView?${range}&$select=${toSelect(row)}&$orderby=start/dateTime&$top=1000`;
  const { body } = await graph.send({ method: 'GET', path }, options);
  const same = (raw: v.InferOutput<typeof row>): string | undefined =>
    raw.transactionId?.toLowerCase() === transactionId.toLowerCase() ? (raw.seriesMasterId ?? raw.id) : undefined;
  return parseRows(row, body, same).rows[0];
}
