/** Runs the steps of a proof one by one and tells of each: it begins, it ends so, it could not be reached. */
import type { ProofEvent, ProofStep } from '../../domain/contract/proof.ts';
import { toProofRemedy } from '../../domain/policy/proof-remedies.ts';
import { Failure } from '../../domain/failure.ts';

export type Outcome = Pick<ProofEvent, 'code' | 'scopes' | 'consent' | 'facts' | 'remedy'> & {
  readonly state: 'passed' | 'failed' | 'inconclusive' | 'skipped';
};

export const PASSED: Outcome = { state: 'passed' };
export const NOT_REACHED: Outcome = { state: 'skipped', code: 'not_reached' };

export interface ProofReport {
  /**
   * Does a step, unless one that it needs has not passed: then it is skipped, and `mailbox_missing` is handed on. A
   * Failure becomes the step's own, anything else `internal`: nothing is thrown. Tells whether it passed.
   */
  readonly step: (step: ProofStep, needs: readonly ProofStep[], work: () => Promise<Outcome>) => Promise<boolean>;
  readonly events: readonly ProofEvent[];
}

interface ReportSetup {
  readonly emit: (event: ProofEvent) => void;
  /** Milliseconds. */
  readonly now: () => number;
  readonly testerUrl: string;
  /** Once aborted no further step begins; cleaning up alone does. */
  readonly signal: AbortSignal;
  readonly attempt?: 2;
}

/** The codes of a page mean other things at a server: its own network is not the runner's. */
const AT_SERVER: Readonly<Record<string, string>> = {
  offline: 'upstream_unavailable',
  insufficient_scope: 'access_denied',
};

export function toFailedOutcome(error: unknown): Outcome {
  if (!(error instanceof Failure)) return { state: 'failed', code: 'internal' };
  if (error.code === 'cancelled') return NOT_REACHED;
  if (error.code === 'mailbox_missing') return { state: 'skipped', code: 'mailbox_missing' };
  return { state: 'failed', code: AT_SERVER[error.code] ?? error.code };
}

export function createProofReport({ emit, now, testerUrl, signal, attempt }: ReportSetup): ProofReport {
  const events: ProofEvent[] = [];
  const outcomes = new Map<ProofStep, Outcome>();

  const tell = (event: Pick<ProofEvent, 'step' | 'state' | 'ms'>): void => {
    const whole = attempt === undefined ? event : { ...event, attempt };
    events.push(whole);
    emit(whole);
  };
  const end = (step: ProofStep, outcome: Outcome, ms: number): boolean => {
    outcomes.set(step, outcome);
    const { code } = outcome;
    const remedy = outcome.remedy ?? (code === undefined ? undefined : toProofRemedy(step, code, testerUrl));
    tell({ step, ...outcome, ...(remedy === undefined ? {} : { remedy }), ms: Math.max(0, Math.round(ms)) });
    return outcome.state === 'passed';
  };
  const findObstacle = (needs: readonly ProofStep[]): Outcome | undefined => {
    const missing = needs.map((need) => outcomes.get(need)).filter((outcome) => outcome?.state !== 'passed');
    if (missing.length === 0) return undefined;
    const noMailbox = missing.find((outcome) => outcome?.code === 'mailbox_missing');
    return noMailbox === undefined ? NOT_REACHED : { state: 'skipped', code: 'mailbox_missing' };
  };
  return {
    events,
    step: async (step, needs, work) => {
      const obstacle = signal.aborted && step !== 'clean_up' ? NOT_REACHED : findObstacle(needs);
      if (obstacle !== undefined) return end(step, obstacle, 0);
      const begun = now();
      tell({ step, state: 'running', ms: 0 });
      const outcome = await work().catch(toFailedOutcome);
      return end(step, outcome, now() - begun);
    },
  };
}
