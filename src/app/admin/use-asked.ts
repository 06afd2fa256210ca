/** Something that is read once when a screen opens, and again when asked for. */
import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../domain/failure.ts';
import { toFailure } from '../to-failure.ts';

export type Asked<Value> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'ready'; readonly value: Value };

/** @param ask has to stay the same function: another one is asked anew. */
export function useAsked<Value>(ask: () => Promise<Value>): {
  readonly asked: Asked<Value>;
  /** What is on screen stays until the answer is there. */
  readonly again: () => void;
} {
  const [asked, setAsked] = useState<Asked<Value>>({ phase: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    ask().then(
      (value) => isWanted && setAsked({ phase: 'ready', value }),
      (problem: unknown) => {
        if (!isWanted) return;
        const failure = toFailure(problem);
        setAsked((now) => (now.phase === 'ready' ? now : { phase: 'failed', failure }));
      },
    );
    return () => {
      isWanted = false;
    };
  }, [ask, attempt]);
  const again = useCallback(() => {
    setAsked((now) => (now.phase === 'failed' ? { phase: 'loading' } : now));
    setAttempt((count) => count + 1);
  }, []);
  return { asked, again };
}
