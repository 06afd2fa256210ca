/** The lines of the user's own work plan, from which its occurrences are made (Graph: workPlanRecurrence). */
import * as v from 'valibot';
import type { WorkRecurrence } from '../domain/shifts/work-recurrence.ts';
import { toIanaZone } from '../domain/time/zones.ts';
import { dateTimeSchema } from './event-schema.ts';
import type { GraphCall } from './graph.ts';
import { type Rows, parseRows, toSelect } from './parse-answer.ts';
import { toWorkPlace } from './read-work-plan.ts';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const recurrence = v.object({
  id: v.string(),
  start: dateTimeSchema,
  end: dateTimeSchema,
  recurrence: v.object({
    pattern: v.object({
      type: v.string(),
      interval: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
      daysOfWeek: v.nullish(v.array(v.string()), []),
      firstDayOfWeek: v.nullish(v.string(), 'sunday'),
    }),
    range: v.object({ type: v.string(), startDate: v.string(), endDate: v.nullish(v.string()) }),
  }),
  workLocationType: v.nullish(v.string(), 'unspecified'),
  placeId: v.nullish(v.string()),
});

export const workRecurrencesCall: GraphCall = {
  method: 'GET',
  path: `/me/settings/workHoursAndLocations/recurrences?$select=${toSelect(recurrence)}&$top=100`,
};

const toDay = (name: string): number => DAYS.indexOf(name.toLowerCase()) + 1;

function toTime(text: string): Temporal.PlainTime {
  return Temporal.PlainDateTime.from(text).toPlainTime();
}

/** Weekly lines are the only ones a work plan is made of; another pattern, or a counted range, is left to its occurrences. */
export function parseWorkRecurrences(body: unknown, buildings: ReadonlyMap<string, string>): Rows<WorkRecurrence> {
  return parseRows(recurrence, body, (raw): WorkRecurrence | undefined => {
    const { pattern, range } = raw.recurrence;
    const daysOfWeek = pattern.daysOfWeek.map(toDay).filter((day) => day > 0);
    if (pattern.type !== 'weekly' || daysOfWeek.length === 0 || range.type === 'numbered') return undefined;
    const zone = toIanaZone(raw.start.timeZone);
    if (zone === undefined) throw new RangeError('unknown time zone');
    const until = range.type === 'endDate' && range.endDate ? Temporal.PlainDate.from(range.endDate) : undefined;
    return {
      id: raw.id,
      start: toTime(raw.start.dateTime),
      end: toTime(raw.end.dateTime),
      ...{ zone, daysOfWeek, interval: pattern.interval, firstDayOfWeek: toDay(pattern.firstDayOfWeek) || 7 },
      place: toWorkPlace(raw.workLocationType, buildings.get(raw.placeId ?? '')),
      from: Temporal.PlainDate.from(range.startDate),
      ...(until === undefined ? {} : { until }),
    };
  });
}
