/** All steps of one run in their order, each in the place that was kept for it. */
import type { ReactNode } from 'react';
import { PROOF_STEPS, type ProofEvent, type ProofStep } from '../../domain/contract/proof.ts';
import { useWords } from '../words/words-provider.tsx';
import { useAdminStyles } from './admin-styles.ts';
import { type ProofLinks, ProofStepRow } from './proof-step-row.tsx';

export interface ProofReportProps extends ProofLinks {
  readonly events: readonly ProofEvent[];
  /** More is to come: steps whose turn has not come are shown as well. */
  readonly isRunning: boolean;
  readonly label: string;
}

const STEPS: readonly ProofStep[] = PROOF_STEPS.filter((step) => step !== 'proof');

export const toLatest = (events: readonly ProofEvent[]): ReadonlyMap<ProofStep, ProofEvent> =>
  new Map(events.map((event) => [event.step, event]));

/** Steps that have ended, of all. */
export function countSteps(events: readonly ProofEvent[]): { readonly done: number; readonly total: number } {
  const latest = toLatest(events);
  const isOver = (latest.get('proof')?.state ?? 'running') !== 'running';
  const done = STEPS.filter((step) => (latest.get(step)?.state ?? 'running') !== 'running').length;
  return { done, total: isOver ? done : STEPS.length };
}

export function ProofReport({ events, isRunning, label, ...links }: ProofReportProps): ReactNode {
  const styles = useAdminStyles();
  const latest = toLatest(events);
  const shown = STEPS.filter((step) => isRunning || latest.has(step));
  return (
    <ol className={styles.bare} aria-label={label}>
      {shown.map((step) => (
        <ProofStepRow key={step} step={step} event={latest.get(step)} {...links} />
      ))}
    </ol>
  );
}

/** Passed, failed or undecided, with what follows from it. */
export function ProofVerdict({ events }: { readonly events: readonly ProofEvent[] }): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  const state = toLatest(events).get('proof')?.state;
  if (state !== 'passed' && state !== 'failed' && state !== 'inconclusive') return null;
  return (
    <div>
      <p className={styles.subheading}>{t(`proof.verdict.${state}`)}</p>
      <p className={styles.soft}>{t(`proof.verdictText.${state}`)}</p>
    </div>
  );
}
