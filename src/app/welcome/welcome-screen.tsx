/** The first visit: asks to connect the calendar, or notes that it was seen. */
import { type ReactNode, useRef, useState } from 'react';
import { WelcomeCard, type WelcomePhase } from '../../ui/welcome/welcome-card.tsx';
import type { WelcomeScreenProps } from '../screens.ts';
import { toFailure } from '../to-failure.ts';
import { toRelease } from './to-release.ts';

export function WelcomeScreen({ services, session, onConnected, onLater }: WelcomeScreenProps): ReactNode {
  const [state, setState] = useState<WelcomePhase>({ phase: 'idle' });
  // two presses within one frame are one wish
  const isBusy = useRef(false);

  const send = (wish: 'connect' | 'later'): void => {
    if (isBusy.current) return;
    isBusy.current = true;
    setState({ phase: wish === 'connect' ? 'connecting' : 'noting' });
    const seen = { welcomeSeen: toRelease(services.version) };
    (wish === 'connect' ? services.connect(seen) : services.changeConnection(seen)).then(
      () => {
        isBusy.current = false;
        setState({ phase: 'idle' });
        if (wish === 'connect') onConnected();
        else onLater();
      },
      (problem: unknown) => {
        isBusy.current = false;
        setState({ phase: 'failed', wish, failure: toFailure(problem) });
      },
    );
  };

  return (
    <WelcomeCard
      state={state}
      organisation={session.organisation.name}
      welcomeText={session.organisation.welcomeText}
      onConnect={() => send('connect')}
      onLater={() => send('later')}
    />
  );
}
