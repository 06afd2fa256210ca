/** Opens Microsoft's window at a click, once at a time, and tells how it ended. */
import { useRef, useState } from 'react';
import type { SignInPhase } from '../../ui/account/sign-in-outcome.tsx';
import type { AccountServices } from '../services.ts';
import { toFailure } from '../to-failure.ts';

export interface SignInHandle {
  readonly state: SignInPhase;
  readonly signIn: (how?: { readonly other?: boolean }) => void;
}

/** Once somebody is in, the door opens anew and takes the place of what asked. */
export function useSignIn(account: AccountServices): SignInHandle {
  const [state, setState] = useState<SignInPhase>({ phase: 'idle' });
  // two presses within one frame are one window
  const isBusy = useRef(false);
  const signIn: SignInHandle['signIn'] = (how) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setState({ phase: 'asking' });
    void account
      .signIn(how)
      .then(
        () => setState({ phase: 'idle' }),
        (problem: unknown) => setState({ phase: 'failed', failure: toFailure(problem) }),
      )
      .finally(() => {
        isBusy.current = false;
      });
  };
  return { state, signIn };
}
