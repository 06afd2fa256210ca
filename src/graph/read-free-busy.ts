/** Free/busy of rooms and people: times and status alone, what else comes is dropped where the bytes arrive. */
import * as v from 'valibot';
import type { Window } from '../domain/agenda/agenda-sources.ts';
import { Failure } from '../domain/failure.ts';
import type { WorkingTime } from '../domain/rooms/find-far-slot.ts';
import type { BusyBlock, BusyStatus, FreeBusy } from '../domain/rooms/free-busy.ts';
import { toGraphDateTime, toInstant } from '../domain/time/graph-date-time.ts';
import { requireFailure } from './batch.ts';
import { dateTimeSchema } from './event-schema.ts';
import type { CallOptions, Graph, GraphAnswer, GraphCall } from './graph.ts';
import { parseAnswer } from './parse-answer.ts';
import { toWorkingHours, workingHoursSchema } from './working-hours.ts';

/** Documented limit of addresses in one getSchedule. */
const ADDRESSES = 20;
/** Outlook works on four parts of a batch at a time. */
const PARTS = 4;
const SLOT_MINUTES = 15;

const schedule = v.object({
  scheduleId: v.string(),
  availabilityView: v.nullish(v.string(), ''),
  scheduleItems: v.nullish(
    v.array(v.object({ status: v.nullish(v.string(), ''), start: dateTimeSchema, end: dateTimeSchema })),
  ),
  workingHours: v.nullish(v.unknown()),
  error: v.nullish(v.object({ responseCode: v.nullish(v.string(), '') })),
});
type Schedule = v.InferOutput<typeof schedule>;
const answerSchema = v.object({ value: v.array(v.unknown()) });

const STATUS: Readonly<Record<string, BusyStatus>> = {
  tentative: 'tentative',
  busy: 'busy',
  oof: 'oof',
  workingelsewhere: 'workingElsewhere',
};
const SLOT: Readonly<Record<string, BusyStatus>> = {
  '1': 'tentative',
  '2': 'busy',
  '3': 'oof',
  '4': 'workingElsewhere',
};

function scheduleCall(addresses: readonly string[], { start, end }: Window): GraphCall {
  const body = {
    schedules: addresses,
    startTime: toGraphDateTime(start, 'UTC'),
    endTime: toGraphDateTime(end, 'UTC'),
    availabilityViewInterval: SLOT_MINUTES,
  };
  return { method: 'POST', path: '/me/calendar/getSchedule', body };
}

/** The two views of one mailbox may disagree: a slot that is taken though no item touches it is believed to be taken. */
function toUnexplained(view: string, items: readonly BusyBlock[], { start, end }: Window): readonly BusyBlock[] {
  const blocks: BusyBlock[] = [];
  [...view].forEach((slot, index) => {
    if (slot === '0') return;
    const from = start.add({ minutes: index * SLOT_MINUTES });
    const until = from.add({ minutes: SLOT_MINUTES });
    const to = Temporal.Instant.compare(until, end) < 0 ? until : end;
    const touches = (item: BusyBlock): boolean =>
      Temporal.Instant.compare(item.start, to) < 0 && Temporal.Instant.compare(item.end, from) > 0;
    if (!items.some(touches)) blocks.push({ start: from, end: to, status: SLOT[slot] ?? 'unknown' });
  });
  return blocks;
}

const unknown = (address: string, reason: string): FreeBusy => ({ address, state: 'unknown', reason });

/** Nothing where they can't be read: when somebody is taken is known all the same. */
function findHours({ workingHours }: Schedule): { readonly workingHours?: WorkingTime } {
  const parsed = v.safeParse(workingHoursSchema, workingHours);
  const hours = parsed.success ? toWorkingHours(parsed.output) : undefined;
  return hours === undefined ? {} : { workingHours: hours };
}

/** An item whose times can't be read makes the whole mailbox unknown: it may cover anything. */
function toFreeBusy(address: string, found: Schedule | undefined, window: Window): FreeBusy {
  if (found === undefined) return unknown(address, 'not_answered');
  if (found.error) return unknown(address, found.error.responseCode || 'error');
  if (!found.scheduleItems && found.availabilityView === '') return unknown(address, 'empty');
  try {
    const items = (found.scheduleItems ?? [])
      .filter(({ status }) => status.toLowerCase() !== 'free')
      .map(({ status, start, end }): BusyBlock => {
        return { start: toInstant(start), end: toInstant(end), status: STATUS[status.toLowerCase()] ?? 'unknown' };
      });
    const blocks = [...items, ...toUnexplained(found.availabilityView, items, window)];
    return { address, state: 'known', blocks, ...findHours(found) };
  } catch (error) {
    if (error instanceof RangeError) return unknown(address, 'bad_response');
    throw error;
  }
}

function readPart(addresses: readonly string[], answer: GraphAnswer | Failure | undefined, window: Window) {
  if (answer === undefined) return addresses.map((address) => unknown(address, 'not_answered'));
  if (answer instanceof Failure) return addresses.map((address) => unknown(address, answer.code));
  const found = new Map<string, Schedule>();
  for (const row of parseAnswer(answerSchema, answer.body).value) {
    const parsed = v.safeParse(schedule, row);
    if (parsed.success) found.set(parsed.output.scheduleId.toLowerCase(), parsed.output);
  }
  return addresses.map((address) => toFreeBusy(address, found.get(address.toLowerCase()), window));
}

const chunk = <T>(all: readonly T[], size: number): (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

export interface FreeBusyRequest {
  readonly addresses: readonly string[];
  readonly window: Window;
  /** Called with each piece as it arrives, in the order asked. */
  readonly onAnswer?: (part: readonly FreeBusy[]) => void;
}

/** At most twenty addresses, and one stretch of time. */
export interface ScheduleQuestion {
  readonly asked: readonly string[];
  readonly window: Window;
}

export const toAddressGroups = (addresses: readonly string[]): readonly (readonly string[])[] =>
  chunk(addresses, ADDRESSES);

/** Several questions a batch, one batch after the other. Throws only where nothing at all was answered. */
export async function askSchedules(
  graph: Graph,
  questions: readonly ScheduleQuestion[],
  onAnswer: (part: readonly FreeBusy[]) => void,
  options?: CallOptions,
): Promise<void> {
  let failure: Failure | undefined;
  let answered = 0;
  for (const group of chunk(questions, PARTS)) {
    let part: readonly FreeBusy[];
    try {
      const { items } = await graph.batch(
        group.map(({ asked, window }) => scheduleCall(asked, window)),
        options,
      );
      answered += items.filter((item) => !(item instanceof Failure)).length;
      failure ??= items.find((item) => item instanceof Failure);
      part = group.flatMap(({ asked, window }, index) => readPart(asked, items[index], window));
    } catch (error) {
      const failed = requireFailure(error);
      if (failed.code === 'cancelled') throw failed;
      failure ??= failed;
      part = group.flatMap(({ asked }) => asked).map((address) => unknown(address, failed.code));
    }
    onAnswer(part);
  }
  if (failure !== undefined && answered === 0) throw failure;
}

/**
 * What could not be read is `unknown`, never free. Throws only where nothing at all was answered. The window must be
 * shorter than 62 days (Graph docs: getSchedule).
 */
export async function readFreeBusy(
  graph: Graph,
  { addresses, window, onAnswer }: FreeBusyRequest,
  options?: CallOptions,
): Promise<readonly FreeBusy[]> {
  const all: FreeBusy[] = [];
  const questions = toAddressGroups(addresses).map((asked) => ({ asked, window }));
  const take = (part: readonly FreeBusy[]): void => {
    all.push(...part);
    onAnswer?.(part);
  };
  await askSchedules(graph, questions, take, options);
  return all;
}
