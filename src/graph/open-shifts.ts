/** Shifts that a team offers to whoever takes them. */
import * as v from 'valibot';
import type { Window } from '../domain/agenda/agenda-sources.ts';
import type { OpenShift } from '../domain/shifts/open-shift.ts';
import { findTeamBuilding } from '../domain/shifts/team-building.ts';
import type { CallOptions, Graph, GraphCall } from './graph.ts';
import { type Rows, parseRows } from './parse-answer.ts';
import { isInWindow, readSchedulePages, toSpan } from './schedule-rows.ts';
import { type TeamRead, toSpanFilter } from './team-shifts.ts';

const openShift = v.object({
  id: v.string(),
  schedulingGroupId: v.nullish(v.string(), ''),
  isStagedForDeletion: v.nullish(v.boolean(), false),
  // null is a draft
  sharedOpenShift: v.nullish(
    v.object({
      displayName: v.nullish(v.string(), ''),
      startDateTime: v.string(),
      endDateTime: v.string(),
      openSlotCount: v.nullish(v.number(), 1),
    }),
  ),
});

export function openShiftsCall(teamId: string, window: Window): GraphCall {
  const filter = encodeURIComponent(toSpanFilter('sharedOpenShift', window));
  return { method: 'GET', path: `/teams/${encodeURIComponent(teamId)}/schedule/openShifts?$filter=${filter}` };
}

export function readOpenShifts(
  graph: Graph,
  asked: Omit<TeamRead, 'userObjectId'>,
  options?: CallOptions,
): Promise<Rows<OpenShift>> {
  const { team, window, buildings } = asked;
  const toRows = (body: unknown): Rows<OpenShift> =>
    parseRows(openShift, body, ({ id, schedulingGroupId, isStagedForDeletion, sharedOpenShift }) => {
      if (isStagedForDeletion || !sharedOpenShift || sharedOpenShift.openSlotCount < 1) return undefined;
      const { displayName, startDateTime, endDateTime, openSlotCount } = sharedOpenShift;
      const span = toSpan(startDateTime, endDateTime);
      const building = findTeamBuilding(buildings, team.id, schedulingGroupId);
      if (!isInWindow(span, window)) return undefined;
      return {
        ...{ id, ...span, team: team.name, slots: openSlotCount, label: displayName },
        ...(building === undefined ? {} : { building }),
      };
    });
  return readSchedulePages(graph, asked.body, toRows, options);
}
