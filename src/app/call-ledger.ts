/** Keeps what this page asked of Microsoft Graph, in its memory alone: the newest calls, until the page forgets. */
import type { CallReport, Ledger, LedgerCall } from '../domain/ledger/call-report.ts';
import { createExternalStore, type ReadableStore } from './external-store.ts';

/** A working day of looking again every few minutes; more would only make the page heavier. */
const MOST = 1_000;
const EMPTY: Ledger = { calls: [], dropped: 0 };

export interface CallLedger extends ReadableStore<Ledger> {
  /** The calls of one request. */
  readonly add: (transport: LedgerCall['transport'], reports: readonly CallReport[]) => void;
  readonly clear: () => void;
}

export function createCallLedger(most = MOST): CallLedger {
  const { get, set, subscribe } = createExternalStore(EMPTY);
  let requests = 0;
  return {
    ...{ get, subscribe },
    add: (transport, reports) => {
      requests += 1;
      const calls = [...get().calls, ...reports.map((report) => ({ ...report, request: requests, transport }))];
      const over = Math.max(0, calls.length - most);
      set({ calls: calls.slice(over), dropped: get().dropped + over });
    },
    clear: () => set(EMPTY),
  };
}
