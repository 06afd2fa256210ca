/** Sets where I work today, once at a time, and tells how that ended. */
import { useRef, useState } from 'react';
import type { OwnChange } from '../../ui/colleagues/own-day.tsx';
import type { Services } from '../services.ts';
import { toFailure } from '../to-failure.ts';

export interface OwnChangeHandle {
  readonly change: OwnChange;
  readonly set: (kind: 'office' | 'remote') => void;
}

export function useOwnChange(open: Services['openAnswers']): OwnChangeHandle {
  const [change, setChange] = useState<OwnChange>({ phase: 'idle' });
  const isBusy = useRef(false);
  const set = (kind: 'office' | 'remote'): void => {
    if (isBusy.current) return;
    isBusy.current = true;
    setChange({ phase: 'sending' });
    open()
      .then((answers) => answers.setCurrentLocation({ kind }))
      .then(
        () => setChange({ phase: 'done' }),
        (error: unknown) => setChange({ phase: 'failed', failure: toFailure(error) }),
      )
      .finally(() => {
        isBusy.current = false;
      });
  };
  return { change, set };
}
