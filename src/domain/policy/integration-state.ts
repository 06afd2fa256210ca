/** Decides what a proof run, or an administrator's switch, makes of an organisation's integration. */
import type { ProofRun, ProofStanding } from '../contract/proof.ts';
import type { Session } from '../contract/session.ts';
import { listSuspending } from './judge-proof.ts';

export interface Standing {
  readonly state: Session['integration']['state'];
  /** Steps that suspended it; absent where it was switched off by hand. */
  readonly suspendedBy?: readonly string[] | undefined;
}

/**
 * After one run, or a run and the one right behind it that was to confirm its failure. While enabled, only a step that
 * failed in both suspends; an inconclusive run changes nothing; a suspended integration is opened by hand alone.
 */
export function nextState(before: Standing, runs: readonly Pick<ProofRun, 'verdict' | 'steps'>[]): Standing {
  const last = runs.at(-1);
  if (last === undefined || last.verdict === 'inconclusive' || before.state === 'suspended') return before;
  if (before.state !== 'enabled') return { state: last.verdict };
  const [first = [], second = []] = runs
    .slice(-2)
    .map(({ verdict, steps }) => (verdict === 'failed' ? listSuspending(steps) : []));
  const confirmed = first.filter((step) => second.includes(step));
  return confirmed.length === 0 ? before : { state: 'suspended', suspendedBy: confirmed };
}

/** The administrator's switch. Undefined: refused, for a proof is missing or in doubt. Off twice, or on twice, is no change. */
export function switchState(
  before: Standing,
  enabled: boolean | undefined,
  doubts: ProofStanding['doubts'],
): Standing | undefined {
  const isEnabled = before.state === 'enabled';
  if (enabled === undefined || enabled === isEnabled) return before;
  if (!enabled) return { state: 'suspended' };
  return doubts.length === 0 ? { state: 'enabled' } : undefined;
}
