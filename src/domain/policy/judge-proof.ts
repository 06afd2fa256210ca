/** Judges a proof run by its steps. */
import {
  FEATURE_SCOPES,
  PROOF_STEPS,
  REQUIRED_SCOPES,
  type ProofEvent,
  type ProofStep,
  type ProofVerdict,
} from '../contract/proof.ts';

const FEATURE_STEPS: ReadonlySet<string> = new Set([
  'teams_shifts',
  'presence',
  ...Object.values(FEATURE_SCOPES).flatMap((scopes) => scopes.map((scope) => `scope:${scope}`)),
]);
/** Without each of them passed, the run is not; features may fail without keeping anybody out. */
const REQUIRED_STEPS: readonly ProofStep[] = PROOF_STEPS.filter((step) => step !== 'proof' && !FEATURE_STEPS.has(step));

/** A required step that failed fails the run; one that was left out, skipped or undecided leaves it undecided. */
export function judgeProof(events: readonly ProofEvent[]): ProofVerdict {
  const ended = new Map(events.filter(({ state }) => state !== 'running').map(({ step, state }) => [step, state]));
  const states = REQUIRED_STEPS.map((step) => ended.get(step) ?? 'skipped');
  if (states.includes('failed')) return 'failed';
  return states.every((state) => state === 'passed') ? 'passed' : 'inconclusive';
}

const SUSPENDING: ReadonlySet<ProofStep> = new Set([
  'registration',
  'credential',
  'sign_in',
  ...REQUIRED_SCOPES.map((scope) => `scope:${scope}` as const),
  'book',
]);
/** One room's own doing: such a failure must not shut a whole organisation out. */
const NOT_THE_INTEGRATION: ReadonlySet<string> = new Set(['room_silent', 'room_declined', 'room_unknown']);
/** Entra was away for a moment: says nothing about this organisation. */
const AWAY: ReadonlySet<string> = new Set(['upstream_unavailable', 'throttled', 'timeout']);

/** Failed steps without which nobody can work, in the order of the run; a second run has to confirm them. */
export function listSuspending(events: readonly ProofEvent[]): readonly ProofStep[] {
  return events
    .filter(({ step, state, code = '' }) => {
      if (state !== 'failed' || !SUSPENDING.has(step) || NOT_THE_INTEGRATION.has(code)) return false;
      return step === 'book' || !AWAY.has(code);
    })
    .map(({ step }) => step);
}
