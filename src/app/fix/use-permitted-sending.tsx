/** Sends one change at a time; where the permission to write is missing, the person is asked for it and it is sent then. */
import { type ReactNode, useRef } from 'react';
import { type Sending, useSending } from '../bookings/use-sending.ts';
import { LazyScreen } from '../lazy-screen.tsx';
import { loadAgreeScreen } from '../load-agree-screen.ts';
import type { Services } from '../services.ts';
import { needsPerson } from '../session/needs-person.ts';

export interface PermittedSending extends Sending {
  /** Stands instead of the failure. */
  readonly agree: ReactNode;
}

export function usePermittedSending(services: Services): PermittedSending {
  const { send, isSending, failure } = useSending();
  const wanted = useRef<() => Promise<void>>(undefined);
  const sendNoted: Sending['send'] = (run) => {
    wanted.current = run;
    send(run);
  };
  const onAgreed = (): void => {
    if (wanted.current !== undefined) send(wanted.current);
  };
  const lacking = failure !== undefined && needsPerson(failure) ? failure : undefined;
  return {
    isSending,
    send: sendNoted,
    failure: lacking === undefined ? failure : undefined,
    agree: lacking !== undefined && (
      <LazyScreen load={loadAgreeScreen} screenProps={{ services, purpose: 'booking', because: lacking, onAgreed }} />
    ),
  };
}
