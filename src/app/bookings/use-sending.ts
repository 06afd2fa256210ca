/** Sends one change at a time, and tells what became of it. */
import { useRef, useState } from 'react';
import type { Failure } from '../../domain/failure.ts';
import { toFailure } from '../to-failure.ts';

export interface Sending {
  readonly isSending: boolean;
  readonly failure: Failure | undefined;
  /** A second press while the first is under way does nothing. */
  readonly send: (run: () => Promise<void>) => void;
}

export function useSending(onFailure?: (failure: Failure) => void): Sending {
  const [state, setState] = useState<Omit<Sending, 'send'>>({ isSending: false, failure: undefined });
  const running = useRef(false);
  const send: Sending['send'] = (run) => {
    if (running.current) return;
    running.current = true;
    setState({ isSending: true, failure: undefined });
    const end = (failure: Failure | undefined): void => {
      running.current = false;
      setState({ isSending: false, failure });
    };
    run().then(
      () => end(undefined),
      (error: unknown) => {
        const failure = toFailure(error);
        end(failure);
        onFailure?.(failure);
      },
    );
  };
  return { ...state, send };
}
