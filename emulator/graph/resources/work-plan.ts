/** `/me/settings/workHoursAndLocations`: where and when the person means to work. */
import { findZone, fromLocalText, toLocalDate, toLocalText } from '../../mailbox/zones.ts';
import type { WorkLocationType, WorkOccurrence, WorkPlan } from '../../seed/seeded-world.ts';
import type { Call, Route } from '../call.ts';
import { noContent, requireMailbox } from '../call.ts';
import { GraphError, invalidRequest, itemNotFound, unknownZone } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { isRecord, readBody, readParameters } from '../model/check-body.ts';
import { answerObject, answerObjects } from '../odata/answer-collection.ts';
import { requireWindow } from './calendar-view.ts';
import { sharingOf, shareWorkPlan, type SharedDetails } from './work-plan-sharing.ts';

export function requirePlan(call: Call): WorkPlan {
  requireMailbox(call);
  const plan = call.world.workPlans.get(call.person.objectId);
  if (plan === undefined) throw itemNotFound();
  return plan;
}

/** Times stand in the mailbox's zone unless another one is preferred. */
const zoneNameOf = (call: Call): string => call.prefer.timeZone ?? requireMailbox(call).settings.timeZone;

function toOccurrenceJson(call: Call, occurrence: WorkOccurrence): Record<string, unknown> {
  const zoneName = zoneNameOf(call);
  const zone = findZone(zoneName) ?? 'UTC';
  const toZoned = (ms: number): object => ({ dateTime: toLocalText(ms, zone), timeZone: zoneName });
  const { id, recurrenceId, startMs, endMs, workLocationType, placeId, timeOff } = occurrence;
  return {
    ...{ id, recurrenceId, workLocationType, placeId },
    ...{ start: toZoned(startMs), end: toZoned(endMs), timeOffDetails: timeOff },
  };
}

function viewOccurrences(call: Call): GraphAnswer {
  const window = requireWindow(call.params);
  const found = [...requirePlan(call).occurrences.values()]
    .filter(({ startMs, endMs }) => startMs < window.endMs && endMs > window.startMs)
    .sort((a, b) => a.startMs - b.startMs)
    .map((occurrence) => toOccurrenceJson(call, occurrence));
  return answerObjects(call, found, { context: 'Collection(microsoft.graph.workPlanOccurrence)', defaultTop: 100 });
}

function listRecurrences(call: Call): GraphAnswer {
  const found = [...requirePlan(call).recurrences.values()].map((one) => ({ ...one }));
  return answerObjects(call, found, { context: 'Collection(microsoft.graph.workPlanRecurrence)', defaultTop: 100 });
}

function getSetting(call: Call): GraphAnswer {
  const json = { id: call.person.objectId, maxSharedWorkLocationDetails: sharingOf(requirePlan(call)) };
  return answerObject(call, json, 'users/settings/workHoursAndLocations');
}

/** How much colleagues may see of it. */
function patchSetting(call: Call): GraphAnswer {
  const plan = requirePlan(call);
  const { maxSharedWorkLocationDetails: wanted } = readBody(call.request.body, 'workHoursAndLocationsSetting');
  if (wanted === 'unknown' || wanted === 'unknownFutureValue')
    throw invalidRequest(`The value '${wanted}' of maxSharedWorkLocationDetails cannot be set.`);
  if (typeof wanted === 'string') shareWorkPlan(plan, wanted as SharedDetails);
  return getSetting(call);
}

export function readTime(value: unknown): number {
  const moment = isRecord(value) ? value : {};
  const zoneName = typeof moment['timeZone'] === 'string' ? moment['timeZone'] : 'UTC';
  const zone = findZone(zoneName);
  if (zone === undefined) throw unknownZone(zoneName);
  try {
    return fromLocalText(String(moment['dateTime']), zone);
  } catch {
    throw invalidRequest('The start or end of the occurrence is not a valid date and time.');
  }
}

function readOccurrence(call: Call, id: string): WorkOccurrence {
  const body = readBody(call.request.body, 'workPlanOccurrence');
  const [startMs, endMs] = [readTime(body['start']), readTime(body['end'])];
  const details = isRecord(body['timeOffDetails']) ? body['timeOffDetails'] : undefined;
  const workLocationType = (body['workLocationType'] ?? 'unspecified') as WorkLocationType;
  if (endMs <= startMs) throw invalidRequest('The occurrence must end after it starts.');
  const isTimeOff = workLocationType === 'timeOff';
  return {
    ...{ id, recurrenceId: null, startMs, endMs, workLocationType },
    placeId: typeof body['placeId'] === 'string' ? body['placeId'] : null,
    timeOff: isTimeOff
      ? { isAllDay: details?.['isAllDay'] === true, subject: String(details?.['subject'] ?? '') }
      : null,
  };
}

/** Only time off can be added; places of work come from recurrences (workPlanOccurrence). */
function postOccurrence(call: Call): GraphAnswer {
  const plan = requirePlan(call);
  const occurrence = readOccurrence(call, call.world.ids.guid('work-occurrence', call.world.ids.next('work')));
  if (occurrence.workLocationType !== 'timeOff') throw invalidRequest('Only time off occurrences can be created.');
  plan.occurrences.set(occurrence.id, occurrence);
  const answer = answerObject(call, toOccurrenceJson(call, occurrence), 'workPlanOccurrence/$entity');
  return { ...answer, status: 201 };
}

function requireOccurrence(call: Call): WorkOccurrence {
  const found = requirePlan(call).occurrences.get(call.params['occurrenceId'] ?? '');
  if (found === undefined) throw itemNotFound();
  return found;
}

function putOccurrence(call: Call): GraphAnswer {
  const before = requireOccurrence(call);
  const occurrence = { ...readOccurrence(call, before.id), recurrenceId: before.recurrenceId };
  requirePlan(call).occurrences.set(before.id, occurrence);
  return answerObject(call, toOccurrenceJson(call, occurrence), 'workPlanOccurrence/$entity');
}

function deleteOccurrence(call: Call): GraphAnswer {
  const before = requireOccurrence(call);
  if (before.workLocationType !== 'timeOff') throw invalidRequest('Only time off occurrences can be deleted.');
  requirePlan(call).occurrences.delete(before.id);
  return noContent(204);
}

const LOCATION_PARAMS = {
  updateScope: 'workLocationUpdateScope',
  workLocationType: 'workLocationType',
  placeId: 'String',
};

/** Says where the person works for the rest of today, or for the stretch of work they are in. */
function setCurrentLocation(call: Call): GraphAnswer {
  const plan = requirePlan(call);
  const { updateScope, workLocationType, placeId } = readParameters(call.request.body, LOCATION_PARAMS);
  if (workLocationType !== 'office' && workLocationType !== 'remote')
    throw new GraphError(400, 'BadRequest', "workLocationType must be 'office' or 'remote'.");
  const nowMs = call.world.clock.now();
  const zone = findZone(requireMailbox(call).settings.timeZone) ?? 'UTC';
  const today = toLocalDate(nowMs, zone);
  const chosen = [...plan.occurrences.values()].filter(({ startMs, endMs, timeOff }) =>
    timeOff !== null
      ? false
      : updateScope === 'currentSegment'
        ? startMs <= nowMs && nowMs < endMs
        : toLocalDate(startMs, zone) === today,
  );
  for (const occurrence of chosen)
    plan.occurrences.set(occurrence.id, {
      ...occurrence,
      workLocationType,
      placeId: typeof placeId === 'string' ? placeId : null,
    });
  return noContent(204);
}

const HOME = '/me/settings/workHoursAndLocations';
const occurrence = { area: 'outlook', typeName: 'workPlanOccurrence' } as const;

export const workPlanRoutes: readonly Route[] = [
  {
    area: 'outlook',
    typeName: 'workHoursAndLocationsSetting',
    method: 'GET',
    path: HOME,
    allowed: ['$select'],
    isSingle: true,
    handle: getSetting,
  },
  {
    area: 'outlook',
    typeName: 'workHoursAndLocationsSetting',
    method: 'PATCH',
    path: HOME,
    allowed: [],
    handle: patchSetting,
  },
  {
    ...occurrence,
    method: 'GET',
    path: `${HOME}/occurrencesView(startDateTime={startDateTime},endDateTime={endDateTime})`,
    permission: `${HOME}/occurrencesView(startDateTime={value},endDateTime={value})`,
    allowed: ['$select', '$top', '$skip'],
    handle: viewOccurrences,
  },
  {
    area: 'outlook',
    typeName: 'workPlanRecurrence',
    method: 'GET',
    path: `${HOME}/recurrences`,
    allowed: ['$select', '$top', '$skip'],
    handle: listRecurrences,
  },
  { ...occurrence, method: 'POST', path: `${HOME}/occurrences`, allowed: [], handle: postOccurrence },
  {
    ...occurrence,
    method: 'POST',
    path: `${HOME}/occurrences/setCurrentLocation`,
    allowed: [],
    handle: setCurrentLocation,
  },
  { ...occurrence, method: 'PUT', path: `${HOME}/occurrences/{occurrenceId}`, allowed: [], handle: putOccurrence },
  {
    ...occurrence,
    method: 'DELETE',
    path: `${HOME}/occurrences/{occurrenceId}`,
    allowed: [],
    handle: deleteOccurrence,
  },
];
