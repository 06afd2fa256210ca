/** The user's own shared shifts in the schedule of one team. */
import * as v from 'valibot';
import type { JoinedTeam, Window } from '../domain/agenda/agenda-sources.ts';
import type { Shift } from '../domain/shifts/shift.ts';
import type { TeamSpan } from '../domain/shifts/find-handovers.ts';
import { type TeamBuildings, findTeamBuilding } from '../domain/shifts/team-building.ts';
import type { CallOptions, Graph, GraphCall } from './graph.ts';
import { type Rows, parseRows } from './parse-answer.ts';
import { isInWindow, isSameId, readSchedulePages, toSpan } from './schedule-rows.ts';

const activity = v.object({
  displayName: v.nullish(v.string(), ''),
  startDateTime: v.string(),
  endDateTime: v.string(),
});
const shift = v.object({
  id: v.string(),
  userId: v.nullish(v.string(), ''),
  schedulingGroupId: v.nullish(v.string(), ''),
  isStagedForDeletion: v.nullish(v.boolean(), false),
  // null is a draft, which only managers may see
  sharedShift: v.nullish(
    v.object({
      displayName: v.nullish(v.string(), ''),
      startDateTime: v.string(),
      endDateTime: v.string(),
      activities: v.nullish(v.array(activity), []),
    }),
  ),
});
type RawShift = v.InferOutput<typeof shift>;

/**
 * The filter takes each property once only, so that what begins before the window or ends after it would be left out
 * (Graph docs: list shifts): it is asked wider on both sides, and cut where it is read.
 */
export function toSpanFilter(
  item: 'sharedShift' | 'sharedTimeOff' | 'sharedOpenShift',
  { start, end }: Window,
  hours = 24,
): string {
  const from = start.subtract({ hours }).round('second').toString();
  const to = end.add({ hours }).round('second').toString();
  return `${item}/startDateTime ge ${from} and ${item}/endDateTime le ${to}`;
}

export function teamShiftsCall(teamId: string, window: Window): GraphCall {
  const filter = encodeURIComponent(toSpanFilter('sharedShift', window));
  return { method: 'GET', path: `/teams/${encodeURIComponent(teamId)}/schedule/shifts?$filter=${filter}` };
}

export interface TeamRead {
  /** The answer of the call. */
  readonly body: unknown;
  readonly team: JoinedTeam;
  readonly window: Window;
  readonly userObjectId: string;
  /** What the organisation said of its teams' buildings; Shifts names none. */
  readonly buildings: TeamBuildings;
}

function toShift(raw: RawShift, shared: NonNullable<RawShift['sharedShift']>, { team, buildings }: TeamRead): Shift {
  const building = findTeamBuilding(buildings, team.id, raw.schedulingGroupId);
  const activities = shared.activities.map(({ displayName, startDateTime, endDateTime }) => ({
    start: Temporal.Instant.from(startDateTime),
    end: Temporal.Instant.from(endDateTime),
    label: displayName,
  }));
  return {
    id: raw.id,
    ...toSpan(shared.startDateTime, shared.endDateTime),
    place: building === undefined ? { kind: 'unknown' } : { kind: 'office', building },
    source: 'teamsShifts',
    team: team.name,
    activities,
    ...(shared.displayName ? { label: shared.displayName } : {}),
  };
}

export interface TeamShifts extends Rows<Shift> {
  /** When colleagues are on shift: neither who nor what. */
  readonly others: readonly TeamSpan[];
}

/** Colleagues' shifts are in the answer too: their times alone are kept, for handovers. */
export async function readTeamShifts(graph: Graph, asked: TeamRead, options?: CallOptions): Promise<TeamShifts> {
  const others: TeamSpan[] = [];
  const toRows = (body: unknown): Rows<Shift> =>
    parseRows(shift, body, (raw) => {
      const { userId, isStagedForDeletion, sharedShift } = raw;
      if (isStagedForDeletion || !sharedShift) return undefined;
      const span = toSpan(sharedShift.startDateTime, sharedShift.endDateTime);
      if (!isInWindow(span, asked.window)) return undefined;
      if (isSameId(userId, asked.userObjectId)) return toShift(raw, sharedShift, asked);
      others.push({ ...span, team: asked.team.name });
      return undefined;
    });
  const rows = await readSchedulePages(graph, asked.body, toRows, options);
  return { ...rows, others };
}
