/** Looks for times when asked to; an answer to an older question is dropped. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../domain/failure.ts';
import { toFailure } from '../to-failure.ts';
import { makePlan, type MadePlan, type PlanSources } from './make-plan.ts';
import type { PlanWish } from './plan-wish.ts';

export type PlanPhase =
  | { readonly phase: 'idle' }
  | { readonly phase: 'looking' }
  | { readonly phase: 'ready'; readonly made: MadePlan; readonly wish: PlanWish }
  | { readonly phase: 'failed'; readonly failure: Failure };

/** What was wished and found, for whoever comes back from booking one of the times. */
export interface PlanSoFar {
  readonly wish: PlanWish;
  readonly found: PlanPhase;
}

const IDLE: PlanPhase = { phase: 'idle' };

export function usePlan(
  sources: PlanSources,
  found: PlanPhase = IDLE,
): {
  readonly state: PlanPhase;
  readonly find: (wish: PlanWish) => void;
} {
  const [state, setState] = useState<PlanPhase>(found);
  const round = useRef(0);
  useEffect(
    () => () => {
      round.current += 1;
    },
    [],
  );
  const find = useCallback(
    (wish: PlanWish) => {
      round.current += 1;
      const mine = round.current;
      const settle = (next: PlanPhase): void => {
        if (round.current === mine) setState(next);
      };
      setState({ phase: 'looking' });
      makePlan(sources, wish).then(
        (made) => settle({ phase: 'ready', made, wish }),
        (problem: unknown) => settle({ phase: 'failed', failure: toFailure(problem) }),
      );
    },
    [sources],
  );
  return { state, find };
}
