/** The states of the agenda on screen. */
import type { Failure } from '../../domain/failure.ts';
import type { Staleness } from '../../ui/agenda/agenda-notices.tsx';
import type { AgendaPiece } from './agenda-pieces.ts';

export interface ReadyAgenda {
  readonly phase: 'ready';
  readonly pieces: readonly AgendaPiece[];
  /** The day after the last that is shown. */
  readonly until: Temporal.PlainDate;
  /** When what is on screen was read. */
  readonly asOf: Temporal.Instant;
  /** Why it was not brought up to date since. */
  readonly stale?: Staleness | undefined;
  readonly more: 'idle' | 'loading' | 'failed';
}

export type AgendaState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failure: Failure; readonly waitUntil?: Temporal.Instant }
  | ReadyAgenda;
