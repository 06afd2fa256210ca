/** What the links of the chain know about the one call that passes through them. */
import type { Context } from '@microsoft/microsoft-graph-client/lib/es/src/IContext.js';
import type { Middleware } from '@microsoft/microsoft-graph-client/lib/es/src/middleware/IMiddleware.js';
import { Failure } from '../../domain/failure.ts';
import type { CallNote } from '../graph.ts';

/** One time that the call went out. */
export interface CallTry {
  readonly atMs: number;
  readonly ms: number;
  /** Absent: no answer came. */
  readonly status?: number;
  readonly isAgain: boolean;
}

/** Travels with the call as one of the client library's middleware options, which it finds by its class. */
export class CallState {
  readonly deadlineAt: number;
  readonly signals: readonly AbortSignal[];
  readonly note: (note: CallNote) => void;
  /** As they end. */
  readonly tries: CallTry[] = [];

  constructor(deadlineAt: number, signals: readonly AbortSignal[], note: (note: CallNote) => void = () => {}) {
    this.deadlineAt = deadlineAt;
    this.signals = signals;
    this.note = note;
  }

  isStopped(): boolean {
    return this.signals.some((signal) => signal.aborted);
  }

  requireRunning(): void {
    if (this.isStopped()) throw new Failure('cancelled');
  }
}

export function stateOf(context: Context): CallState {
  const state: unknown = context.middlewareControl?.getMiddlewareOptions(CallState);
  if (state instanceof CallState) return state;
  throw new Failure('internal', { path: 'a call without its state' });
}

type Run = (context: Context, next: () => Promise<Response>) => Promise<Response>;

/** A link that gets the context and a way to ask the next link, and gives the response. */
export function toLink(run: Run): Middleware {
  let following: Middleware | undefined;
  return {
    setNext: (middleware: Middleware) => {
      following = middleware;
    },
    execute: async (context: Context) => {
      context.response = await run(context, async () => {
        await following?.execute(context);
        if (context.response === undefined) throw new Failure('internal', { path: 'a chain without an end' });
        return context.response;
      });
    },
  };
}
