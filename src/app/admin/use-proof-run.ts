/** A proof run while it is made: its steps as they come, and what became of one that is not heard here (any more). */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProofEvent, ProofRuns } from '../../domain/contract/proof.ts';
import type { Failure } from '../../domain/failure.ts';
import { toFailure } from '../to-failure.ts';
import type { AdminServices } from './admin-services.ts';

/** Events of the first run and, where there is one, of the second that confirms it. */
export type RunEvents = readonly (readonly ProofEvent[])[];

export type ProofPhase =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running' | 'lost' | 'ended'; readonly runs: RunEvents }
  /** Somebody's run that is not heard here. */
  | { readonly phase: 'underWay' }
  | { readonly phase: 'notBegun'; readonly failure: Failure };

const LOOK_MS = 5_000;
/** A run lasts a few minutes at most; after that nothing more is expected. */
const LOOKS = 120;
/** A run may be renewing its claim at the moment of a look. */
const LOOKS_AFTER_END = 2;
const LOST: readonly string[] = ['offline', 'timeout', 'bad_response'];

const addEvent = (runs: RunEvents, event: ProofEvent): RunEvents => {
  const index = (event.attempt ?? 1) - 1;
  const all = index < runs.length ? runs : [...runs, []];
  return all.map((events, at) => (at === Math.min(index, all.length - 1) ? [...events, event] : events));
};

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });

const toIds = ({ value }: ProofRuns): ReadonlySet<string> => new Set(value.map(({ id }) => id));

interface Look {
  readonly admin: AdminServices;
  /** Runs that stood there before this one. */
  readonly before: ReadonlySet<string>;
  readonly signal: AbortSignal;
  readonly lookMs: number;
}

/** The run goes on without us: its report stands in the list as soon as it is made. Empty where it ended without one. */
async function findReport({ admin, before, signal, lookMs }: Look): Promise<RunEvents> {
  let idle = 0;
  for (let look = 0; look < LOOKS && idle < LOOKS_AFTER_END && !signal.aborted; look += 1) {
    await wait(lookMs, signal);
    const runs = signal.aborted ? undefined : await admin.listProofRuns().catch(() => undefined);
    const fresh = runs?.value.filter(({ id }) => !before.has(id)) ?? [];
    if (fresh.length > 0) return fresh.toReversed().map(({ steps }) => steps);
    if (runs !== undefined) idle = runs.isRunning ? 0 : idle + 1;
  }
  return [];
}

export interface ProofRunHandle {
  readonly proof: ProofPhase;
  readonly start: (room: string) => void;
}

interface ProofRunNeeds {
  readonly admin: AdminServices;
  /** Undefined until it was read. */
  readonly history: ProofRuns | undefined;
  readonly onEnded: () => void;
  readonly lookMs?: number;
}

interface Hearing extends Look {
  readonly room: string;
  readonly show: (phase: ProofPhase) => void;
}

/** Waits for the report of a run that somebody else began, or we before we left. */
async function follow({ show, ...look }: Omit<Hearing, 'room'>): Promise<void> {
  show({ phase: 'underWay' });
  const runs = await findReport(look);
  show(runs.length === 0 ? { phase: 'idle' } : { phase: 'ended', runs });
}

/** Begins a run and tells of it to its end. */
async function hear({ room, show, ...look }: Hearing): Promise<void> {
  const { admin, signal } = look;
  let runs: RunEvents = [[]];
  const onEvent = (event: ProofEvent): void => {
    runs = addEvent(runs, event);
    show({ phase: 'running', runs });
  };
  show({ phase: 'running', runs });
  try {
    await admin.runProof({ room }, { onEvent, signal });
  } catch (problem) {
    const failure = toFailure(problem);
    const hasBegun = runs.some((events) => events.length > 0);
    if (!hasBegun && failure.code === 'conflict') {
      const before = await admin.listProofRuns().then(toIds, () => look.before);
      return follow({ ...look, before, show });
    }
    if (!hasBegun && !LOST.includes(failure.code)) return show({ phase: 'notBegun', failure });
    show({ phase: 'lost', runs });
    runs = await findReport(look);
    if (runs.length === 0) return show({ phase: 'notBegun', failure });
  }
  show({ phase: 'ended', runs });
}

export function useProofRun({ admin, history, onEnded, lookMs = LOOK_MS }: ProofRunNeeds): ProofRunHandle {
  const [proof, setProof] = useState<ProofPhase>({ phase: 'idle' });
  const left = useRef<AbortController>();
  const isBusy = useRef(false);
  const followed = useRef<ProofRuns>();
  useEffect(() => {
    const controller = new AbortController();
    left.current = controller;
    return () => controller.abort();
  }, []);
  const occupy = useCallback(
    (work: (look: Omit<Hearing, 'room'>) => Promise<void>): void => {
      const signal = left.current?.signal;
      if (isBusy.current || signal === undefined) return;
      isBusy.current = true;
      const before = history === undefined ? new Set<string>() : toIds(history);
      const show = (phase: ProofPhase): void => {
        if (signal.aborted) return;
        setProof(phase);
        if (phase.phase === 'ended' || phase.phase === 'idle') onEnded();
      };
      void work({ admin, before, signal, lookMs, show }).finally(() => {
        isBusy.current = false;
      });
    },
    [admin, history, onEnded, lookMs],
  );
  const start = useCallback((room: string) => occupy((look) => hear({ ...look, room })), [occupy]);
  const isElsewhere = history?.isRunning === true && proof.phase === 'idle';
  useEffect(() => {
    if (!isElsewhere || followed.current === history) return;
    followed.current = history;
    occupy(follow);
  }, [isElsewhere, history, occupy]);
  return { proof, start };
}
