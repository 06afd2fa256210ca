/** Reads the bodies that may go to Graph; whatever is not exactly what this product writes is refused. */
import * as v from 'valibot';
import { checkEventTimes } from '../booking/check-booking.ts';
import { MAX_COMMENT, acceptSchema, currentLocationSchema, proposeSchema } from '../contract/answer-write.ts';
import { calendarPatchSchema } from '../contract/calendar-write.ts';
import { eventCreateSchema, eventPatchSchema } from '../contract/event-write.ts';
import { isOurRecurrence } from '../series/recurrence.ts';
import { toInstant } from '../time/graph-date-time.ts';
import { parseContract } from '../contract/parse-contract.ts';
import { Failure } from '../failure.ts';

/** Checks and returns the body to send. Throws `bad_request`. */
export type ReadWrite = (value: unknown, now: Temporal.Instant) => unknown;

interface GraphTime {
  readonly dateTime: string;
  readonly timeZone: string;
}

function toTimes(start: GraphTime, end: GraphTime): { start: Temporal.Instant; end: Temporal.Instant } {
  try {
    return { start: toInstant(start), end: toInstant(end) };
  } catch (cause) {
    throw new Failure('bad_request', { cause, path: 'start or end' });
  }
}

/** `running`: a change to a meeting that has begun may repeat its start. */
function requireTimes(start: GraphTime, end: GraphTime, now: Temporal.Instant, running: boolean): void {
  const times = toTimes(start, end);
  const check = checkEventTimes(times, now);
  if (check.ok) return;
  const goesOn = running && Temporal.Instant.compare(times.end, now) > 0;
  const reasons = check.reasons.filter((reason) => !(goesOn && reason === 'past'));
  if (reasons.length > 0) throw new Failure('bad_request', { path: `start or end (${reasons.join(', ')})` });
}

export const readEventCreate: ReadWrite = (value, now) => {
  const event = parseContract(eventCreateSchema, value);
  requireTimes(event.start, event.end, now, false);
  if (!isOurRecurrence(event)) throw new Failure('bad_request', { path: 'recurrence' });
  return event;
};

export const readEventPatch: ReadWrite = (value, now) => {
  const patch = parseContract(eventPatchSchema, value);
  if (Object.keys(patch).length === 0) throw new Failure('bad_request', { path: 'an empty change' });
  if ((patch.start === undefined) !== (patch.end === undefined))
    throw new Failure('bad_request', { path: 'start without end' });
  if (patch.start !== undefined && patch.end !== undefined) requireTimes(patch.start, patch.end, now, true);
  return patch;
};

export const readCalendarPatch: ReadWrite = (value) => parseContract(calendarPatchSchema, value);

const cancelSchema = v.strictObject({ comment: v.optional(v.pipe(v.string(), v.maxLength(MAX_COMMENT))) });
export const readCancel: ReadWrite = (value) => parseContract(cancelSchema, value);

export const readAccept: ReadWrite = (value) => parseContract(acceptSchema, value);

export const readProposal: ReadWrite = (value, now) => {
  const answer = parseContract(proposeSchema, value);
  const { proposedNewTime: proposed } = answer;
  if (proposed !== undefined) requireTimes(proposed.start, proposed.end, now, false);
  return answer;
};

export const readCurrentLocation: ReadWrite = (value) => parseContract(currentLocationSchema, value);

const checkInSchema = v.strictObject({
  calendarEventId: v.pipe(v.string(), v.regex(/^[\w=+/-]{1,512}$/)),
  checkInMethod: v.literal('manual'),
});
export const readCheckIn: ReadWrite = (value) => parseContract(checkInSchema, value);

const presenceSchema = v.strictObject({
  ids: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.minLength(1), v.maxLength(650)),
});
export const readPresenceIds: ReadWrite = (value) => parseContract(presenceSchema, value);

const graphTime = v.strictObject({
  dateTime: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?$/)),
  timeZone: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
});
const scheduleSchema = v.strictObject({
  schedules: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(320), v.regex(/^[^\s@<>"(),;:\\[\]]+@[^\s@<>"(),;:\\[\]]+$/u))),
    v.minLength(1),
    v.maxLength(20),
  ),
  startTime: graphTime,
  endTime: graphTime,
  availabilityViewInterval: v.optional(v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(1440))),
});

const MAX_SCHEDULE_MS = 62 * 24 * 3_600_000;

export const readSchedule: ReadWrite = (value) => {
  const asked = parseContract(scheduleSchema, value);
  const { start, end } = toTimes(asked.startTime, asked.endTime);
  const ms = end.epochMilliseconds - start.epochMilliseconds;
  if (ms <= 0 || ms >= MAX_SCHEDULE_MS) throw new Failure('bad_request', { path: 'endTime' });
  return asked;
};

const askedSchema = v.object({ schedules: v.array(v.string()) });
/** The addresses that a checked getSchedule asks for. */
export const listAskedAddresses = (body: unknown): readonly string[] => v.parse(askedSchema, body).schedules;
