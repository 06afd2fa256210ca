/** The organisation's rooms for the screen, as they stream in: one reading a page load, however often the screen opens; a failure is asked again on demand. */
import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../domain/failure.ts';
import type { Room } from '../../domain/rooms/room.ts';
import type { Services } from '../services.ts';
import { toFailure } from '../to-failure.ts';

export type RoomsPhase =
  | { readonly phase: 'loading' }
  /** `isWhole`: there are no others. */
  | { readonly phase: 'ready'; readonly rooms: readonly Room[]; readonly isWhole: boolean }
  | { readonly phase: 'failed'; readonly failure: Failure };

const LOADING: RoomsPhase = { phase: 'loading' };

/** `building`: whose rooms come first; only its first value counts. */
export function useRooms(
  listRooms: Services['listRooms'],
  building: string | undefined,
): {
  readonly state: RoomsPhase;
  readonly again: () => void;
} {
  const [state, setState] = useState<RoomsPhase>(LOADING);
  const [attempt, setAttempt] = useState(0);
  const [first] = useState(building);
  useEffect(() => {
    let current = true;
    const onRooms = (rooms: readonly Room[]): void => {
      if (current) setState({ phase: 'ready', rooms, isWhole: false });
    };
    listRooms({ building: first, onRooms }).then(
      (rooms) => current && setState({ phase: 'ready', rooms, isWhole: true }),
      (problem: unknown) => current && setState({ phase: 'failed', failure: toFailure(problem) }),
    );
    return () => {
      current = false;
    };
  }, [listRooms, first, attempt]);
  const again = useCallback(() => {
    setState(LOADING);
    setAttempt((count) => count + 1);
  }, []);
  return { state, again };
}
