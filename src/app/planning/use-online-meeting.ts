/** Makes a meeting without a room, once for each chosen time however often a button is pressed. */
import { useRef, useState } from 'react';
import type { OnlineRequest } from '../../domain/booking/online-event.ts';
import type { Failure } from '../../domain/failure.ts';
import type { Services } from '../services.ts';
import { toFailure } from '../to-failure.ts';

export type OnlinePhase =
  | { readonly phase: 'asking' }
  | { readonly phase: 'sending' }
  | { readonly phase: 'done' }
  | { readonly phase: 'failed'; readonly failure: Failure };

export function useOnlineMeeting(openPlanning: Services['openPlanning']): {
  readonly state: OnlinePhase;
  readonly send: (request: OnlineRequest) => void;
} {
  const [state, setState] = useState<OnlinePhase>({ phase: 'asking' });
  const isSending = useRef(false);
  const id = useRef<string>();
  const run = async (request: OnlineRequest): Promise<void> => {
    try {
      const planning = await openPlanning();
      id.current ??= planning.newId();
      await planning.createMeeting(request, id.current);
      setState({ phase: 'done' });
    } catch (problem) {
      setState({ phase: 'failed', failure: toFailure(problem) });
    } finally {
      isSending.current = false;
    }
  };
  const send = (request: OnlineRequest): void => {
    // a second press arrives before the first one is on screen
    if (isSending.current) return;
    isSending.current = true;
    setState({ phase: 'sending' });
    void run(request);
  };
  return { state, send };
}
