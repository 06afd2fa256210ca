/** The last step of a proof run, whatever happened before: removes what this run or an earlier one has left, and counts what it could not. */
import { Failure } from '../../domain/failure.ts';
import type { Interval } from '../../domain/time/intervals.ts';
import { deleteEvent } from '../delete-event.ts';
import type { CallOptions, Graph } from '../graph.ts';
import { listProofEvents } from './list-proof-events.ts';
import { NOT_REACHED, toFailedOutcome, type Outcome } from './proof-report.ts';
import type { Proof } from './proof-setup.ts';

/** A room can be booked so far ahead at most (Exchange: 1,080 days; 180 unless changed); what lies behind harms nobody. */
const DAYS_AHEAD = 200;
const DAYS_BEHIND = 30;
/** What a lost answer has made may come to light late. */
const LATE_LOOKS_MS = [1_000, 2_000];

function toWindow({ now, slot }: Proof): Interval {
  const today = Temporal.Instant.fromEpochMilliseconds(Math.round(now));
  const [start, end] = [today.subtract({ hours: DAYS_BEHIND * 24 }), today.add({ hours: DAYS_AHEAD * 24 })];
  const isBefore = slot !== undefined && Temporal.Instant.compare(slot.start, start) < 0;
  const isBeyond = slot !== undefined && Temporal.Instant.compare(slot.end, end) > 0;
  return { start: isBefore ? slot.start : start, end: isBeyond ? slot.end : end };
}

/** A server that is told to stop has nine seconds for everything. */
const HURRIED_MS = 2_500;

interface Broom {
  readonly graph: Graph;
  readonly options: CallOptions;
}

const NEVER = new AbortController().signal;

/** Of those that could not be deleted the ids stay in `left`. */
async function removeAll({ graph, options }: Broom, ids: Iterable<string>, left: Set<string>): Promise<unknown> {
  let problem: unknown;
  for (const id of ids) {
    left.add(id);
    try {
      await deleteEvent(graph, id, options);
      left.delete(id);
    } catch (error) {
      problem ??= error;
    }
  }
  return problem;
}

/** `graph` must not be one that the end of the run tears off. */
export async function cleanUp(proof: Proof, graph: Graph): Promise<Outcome> {
  const { made, lost, setup } = proof;
  const broom: Broom = { graph, options: setup.signal.aborted ? { deadlineMs: HURRIED_MS } : {} };
  const left = new Set<string>();
  const seen = new Set(made);
  let problem = await removeAll(broom, [...made], left);
  let isSwept = false;
  try {
    for (const waitMs of [0, ...(lost.size > 0 ? LATE_LOOKS_MS : [])]) {
      if (waitMs > 0) await setup.clock.sleep(waitMs, NEVER);
      // the run that has our turn sweeps in the end
      if (setup.replaced?.aborted === true) break;
      const found = await listProofEvents(graph, toWindow(proof), broom.options);
      isSwept ||= found.length > 0;
      for (const id of found) seen.add(id);
      problem = (await removeAll(broom, found, left)) ?? problem;
    }
    const stillThere = isSwept ? await listProofEvents(graph, toWindow(proof), broom.options) : [];
    for (const id of stillThere) left.add(id);
  } catch (error) {
    problem ??= error;
  }
  const facts = { left: left.size, removed: new Set([...seen, ...left]).size - left.size };
  if (left.size > 0) return { state: 'failed', code: 'leftovers', facts };
  if (problem === undefined) return { state: 'passed', facts };
  // nothing was made, and looking is not allowed: there is nothing to clean
  const isHarmless = proof.hasWritten !== true && problem instanceof Failure && problem.code === 'access_denied';
  return isHarmless ? NOT_REACHED : toFailedOutcome(problem);
}
