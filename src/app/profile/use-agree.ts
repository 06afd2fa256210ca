/** Asks for an agreement at a click, once at a time, and tells how it ended. */
import { useRef, useState } from 'react';
import type { Purpose } from '../../domain/contract/purpose.ts';
import type { AgreePhase } from '../../ui/profile/agree-card.tsx';
import type { Services } from '../services.ts';
import { toFailure } from '../to-failure.ts';

export interface AgreeHandle {
  readonly state: AgreePhase;
  readonly ask: () => void;
}

export function useAgree(agree: Services['agree'], purpose: Purpose, onAgreed: () => void): AgreeHandle {
  const [state, setState] = useState<AgreePhase>({ phase: 'idle' });
  // two presses within one frame are one window
  const isBusy = useRef(false);
  const ask = (): void => {
    if (isBusy.current) return;
    isBusy.current = true;
    setState({ phase: 'asking' });
    void agree(purpose)
      .then(
        () => {
          setState({ phase: 'idle' });
          onAgreed();
        },
        (problem: unknown) => setState({ phase: 'failed', failure: toFailure(problem) }),
      )
      .finally(() => {
        isBusy.current = false;
      });
  };
  return { state, ask };
}
