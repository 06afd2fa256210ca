/** What a call to Microsoft Graph is made of, and the two ways to make one: alone, or many in one `$batch`. */
import type { Failure } from '../domain/failure.ts';

export interface GraphCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Begins with `/` and has no version, or a `nextLink` as Graph gave it. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What happens to a call between its start and its answer, for those who show it. */
export type CallNote =
  /** Graph asked us to wait; `untilMs` since the epoch. */
  | { readonly kind: 'waiting'; readonly untilMs: number }
  /** No answer came; what the call did is not known. */
  | { readonly kind: 'lost' }
  /** The next try goes out. */
  | { readonly kind: 'again' };

export interface CallOptions {
  /** Stops waiting and reading. A write already on its way is heard out, for its outcome would be unknown. */
  readonly signal?: AbortSignal;
  /** All tries and waits together; 20 s unless said. */
  readonly deadlineMs?: number;
  readonly onNote?: (note: CallNote) => void;
  /** The call was made before, and its answer asks to make it once more. */
  readonly isAgain?: boolean;
}

export interface GraphAnswer {
  readonly status: number;
  /** A header by its name, in any case. */
  readonly header: (name: string) => string | undefined;
  readonly body: unknown;
}

export interface Graph {
  /** Answers below 400 only; everything else is thrown as a `Failure`. */
  readonly send: (call: GraphCall, options?: CallOptions) => Promise<GraphAnswer>;
  /**
   * At most 20 reads in one request. Each item is answered, or fails, for itself, in the order of `calls`; an item
   * that Graph throttled is asked again after its own Retry-After. Throws where the batch as a whole failed.
   */
  readonly batch: (calls: readonly GraphCall[], options?: CallOptions) => Promise<BatchAnswer>;
}

export interface BatchAnswer {
  readonly items: readonly (GraphAnswer | Failure)[];
  /** The answering server's clock, where the browser may read it. */
  readonly date?: string;
}

/** Time and chance, given so that tests need neither. */
export interface GraphClock {
  readonly now: () => number;
  /** Ends early, without an error, when the signal is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** What a token request has to heed: a claims challenge, or that the last token was refused. */
export interface TokenNeed {
  readonly claims?: string;
  readonly fresh?: boolean;
}
