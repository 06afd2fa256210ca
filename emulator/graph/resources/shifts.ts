/** `/teams/{id}/schedule`: shifts, open shifts, time off and what belongs to them, with the shift service's own errors. */
import type { ShiftItem, Team } from '../../seed/seeded-world.ts';
import type { Call, Route } from '../call.ts';
import { type GraphError, shiftsError } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { answerCollection, answerObject, pick } from '../odata/answer-collection.ts';
import { readPath } from '../odata/filter.ts';
import { listTeams } from './teams.ts';

type Schedule = NonNullable<Team['schedule']>;
type Json = Readonly<Record<string, unknown>>;

const toIso = (ms: number): string => new Date(ms).toISOString();

/** Not a member, no such team, Shifts never set up: all the same to the caller. */
function requireSchedule(call: Call): { readonly team: Team; readonly schedule: Schedule } {
  const team = listTeams(call).find(({ id }) => id === call.params['teamId']);
  if (team?.schedule === undefined)
    throw shiftsError(
      404,
      'NotFound',
      'Sorry, the team was not found, or you may not have access to it.',
      'TeamNotFound',
    );
  return { team, schedule: team.schedule };
}

function toItemJson(item: ShiftItem | null): object | null {
  if (item === null) return null;
  const { startMs, endMs, displayName, notes, theme, activities } = item;
  return {
    ...{ displayName, notes, theme, startDateTime: toIso(startMs), endDateTime: toIso(endMs) },
    activities: activities.map((activity) => ({
      isPaid: activity.isPaid,
      startDateTime: toIso(activity.startMs),
      endDateTime: toIso(activity.endMs),
      code: '',
      displayName: activity.displayName,
      theme: 'white',
    })),
  };
}

function tracked(call: Call): Json {
  const at = toIso(call.world.plantedMs - 7 * 86_400_000);
  const lastModifiedBy = { application: null, device: null, user: null };
  return { createdDateTime: at, lastModifiedDateTime: at, lastModifiedBy };
}

function getSchedule(call: Call): GraphAnswer {
  const { team, schedule } = requireSchedule(call);
  const json = {
    id: team.id,
    enabled: true,
    timeZone: schedule.timeZone,
    startDayOfWeek: 'monday',
    provisionStatus: 'Completed',
    provisionStatusCode: null,
    timeClockEnabled: false,
    openShiftsEnabled: true,
    swapShiftsRequestsEnabled: true,
    offerShiftRequestsEnabled: true,
    timeOffRequestsEnabled: true,
    isActivitiesIncludedWhenCopyingShiftsEnabled: true,
    workforceIntegrationIds: [],
  };
  return answerObject(call, json, `teams('${team.id}')/schedule/$entity`);
}

const LISTS: Readonly<
  Record<string, { readonly typeName: string; readonly list: (call: Call, schedule: Schedule) => readonly Json[] }>
> = {
  shifts: {
    typeName: 'shift',
    list: (call, { shifts }) =>
      shifts.map(({ id, userId, groupId, shared, draft, isStagedForDeletion }) => ({
        ...{ id, ...tracked(call), userId, schedulingGroupId: groupId, isStagedForDeletion },
        ...{ sharedShift: toItemJson(shared), draftShift: toItemJson(draft) },
      })),
  },
  openShifts: {
    typeName: 'openShift',
    list: (call, { openShifts }) =>
      openShifts.map(({ id, groupId, shared, openSlotCount }) => ({
        ...{ id, ...tracked(call), schedulingGroupId: groupId, isStagedForDeletion: false },
        ...{ sharedOpenShift: { ...toItemJson(shared), openSlotCount }, draftOpenShift: null },
      })),
  },
  timesOff: {
    typeName: 'timeOff',
    list: (call, { timesOff }) =>
      timesOff.map(({ id, userId, startMs, endMs, reasonId }) => ({
        ...{ id, ...tracked(call), userId, isStagedForDeletion: false, draftTimeOff: null },
        sharedTimeOff: {
          ...{ startDateTime: toIso(startMs), endDateTime: toIso(endMs), theme: 'gray', timeOffReasonId: reasonId },
        },
      })),
  },
  timeOffReasons: {
    typeName: 'timeOffReason',
    list: (call, { reasons }) => reasons.map((reason) => ({ ...reason, ...tracked(call), code: null, isActive: true })),
  },
  schedulingGroups: {
    typeName: 'schedulingGroup',
    list: (call, { groups }) => groups.map((group) => ({ ...group, ...tracked(call), code: null, isActive: true })),
  },
  dayNotes: {
    typeName: 'dayNote',
    list: (call, { dayNotes }) =>
      dayNotes.map(({ id, date, text }) => ({
        ...{ id, ...tracked(call), dayNoteDate: date, draftDayNote: null },
        sharedDayNote: { contentType: 'text', content: text },
      })),
  },
};

/** The service filters by the ends of a shift alone, and each of them once (schedule: list shifts). */
function checkFilter(call: Call): void {
  const uses = call.query.filter?.uses ?? [];
  const stranger = uses.find(({ path }) => !/^(?:shared|draft)\w+\/(?:startDateTime|endDateTime)$/.test(path));
  const refuse = (message: string): GraphError => shiftsError(400, 'BadRequest', message, 'InvalidFilter');
  if (stranger !== undefined) throw refuse(`Filtering by '${stranger.path}' is not supported.`);
  if (new Set(uses.map(({ path }) => path)).size < uses.length)
    throw refuse('The same property may be used only once in a filter.');
}

function answerList(call: Call, name: string): GraphAnswer {
  const { team, schedule } = requireSchedule(call);
  checkFilter(call);
  return answerCollection(call, {
    items: LISTS[name]?.list(call, schedule) ?? [],
    read: readPath,
    write: pick,
    defaultTop: 100,
    context: `teams('${team.id}')/schedule/${name}`,
    pagesByToken: true,
  });
}

const base = { method: 'GET', area: 'shifts' } as const;
const FILTERED = ['shifts', 'openShifts', 'timesOff'];

export const shiftRoutes: readonly Route[] = [
  { ...base, path: '/teams/{teamId}/schedule', typeName: 'schedule', allowed: [], handle: getSchedule },
  ...Object.entries(LISTS).map(([name, { typeName }]): Route => ({
    ...base,
    path: `/teams/{teamId}/schedule/${name}`,
    typeName,
    allowed: FILTERED.includes(name) ? ['$filter', '$skiptoken'] : ['$skiptoken'],
    handle: (call) => answerList(call, name),
  })),
];
