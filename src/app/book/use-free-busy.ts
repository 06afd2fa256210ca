/** Asks when rooms are taken, each once a window, and hands the answers out as they stream in. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Window } from '../../domain/agenda/agenda-sources.ts';
import type { Failure } from '../../domain/failure.ts';
import type { FreeBusy } from '../../domain/rooms/free-busy.ts';
import type { Services } from '../services.ts';
import { toFailure } from '../to-failure.ts';

export interface FreeBusyAnswers {
  /** By lower-case address. */
  readonly answers: ReadonlyMap<string, FreeBusy>;
  /** A whole request failed; its rooms stand as unknown. */
  readonly failure?: Failure;
}

interface Round extends FreeBusyAnswers {
  readonly window: Window | undefined;
}

const NONE: ReadonlyMap<string, FreeBusy> = new Map();
/** Typing a time changes the window with each key; after the first, only the one that stays is asked. */
const SETTLE_MS = 350;

function withAnswers(before: Round, part: readonly FreeBusy[]): Round {
  const answers = new Map(before.answers);
  for (const answer of part) answers.set(answer.address.toLowerCase(), answer);
  return { ...before, answers };
}

/** Whoever was asked and is not in the answer stands as unknown, so that no place waits for ever. */
function withSilent(before: Round, asked: readonly string[], failure?: Failure): Round {
  const reason = failure?.code ?? 'no answer';
  const silent = asked.filter((address) => !before.answers.has(address.toLowerCase()));
  const after = withAnswers(
    before,
    silent.map((address) => ({ address, state: 'unknown', reason })),
  );
  return failure === undefined ? after : { ...after, failure };
}

/**
 * `window` is the same object as long as it spans the same time. `chooseAddresses` says whom to ask, from the answers
 * there are; it is asked again after each.
 */
export function useFreeBusy(
  readFreeBusy: Services['readFreeBusy'],
  chooseAddresses: (answers: ReadonlyMap<string, FreeBusy>) => readonly string[],
  window: Window | undefined,
): FreeBusyAnswers & { readonly again: () => void } {
  const [held, setHeld] = useState<Round>({ window: undefined, answers: NONE });
  const [attempt, setAttempt] = useState(0);
  const asked = useRef<{ window: Window | undefined; addresses: Set<string> }>({ window, addresses: new Set() });
  const hasAsked = useRef(false);
  // answers for another time are no answers
  const round = useMemo(() => (held.window === window ? held : { window, answers: NONE }), [held, window]);
  const wanted = chooseAddresses(round.answers).join('\n');

  const ask = useCallback(
    (addresses: readonly string[], span: Window) => {
      const update = (change: (before: Round) => Round): void => {
        if (asked.current.window !== span) return;
        setHeld((before) => change(before.window === span ? before : { window: span, answers: NONE }));
      };
      hasAsked.current = true;
      for (const address of addresses) asked.current.addresses.add(address);
      readFreeBusy(addresses, span, (part) => update((before) => withAnswers(before, part))).then(
        (all) => update((before) => withSilent(withAnswers(before, all), addresses)),
        (problem: unknown) => update((before) => withSilent(before, addresses, toFailure(problem))),
      );
    },
    [readFreeBusy],
  );

  useEffect(() => {
    const isNew = asked.current.window !== window;
    if (isNew) asked.current = { window, addresses: new Set() };
    const missing = wanted.split('\n').filter((address) => address !== '' && !asked.current.addresses.has(address));
    if (window === undefined || missing.length === 0) return;
    const isFirst = asked.current.addresses.size === 0;
    const timer = setTimeout(() => ask(missing, window), isFirst && hasAsked.current ? SETTLE_MS : 0);
    return () => clearTimeout(timer);
  }, [ask, window, wanted, attempt]);

  /** Asks those again that did not answer; what is known stays on screen. */
  const again = useCallback(() => {
    for (const address of asked.current.addresses) {
      if (round.answers.get(address.toLowerCase())?.state === 'unknown') asked.current.addresses.delete(address);
    }
    setHeld({ window: round.window, answers: round.answers });
    setAttempt((count) => count + 1);
  }, [round]);
  return { answers: round.answers, ...(round.failure === undefined ? {} : { failure: round.failure }), again };
}
