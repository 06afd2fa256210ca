/** Proves step by step, in the runner's own name, that the integration works, and leaves nothing behind. */
import type { ProofEvent } from '../../domain/contract/proof.ts';
import { Failure } from '../../domain/failure.ts';
import { createGraph } from '../create-graph.ts';
import type { Graph } from '../graph.ts';
import { proveBooking, proveCancel, proveDoubleBooking, proveReadBack } from './booking-steps.ts';
import { cleanUp } from './clean-up.ts';
import { createProofReport, NOT_REACHED } from './proof-report.ts';
import type { Proof, ProofSetup, SignIn } from './proof-setup.ts';
import {
  proveCalendars,
  proveFreeBusy,
  provePresence,
  proveRooms,
  proveTeamsShifts,
  proveWorkPlan,
} from './read-steps.ts';
import { proveScopes } from './scope-steps.ts';
import { proveSignIn } from './sign-in-steps.ts';

/** Cleaning up must be through before a server that is told to stop has stopped. */
const CLEAN_UP_TRY_MS = 3_000;

/** A Graph under the runner's token; a second, better one is asked for once Graph refuses the first. */
function openGraph(
  setup: ProofSetup,
  first: SignIn | undefined,
  more: { closed?: AbortSignal; tryMs?: number },
): Graph {
  let held = first;
  return createGraph({
    ...{ base: setup.base, fetch: setup.fetch, clock: setup.clock, ...more },
    getToken: async ({ claims, fresh }) => {
      if (claims !== undefined) throw new Failure('interaction_required', { claims });
      if (fresh === true) held = await setup.signIn();
      if (held?.ok !== true) throw new Failure('invalid_token');
      return held.token;
    },
  });
}

async function proveReads(proof: Proof): Promise<void> {
  const { step } = proof.report;
  await step('calendars', ['sign_in', 'scope:Calendars.Read'], () => proveCalendars(proof));
  await step('rooms', ['sign_in', 'scope:Place.Read.All'], () => proveRooms(proof));
  await step('free_busy', ['sign_in', 'scope:Calendars.Read'], () => proveFreeBusy(proof));
}

async function proveWrites(proof: Proof): Promise<void> {
  const { step } = proof.report;
  await step('book', ['free_busy', 'scope:Calendars.ReadWrite'], () => proveBooking(proof));
  await step('double_book', ['book'], () => proveDoubleBooking(proof));
  const needs = proof.made.size > 0 || proof.lost.size > 0 ? ([] as const) : (['book'] as const);
  await step('cancel', needs, () => proveCancel(proof));
  await step('read_back', ['cancel'], () => proveReadBack(proof));
}

async function proveSources(proof: Proof): Promise<void> {
  const { report, setup } = proof;
  const { shifts, presence } = setup.features;
  await report.step('work_plan', ['sign_in', 'scope:Calendars.Read'], () => proveWorkPlan(proof));
  if (shifts) {
    const needs = ['sign_in', 'scope:Team.ReadBasic.All', 'scope:Schedule.Read.All'] as const;
    await report.step('teams_shifts', needs, () => proveTeamsShifts(proof));
  }
  if (presence) await report.step('presence', ['sign_in', 'scope:Presence.Read.All'], () => provePresence(proof));
}

/** All events of the run but the last one, which is about the whole. Never throws; ends early when its signal is aborted, cleaned up. */
export async function runProof(setup: ProofSetup): Promise<readonly ProofEvent[]> {
  const { clock, signal } = setup;
  const report = createProofReport({ ...setup, now: clock.now });
  const answer = await proveSignIn(report, setup);
  const proof: Proof = {
    ...{ setup, report, now: clock.now(), made: new Set(), lost: new Set() },
    graph: openGraph(setup, answer, { closed: signal }),
  };
  await proveScopes(proof, answer);
  await proveReads(proof);
  await proveWrites(proof);
  await proveSources(proof);
  await report.step('clean_up', [], async () => {
    if (answer?.ok !== true) return NOT_REACHED;
    return cleanUp(proof, openGraph(setup, answer, { tryMs: CLEAN_UP_TRY_MS }));
  });
  return report.events;
}
