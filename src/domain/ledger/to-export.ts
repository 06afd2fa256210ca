/** The calls of this visit as a file to keep: what the screen shows, and nothing else. */
import type { Ledger } from './call-report.ts';
import { findPurpose, findScope } from './describe-call.ts';

export interface ExportAbout {
  readonly version: string;
  readonly now: Temporal.Instant;
}

export function toExport({ calls, dropped }: Ledger, { version, now }: ExportAbout): string {
  const lines = calls.map((call) => {
    const { request, atMs, method, path, transport, status, items, ms, isAgain } = call;
    return {
      ...{ request, at: Temporal.Instant.fromEpochMilliseconds(atMs).toString(), method, path },
      ...{ purpose: findPurpose(call), scope: findScope(call) ?? null, transport },
      ...{ status: status ?? null, items: items ?? null, ms, again: isAgain },
    };
  });
  const about = { app: 'Office Shifts for Microsoft 365', version, exportedAt: now.toString() };
  return `${JSON.stringify({ ...about, olderLeftOut: dropped, calls: lines }, null, 2)}\n`;
}
