/** Asks when rooms are taken, each once a window, and hands the answers out as they stream in. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Window } from '../../domain/agenda/agenda-sources.ts';
import { Failure } from '../../domain/failure.ts';
import type { FreeBusy } from '../../domain/rooms/free-busy.ts';
import type { Services } from '../services.ts';

export interface FreeBusyAnswers {
  /** By lower-case address. */
  readonly answers: ReadonlyMap<string, FreeBusy>;
  readonly asking: boolean;
  /** A whole request failed; its rooms stand as unknown. */
  readonly failure?: Failure;
}

const NONE: FreeBusyAnswers = { answers: new Map(), asking: false };
/** Typing a time changes the window with each key; only the one that stays is asked. */
const SETTLE_MS = 350;

function withAnswers(before: FreeBusyAnswers, part: readonly FreeBusy[]): FreeBusyAnswers {
  const answers = new Map(before.answers);
  for (const answer of part) answers.set(answer.address.toLowerCase(), answer);
  return { ...before, answers };
}

/** Whoever was asked and is not in the answer stands as unknown, so that no place waits for ever. */
function withSilent(before: FreeBusyAnswers, asked: readonly string[], reason: string): FreeBusyAnswers {
  const silent = asked.filter((address) => !before.answers.has(address.toLowerCase()));
  return withAnswers(
    before,
    silent.map((address) => ({ address, state: 'unknown', reason })),
  );
}

/** Those that were asked in vain are forgotten, so that they can be asked again. */
function withoutUnknown(before: FreeBusyAnswers): FreeBusyAnswers {
  const known = [...before.answers].filter(([, answer]) => answer.state === 'known');
  return { answers: new Map(known), asking: before.asking };
}

interface Round {
  readonly window: Window | undefined;
  readonly asked: Set<string>;
  open: number;
}

/** `window` is the same object as long as it spans the same time. */
export function useFreeBusy(
  readFreeBusy: Services['readFreeBusy'],
  addresses: readonly string[],
  window: Window | undefined,
): FreeBusyAnswers & { readonly again: () => void } {
  const [state, setState] = useState(NONE);
  const [attempt, setAttempt] = useState(0);
  const round = useRef<Round>({ window: undefined, asked: new Set(), open: 0 });
  const wanted = addresses.join('\n');

  const ask = useCallback(
    (mine: Round, missing: readonly string[], span: Window) => {
      const update = (change: (before: FreeBusyAnswers) => FreeBusyAnswers): void => {
        if (round.current === mine) setState(change);
      };
      const close = (reason: string, failure?: Failure): void => {
        mine.open -= 1;
        update((before) => ({
          ...withSilent(before, missing, reason),
          asking: mine.open > 0,
          ...(failure === undefined ? {} : { failure }),
        }));
      };
      mine.open += 1;
      for (const address of missing) mine.asked.add(address);
      update((before) => ({ ...before, asking: true }));
      readFreeBusy(missing, span, (part) => update((before) => withAnswers(before, part))).then(
        (all) => {
          update((before) => withAnswers(before, all));
          close('no answer');
        },
        (problem: unknown) => {
          const failure = problem instanceof Failure ? problem : new Failure('bad_response', { cause: problem });
          close(failure.code, failure);
        },
      );
    },
    [readFreeBusy],
  );

  useEffect(() => {
    const isNew = round.current.window !== window;
    if (isNew) {
      round.current = { window, asked: new Set(), open: 0 };
      setState({ ...NONE, asking: window !== undefined && wanted !== '' });
    }
    const mine = round.current;
    const missing = wanted.split('\n').filter((address) => address !== '' && !mine.asked.has(address));
    if (window === undefined || missing.length === 0) return;
    const timer = setTimeout(() => ask(mine, missing, window), isNew ? SETTLE_MS : 0);
    return () => clearTimeout(timer);
  }, [ask, window, wanted, attempt]);

  const again = useCallback(() => {
    for (const [address, answer] of state.answers) {
      if (answer.state === 'known') continue;
      for (const asked of round.current.asked) if (asked.toLowerCase() === address) round.current.asked.delete(asked);
    }
    setState(withoutUnknown);
    setAttempt((count) => count + 1);
  }, [state.answers]);
  return { ...state, again };
}
