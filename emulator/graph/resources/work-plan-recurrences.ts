/** Writes to `/me/settings/workHoursAndLocations/recurrences`: each brings or takes its occurrences. */
import { listRecurrenceDates } from '../../mailbox/recurrence-dates.ts';
import { addDays, fromLocalText, requireZone, toLocalDate, toLocalText } from '../../mailbox/zones.ts';
import type { WorkLocationType, WorkPlan, WorkRecurrence } from '../../seed/seeded-world.ts';
import type { Call, Route } from '../call.ts';
import { noContent } from '../call.ts';
import { GraphError, invalidRequest, itemNotFound } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { isRecord, readBody } from '../model/check-body.ts';
import { answerObject } from '../odata/answer-collection.ts';
import { readRecurrence } from './recurrence-body.ts';
import { readTime, requirePlan } from './work-plan.ts';

/** Occurrences are laid out this far ahead. */
const HORIZON_DAYS = 92;

interface Written {
  readonly entry: WorkRecurrence;
  readonly startMs: number;
  readonly endMs: number;
}

function readEntry(call: Call, id: string): Written {
  const body = readBody(call.request.body, 'workPlanRecurrence');
  const { start, placeId, workLocationType } = body;
  const [startMs, endMs] = [readTime(start), readTime(body['end'])];
  if (endMs <= startMs) throw invalidRequest('The recurrence must end after it starts.');
  if (workLocationType !== 'office' && workLocationType !== 'remote')
    throw new GraphError(400, 'BadRequest', "workLocationType must be 'office' or 'remote'.");
  const timeZone = isRecord(start) && typeof start['timeZone'] === 'string' ? start['timeZone'] : 'UTC';
  const { recurrence } = readRecurrence(body['recurrence'], { time: { startMs, endMs }, startZone: timeZone });
  if (recurrence === null || recurrence === undefined) throw invalidRequest('The recurrence is missing.');
  const zone = requireZone(timeZone);
  const entry: WorkRecurrence = {
    ...{ id, recurrence, workLocationType: workLocationType as WorkLocationType },
    start: { dateTime: toLocalText(startMs, zone), timeZone },
    end: { dateTime: toLocalText(endMs, zone), timeZone },
    placeId: typeof placeId === 'string' ? placeId : null,
  };
  return { entry, startMs, endMs };
}

function dropOccurrences(plan: WorkPlan, id: string): void {
  for (const one of plan.occurrences.values()) if (one.recurrenceId === id) plan.occurrences.delete(one.id);
}

function putEntry(call: Call, plan: WorkPlan, { entry, startMs, endMs }: Written): void {
  dropOccurrences(plan, entry.id);
  plan.recurrences.set(entry.id, entry);
  const zone = requireZone(entry.start.timeZone);
  const until = addDays(toLocalDate(call.world.clock.now(), zone), HORIZON_DAYS);
  for (const date of listRecurrenceDates(entry.recurrence, until)) {
    const at = fromLocalText(`${date}T${entry.start.dateTime.slice(11, 19)}`, zone);
    const id = call.world.ids.guid('work-occurrence', `${entry.id}:${date}`);
    const { workLocationType, placeId } = entry;
    const place = { workLocationType, placeId, timeOff: null };
    plan.occurrences.set(id, { id, recurrenceId: entry.id, startMs: at, endMs: at + endMs - startMs, ...place });
  }
}

const toAnswer = (call: Call, entry: WorkRecurrence): GraphAnswer =>
  answerObject(call, { ...entry }, 'workPlanRecurrence/$entity');

function requireId(call: Call): string {
  const id = call.params['recurrenceId'] ?? '';
  if (!requirePlan(call).recurrences.has(id)) throw itemNotFound();
  return id;
}

function postRecurrence(call: Call): GraphAnswer {
  const written = readEntry(call, call.world.ids.guid('work-recurrence', call.world.ids.next('work')));
  putEntry(call, requirePlan(call), written);
  return { ...toAnswer(call, written.entry), status: 201 };
}

function putRecurrence(call: Call): GraphAnswer {
  const written = readEntry(call, requireId(call));
  putEntry(call, requirePlan(call), written);
  return toAnswer(call, written.entry);
}

function deleteRecurrence(call: Call): GraphAnswer {
  const id = requireId(call);
  const plan = requirePlan(call);
  dropOccurrences(plan, id);
  plan.recurrences.delete(id);
  return noContent(204);
}

const HOME = '/me/settings/workHoursAndLocations/recurrences';
const base = { area: 'outlook', typeName: 'workPlanRecurrence', allowed: [] } as const;

export const workPlanRecurrenceRoutes: readonly Route[] = [
  { ...base, method: 'POST', path: HOME, handle: postRecurrence },
  { ...base, method: 'PUT', path: `${HOME}/{recurrenceId}`, handle: putRecurrence },
  { ...base, method: 'DELETE', path: `${HOME}/{recurrenceId}`, handle: deleteRecurrence },
];
