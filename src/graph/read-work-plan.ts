/** The user's own work plan (work hours and locations): their shifts with the place Microsoft 365 knows. */
import * as v from 'valibot';
import type { Window } from '../domain/agenda/agenda-sources.ts';
import type { Shift, ShiftPlace } from '../domain/shifts/shift.ts';
import { toInstant } from '../domain/time/graph-date-time.ts';
import { dateTimeSchema } from './event-schema.ts';
import type { GraphCall } from './graph.ts';
import { type Rows, parseRows, toSelect } from './parse-answer.ts';

const occurrence = v.object({
  id: v.string(),
  start: dateTimeSchema,
  end: dateTimeSchema,
  workLocationType: v.nullish(v.string(), 'unspecified'),
  placeId: v.nullish(v.string()),
});

export function workPlanCall({ start, end }: Window): GraphCall {
  const at = (instant: Temporal.Instant): string => `'${instant.round('second').toString()}'`;
  const range = `startDateTime=${at(start)},endDateTime=${at(end)}`;
  return {
    method: 'GET',
    path: `/me/settings/workHoursAndLocations/occurrencesView(${range})?$select=${toSelect(occurrence)}`,
  };
}

export function toWorkPlace(kind: string, building: string | undefined): ShiftPlace {
  if (kind === 'office') return { kind, ...(building ? { building } : {}) };
  if (kind === 'remote') return { kind };
  return { kind: kind === 'timeOff' ? 'off' : 'unknown' };
}

/** `buildings` gives the name of a place by its id, where it is known. */
export function parseWorkPlan(body: unknown, buildings: ReadonlyMap<string, string>): Rows<Shift> {
  return parseRows(occurrence, body, ({ id, start, end, workLocationType, placeId }) => {
    const from = toInstant(start);
    const to = toInstant(end);
    if (Temporal.Instant.compare(from, to) >= 0) throw new RangeError('an occurrence without length');
    const place = toWorkPlace(workLocationType, buildings.get(placeId ?? ''));
    return { id, start: from, end: to, place, source: 'workPlan', activities: [] };
  });
}
