/** The user's own shared time off in the schedule of one team, with its reason. */
import * as v from 'valibot';
import type { Window } from '../domain/agenda/agenda-sources.ts';
import type { Shift } from '../domain/shifts/shift.ts';
import type { CallOptions, Graph, GraphCall } from './graph.ts';
import { type Rows, parseRows } from './parse-answer.ts';
import { isInWindow, isSameId, readSchedulePages, toSpan } from './schedule-rows.ts';
import { type TeamRead, toSpanFilter } from './team-shifts.ts';

const timeOff = v.object({
  id: v.string(),
  userId: v.nullish(v.string(), ''),
  isStagedForDeletion: v.nullish(v.boolean(), false),
  sharedTimeOff: v.nullish(
    v.object({
      startDateTime: v.string(),
      endDateTime: v.string(),
      timeOffReasonId: v.nullish(v.string(), ''),
    }),
  ),
});
const reason = v.object({ id: v.string(), displayName: v.nullish(v.string(), '') });

/** A leave is longer than a shift: two months either side find nearly every one. */
const WIDER_HOURS = 62 * 24;

export function teamTimesOffCall(teamId: string, window: Window): GraphCall {
  const filter = encodeURIComponent(toSpanFilter('sharedTimeOff', window, WIDER_HOURS));
  return { method: 'GET', path: `/teams/${encodeURIComponent(teamId)}/schedule/timesOff?$filter=${filter}` };
}

export const timeOffReasonsCall = (teamId: string): GraphCall => ({
  method: 'GET',
  path: `/teams/${encodeURIComponent(teamId)}/schedule/timeOffReasons`,
});

/** Names by id. They belong to the team, not to a person. */
export function parseReasons(body: unknown): ReadonlyMap<string, string> {
  return new Map(parseRows(reason, body, ({ id, displayName }): [string, string] => [id, displayName]).rows);
}

interface TimesOffRead extends TeamRead {
  readonly reasons: ReadonlyMap<string, string>;
}

/** Colleagues' time off, and with it their reason, is dropped before it is looked at. */
export function readTimesOff(graph: Graph, asked: TimesOffRead, options?: CallOptions): Promise<Rows<Shift>> {
  const toRows = (body: unknown): Rows<Shift> =>
    parseRows(timeOff, body, ({ id, userId, isStagedForDeletion, sharedTimeOff }): Shift | undefined => {
      if (!isSameId(userId, asked.userObjectId) || isStagedForDeletion || !sharedTimeOff) return undefined;
      const { startDateTime, endDateTime, timeOffReasonId } = sharedTimeOff;
      const span = toSpan(startDateTime, endDateTime);
      if (!isInWindow(span, asked.window)) return undefined;
      const label = asked.reasons.get(timeOffReasonId) ?? '';
      return {
        ...{ id, ...span, place: { kind: 'off' }, source: 'teamsShifts', team: asked.team.name, activities: [] },
        ...(label === '' ? {} : { label }),
      };
    });
  return readSchedulePages(graph, asked.body, toRows, options);
}
