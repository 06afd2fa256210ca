/** What is noted of one call to Microsoft Graph: that it was made and how it ended, never what it carried. */

/** Calls of one request, a lone one or those of a `$batch`, as the client library of `graph` tells of them. */
export interface CallReport {
  readonly atMs: number;
  readonly method: string;
  /** Without ids, addresses and query: `/me/events/{id}`. */
  readonly path: string;
  /** Absent: no answer came. */
  readonly status?: number;
  /** Absent where the call was refused. */
  readonly items?: number;
  readonly ms: number;
  /** The same call was made before and is asked once more. */
  readonly isAgain: boolean;
}

export interface LedgerCall extends CallReport {
  /** Calls with the same number went out together, in one request. */
  readonly request: number;
  readonly transport: 'direct' | 'relay';
}

export interface Ledger {
  /** The oldest first. */
  readonly calls: readonly LedgerCall[];
  /** Calls that were noted and are too old to be kept. */
  readonly dropped: number;
}
