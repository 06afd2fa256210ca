/** The organisation's rooms for the screen: one request a page load, however often the screen opens; a failure is asked again on demand. */
import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../domain/failure.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { toFailure } from '../to-failure.ts';

export type RoomsPhase =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly rooms: readonly Room[] }
  | { readonly phase: 'failed'; readonly failure: Failure };

const LOADING: RoomsPhase = { phase: 'loading' };

export function useRooms(listRooms: () => Promise<readonly Room[]>): {
  readonly state: RoomsPhase;
  readonly again: () => void;
} {
  const [state, setState] = useState<RoomsPhase>(LOADING);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    listRooms().then(
      (rooms) => current && setState({ phase: 'ready', rooms }),
      (problem: unknown) => current && setState({ phase: 'failed', failure: toFailure(problem) }),
    );
    return () => {
      current = false;
    };
  }, [listRooms, attempt]);
  const again = useCallback(() => {
    setState(LOADING);
    setAttempt((count) => count + 1);
  }, []);
  return { state, again };
}
