/** Keeps what the pane shows of a draft true: read at first, after each change of the writer's and of our own. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../domain/failure.ts';
import type { DraftValues, OutlookDraft } from '../../host/outlook-draft.ts';
import { toFailure } from '../to-failure.ts';

export interface DraftHandle {
  /** Undefined until it was read once. */
  readonly values: DraftValues | undefined;
  /** Of the last reading or change that failed; what is shown may be old. */
  readonly failure: Failure | undefined;
  readonly isChanging: boolean;
  /** One change at a time; afterwards the draft is read anew, whatever came of it. */
  readonly change: (run: (draft: OutlookDraft) => Promise<void>) => void;
  readonly again: () => void;
}

export function useDraft(draft: OutlookDraft): DraftHandle {
  const [values, setValues] = useState<DraftValues>();
  const [unread, setUnread] = useState<Failure>();
  const [refused, setRefused] = useState<Failure>();
  const round = useRef(0);
  const [isChanging, setIsChanging] = useState(false);
  const read = useCallback(async (): Promise<void> => {
    round.current += 1;
    const mine = round.current;
    try {
      const read = await draft.read();
      // one that was begun later knows better
      if (mine !== round.current) return;
      setValues(read);
      setUnread(undefined);
    } catch (error) {
      if (mine === round.current) setUnread(toFailure(error));
    }
  }, [draft]);
  useEffect(() => {
    void read();
    const look = (): void => void read();
    const stop = draft.onChange(look);
    // Outlook tells of no change of the subject: what was written is there as soon as the pane is turned to
    addEventListener('focus', look);
    return () => {
      stop();
      removeEventListener('focus', look);
    };
  }, [draft, read]);
  const change = (run: (draft: OutlookDraft) => Promise<void>): void => {
    if (isChanging) return;
    setIsChanging(true);
    setRefused(undefined);
    void run(draft)
      .catch((error: unknown) => setRefused(toFailure(error)))
      .then(read)
      .finally(() => setIsChanging(false));
  };
  const again = (): void => {
    setUnread(undefined);
    void read();
  };
  return { values, failure: refused ?? unread, isChanging, change, again };
}
