/** The real thing: a room is booked in a far slot, booked again, and everything is taken back and looked for. */
import type { Answer } from '../../domain/agenda/calendar-event.ts';
import { toProofEvent } from '../../domain/booking/proof-mark.ts';
import { Failure } from '../../domain/failure.ts';
import { createEvent } from '../create-event.ts';
import { deleteEvent } from '../delete-event.ts';
import { findEvent } from '../find-event.ts';
import { readEvent } from '../read-event.ts';
import { listProofEvents } from './list-proof-events.ts';
import { NOT_REACHED, PASSED, type Outcome } from './proof-report.ts';
import type { Proof } from './proof-setup.ts';
import { readRoomState } from './read-steps.ts';

const WRITE_MS = 30_000;
const ANSWER_MS = 45_000;
const FIRST_MS = 300;
const MOST_MS = 3_000;
const MAX_FAILURES = 3;

/** After these nobody knows whether the event was made. */
const isOpen = ({ code }: Failure): boolean =>
  ['offline', 'timeout', 'upstream_unavailable', 'bad_response', 'throttled', 'conflict', 'cancelled'].includes(code);
const isGone = (error: unknown): boolean => error instanceof Failure && error.code === 'gone';

/** Makes one event, once, though the answer may be lost; throws the Failure where none was made. */
async function makeEvent(proof: Proof, slot: NonNullable<Proof['slot']>): Promise<string> {
  const { graph, setup, made, lost } = proof;
  const transactionId = setup.newId();
  const body = toProofEvent({ room: setup.room, slot, transactionId });
  lost.add(transactionId);
  proof.hasWritten = true;
  try {
    const { id } = await createEvent(graph, body, { signal: setup.signal, deadlineMs: WRITE_MS });
    lost.delete(transactionId);
    made.add(id);
    return id;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const id = isOpen(error) ? await findEvent(graph, { window: slot, transactionId }, setup) : undefined;
    if (!isOpen(error)) lost.delete(transactionId);
    if (id === undefined) throw error;
    lost.delete(transactionId);
    made.add(id);
    return id;
  }
}

/** What the room says within 45 seconds; `none` where it said nothing. A few failures to look are borne. */
async function awaitRoom({ graph, setup }: Proof, id: string): Promise<Answer> {
  const { clock, signal, room } = setup;
  const until = clock.now() + ANSWER_MS;
  let failures = 0;
  for (let waitMs = FIRST_MS; ; waitMs = Math.min(waitMs * 1.5, MOST_MS)) {
    await clock.sleep(Math.min(waitMs, Math.max(0, until - clock.now())), signal);
    try {
      const event = await readEvent(graph, id, { signal, deadlineMs: MOST_MS });
      const answer = event.attendees.find(({ address }) => address.toLowerCase() === room.toLowerCase())?.answer;
      if (answer === undefined) return 'declined';
      if (answer !== 'none') return answer;
      failures = 0;
    } catch (error) {
      failures += 1;
      if (!(error instanceof Failure) || !isOpen(error) || error.code === 'cancelled' || failures >= MAX_FAILURES)
        throw error;
    }
    if (clock.now() >= until) return 'none';
  }
}

export async function proveBooking(proof: Proof): Promise<Outcome> {
  const { slot } = proof;
  if (slot === undefined) return { state: 'inconclusive', code: 'no_free_slot' };
  const facts = { start: slot.start.toString() };
  const answer = await awaitRoom(proof, await makeEvent(proof, slot));
  const outcomes: Readonly<Record<string, Outcome>> = {
    accepted: { state: 'passed', facts },
    tentative: { state: 'inconclusive', code: 'room_wants_approval', facts },
    declined: { state: 'failed', code: 'room_declined', facts },
  };
  return outcomes[answer] ?? { state: 'failed', code: 'room_silent', facts };
}

/** The room must refuse the second event on the same time; what else it says is about this room, not about us. */
export async function proveDoubleBooking(proof: Proof): Promise<Outcome> {
  const { slot } = proof;
  if (slot === undefined) return NOT_REACHED;
  const answer = await awaitRoom(proof, await makeEvent(proof, slot));
  const codes: Readonly<Record<string, string>> = {
    accepted: 'room_allows_conflicts',
    tentative: 'room_wants_approval',
    none: 'room_silent',
  };
  return answer === 'declined' ? PASSED : { state: 'inconclusive', code: codes[answer] ?? 'room_silent' };
}

/** The events stay among `made` until they are seen to be gone. */
export async function proveCancel({ graph, setup, made }: Proof): Promise<Outcome> {
  if (made.size === 0) return NOT_REACHED;
  for (const id of made) await deleteEvent(graph, id, setup);
  return PASSED;
}

/** A room lets go of a booking a moment after it is cancelled. */
const LOOKS_MS = [0, 700, 1_500, 3_000];

async function isRoomAsBefore(proof: Proof, looksMs: readonly number[]): Promise<boolean> {
  const { clock, signal } = proof.setup;
  for (const waitMs of looksMs) {
    if (waitMs > 0) await clock.sleep(waitMs, signal);
    if ((await readRoomState(proof)) === proof.before) return true;
  }
  return false;
}

const isLeft = ({ graph, setup }: Proof, id: string): Promise<boolean> =>
  readEvent(graph, id, setup).then(
    ({ isCancelled }) => !isCancelled,
    (error: unknown) => {
      if (isGone(error)) return false;
      throw error;
    },
  );

/** By their ids and by their mark; of the room its free/busy alone, for nobody may read a room's own calendar. */
export async function proveReadBack(proof: Proof): Promise<Outcome> {
  const { made, slot } = proof;
  if (slot === undefined) return NOT_REACHED;
  const left = new Set(await listProofEvents(proof.graph, slot, proof.setup));
  for (const id of made) {
    if (await isLeft(proof, id)) left.add(id);
    else made.delete(id);
  }
  const isAsBefore = await isRoomAsBefore(proof, left.size === 0 ? LOOKS_MS : [0]);
  const facts = { left: left.size, ownCalendar: left.size, roomFreeBusy: isAsBefore ? 'as_before' : 'changed' };
  if (left.size > 0 || !isAsBefore) return { state: 'failed', code: 'leftovers', facts };
  const remedy =
    'Looked at: your own calendar, and the room’s free/busy. A user can’t read a room’s own calendar; an administrator can look there too.';
  return { state: 'passed', facts, remedy };
}
