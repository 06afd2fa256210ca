/** Colleagues' published shifts and times off in the schedules of shared teams: who and when, never names, notes or reasons. */
import * as v from 'valibot';
import type { JoinedTeam, Window } from '../domain/agenda/agenda-sources.ts';
import { type TeamBuildings, findTeamBuilding } from '../domain/shifts/team-building.ts';
import { Failure } from '../domain/failure.ts';
import type { ColleagueShift, ColleagueShifts } from '../domain/shifts/whereabouts.ts';
import { askAll } from './ask-all.ts';
import { requireFailure } from './batch.ts';
import type { CallOptions, Graph, GraphAnswer, GraphCall } from './graph.ts';
import { type Rows, parseRows } from './parse-answer.ts';
import { isInWindow, readSchedulePages, toSpan } from './schedule-rows.ts';
import { teamShiftsCall } from './team-shifts.ts';
import { teamTimesOffCall } from './team-times-off.ts';

const times = v.nullish(v.object({ startDateTime: v.string(), endDateTime: v.string() }));
const entry = {
  userId: v.pipe(v.string(), v.minLength(1)),
  isStagedForDeletion: v.nullish(v.boolean(), false),
};
const shift = v.object({ ...entry, schedulingGroupId: v.nullish(v.string(), ''), sharedShift: times });
const timeOff = v.object({ ...entry, sharedTimeOff: times });
const group = v.object({ id: v.string(), userIds: v.nullish(v.array(v.string()), []) });

export interface ColleagueShiftsRequest {
  readonly window: Window;
  readonly teams: readonly JoinedTeam[];
  /** As the administrator mapped them; a scheduling group's own counts before its team's. */
  readonly teamBuildings: TeamBuildings;
}

const PARTS = ['shifts', 'timesOff', 'schedulingGroups'] as const;

function toCalls({ id }: JoinedTeam, window: Window): readonly GraphCall[] {
  const groups: GraphCall = { method: 'GET', path: `/teams/${encodeURIComponent(id)}/schedule/schedulingGroups` };
  return [teamShiftsCall(id, window), teamTimesOffCall(id, window), groups];
}

type Times = v.InferOutput<typeof times>;

/** Undefined where it is a draft, is being taken away, or lies outside of the window. */
function findSpan(raw: Times, isStaged: boolean, window: Window): Window | undefined {
  if (!raw || isStaged) return undefined;
  const span = toSpan(raw.startDateTime, raw.endDateTime);
  return isInWindow(span, window) ? span : undefined;
}

function bodyOf(answer: GraphAnswer | Failure | undefined): unknown {
  if (answer instanceof Failure) throw answer;
  return answer?.body;
}

type Answers = readonly (GraphAnswer | Failure | undefined)[];

async function readTeam(
  graph: Graph,
  { window, teamBuildings }: ColleagueShiftsRequest,
  team: JoinedTeam,
  [shifts, timesOff, groups]: Answers,
  options?: CallOptions,
) {
  const about = { teamId: team.id, team: team.name };
  const toShifts = (body: unknown): Rows<ColleagueShift> =>
    parseRows(shift, body, (raw) => {
      const span = findSpan(raw.sharedShift, raw.isStagedForDeletion, window);
      const building = findTeamBuilding(teamBuildings, team.id, raw.schedulingGroupId);
      if (span === undefined) return undefined;
      return { ...about, ...span, userObjectId: raw.userId, kind: 'shift', ...(building ? { building } : {}) };
    });
  const toTimesOff = (body: unknown): Rows<ColleagueShift> =>
    parseRows(timeOff, body, (raw) => {
      const span = findSpan(raw.sharedTimeOff, raw.isStagedForDeletion, window);
      return span && { ...about, ...span, userObjectId: raw.userId, kind: 'off' };
    });
  const toMembers = (body: unknown) => parseRows(group, body, ({ userIds }) => userIds);
  const [work, off, members] = await Promise.all([
    readSchedulePages(graph, bodyOf(shifts), toShifts, options),
    readSchedulePages(graph, bodyOf(timesOff), toTimesOff, options),
    readSchedulePages(graph, bodyOf(groups), toMembers, options),
  ]);
  const ids = [...new Set([...members.rows.flat(), ...work.rows.map(({ userObjectId }) => userObjectId)])];
  return { shifts: [...work.rows, ...off.rows], members: ids.map((userObjectId) => ({ ...about, userObjectId })) };
}

/** A team that never set up Shifts says nothing and is no problem; any other that fails is named. */
export async function readColleagueShifts(
  graph: Graph,
  request: ColleagueShiftsRequest,
  options?: CallOptions,
): Promise<ColleagueShifts> {
  const { teams, window } = request;
  const answers = await askAll(
    graph,
    teams.flatMap((team) => toCalls(team, window)),
    options,
  );
  const problems: { team: string; failure: Failure }[] = [];
  const read = teams.map(async (team, index) => {
    const mine = answers.slice(index * PARTS.length, (index + 1) * PARTS.length);
    try {
      return [await readTeam(graph, request, team, mine, options)];
    } catch (error) {
      const failure = requireFailure(error);
      if (failure.code !== 'gone') problems.push({ team: team.name, failure });
      return [];
    }
  });
  const found = (await Promise.all(read)).flat();
  return {
    shifts: found.flatMap(({ shifts }) => shifts),
    members: found.flatMap(({ members }) => members),
    problems,
  };
}
