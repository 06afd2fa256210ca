/** Which calendars and flags are shown: all of them, until the person's own mailbox has told otherwise. */
import { useCallback, useEffect, useState } from 'react';
import { type AgendaChoices, ALL_SHOWN } from '../../domain/agenda/apply-choices.ts';
import type { MemoryState, MemoryStore } from '../memory-store.ts';
import type { Services } from '../services.ts';

export interface ChoicesHandle extends MemoryState<AgendaChoices> {
  readonly change: (change: (choices: AgendaChoices) => AgendaChoices) => void;
}

export function useChoices({ openAgendaChoices }: Services): ChoicesHandle {
  const [state, setState] = useState<MemoryState<AgendaChoices>>({
    memory: ALL_SHOWN,
    isSettled: false,
    isPageOnly: false,
  });
  const [store, setStore] = useState<MemoryStore<AgendaChoices>>();
  useEffect(() => {
    let stop: (() => void) | undefined;
    const open = (): void =>
      void openAgendaChoices().then(
        (opened) => {
          if (stop === clear) {
            setStore(opened);
            setState(opened.state());
            stop = opened.subscribe(() => setState(opened.state()));
          }
        },
        // without it everything is shown, and what is chosen lasts as long as the page
        () => undefined,
      );
    // the agenda comes first, with nothing to load beside it
    const timer = setTimeout(open, 0);
    const clear = (): void => clearTimeout(timer);
    stop = clear;
    return () => {
      stop?.();
      stop = undefined;
    };
  }, [openAgendaChoices]);
  const change = useCallback<ChoicesHandle['change']>(
    (wanted) => {
      if (store !== undefined) return store.change(wanted);
      setState((before) => ({ ...before, memory: wanted(before.memory), isPageOnly: true }));
    },
    [store],
  );
  return { ...state, change };
}
